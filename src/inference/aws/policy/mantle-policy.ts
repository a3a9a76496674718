import { type AwsPlace, mantleProjectArn } from "../models/arns.js";
import type { EventSelector } from "../plan.js";
import { type BearerKind, callWithBearerToken } from "./inference-policy.js";
import { allow, type PolicyDocument, policy, policySize } from "./policy-document.js";

export interface MantlePolicyRequest {
	readonly place: AwsPlace;
	readonly projectId: string;
	/** Ids of the Mantle catalogue. */
	readonly modelIds: readonly string[];
	/** Mantle takes keys only, whatever the principal. */
	readonly bearer: BearerKind;
	/** Characters that the document may have; see `policyLimits`. */
	readonly limit: number;
}

export const mantleKeyAction = "bedrock-mantle:CallWithBearerToken";
export const mantleInferenceAction = "bedrock-mantle:CreateInference";
/** Of a call of the inference action. */
export const mantleModelKey = "bedrock-mantle:Model";

/**
 * The least that lets a principal call exactly the models of a project; as text, why that is impossible.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_bedrock-mantle.html
 */
export function mantlePolicy(request: MantlePolicyRequest): PolicyDocument | string {
	const { place, projectId, modelIds, bearer, limit } = request;
	const document = policy([
		allow("InvokeModels", [mantleInferenceAction], [mantleProjectArn(place, projectId)], {
			StringEquals: { [mantleModelKey]: [...new Set(modelIds)] },
		}),
		callWithBearerToken(bearer, mantleKeyAction, "bedrock-mantle:BearerTokenType"),
	]);
	const size = policySize(document);
	if (size <= limit) return document;
	return `needs a policy of ${size} characters for ${modelIds.length} models, and AWS takes ${limit} here; list fewer models`;
}

/**
 * What a trail or event data store has to select: model-invocation logging does not cover Mantle.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/logging-cloudtrail-mantle.html
 */
export const mantleEventSelectors: readonly EventSelector[] = [
	{
		name: "Bedrock Mantle inference",
		fieldSelectors: [
			{ field: "eventCategory", equals: ["Data"] },
			{ field: "resources.type", equals: ["AWS::BedrockMantle::Project"] },
		],
	},
];
