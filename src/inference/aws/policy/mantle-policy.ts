import { allow, type PolicyDocument, policy } from "../../../cloud/iam-policy.js";
import type { Outcome } from "../../../outcome.js";
import { mantleProjectArn } from "../models/arns.js";
import type { AwsScope } from "../scope.js";
import { type BearerKind, callWithBearerToken, withinLimit } from "./inference-policy.js";

export interface MantlePolicyRequest {
	readonly scope: AwsScope;
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
 * The least that lets a principal call exactly the models of a project.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_bedrock-mantle.html
 */
export function mantlePolicy(request: MantlePolicyRequest): Outcome<PolicyDocument> {
	const { scope, projectId, modelIds, bearer, limit } = request;
	const document = policy([
		allow("InvokeModels", [mantleInferenceAction], [mantleProjectArn(scope, projectId)], {
			StringEquals: { [mantleModelKey]: [...new Set(modelIds)] },
		}),
		callWithBearerToken(bearer, mantleKeyAction, "bedrock-mantle:BearerTokenType"),
	]);
	return withinLimit(document, limit, modelIds.length);
}

/**
 * What a trail or event data store has to select: model-invocation logging does not cover Mantle.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/logging-cloudtrail-mantle.html
 */
export const mantleEventSelectors = [
	{
		name: "Bedrock Mantle inference",
		fieldSelectors: [
			{ field: "eventCategory", equals: ["Data"] },
			{ field: "resources.type", equals: ["AWS::BedrockMantle::Project"] },
		],
	},
];
