import { type AwsPlace, mantleProjectArn } from "./arns.js";
import type { EventSelector } from "./plan.js";
import { allow, type PolicyDocument, policy, policySize } from "./policy-document.js";

export interface MantlePolicyRequest {
	readonly place: AwsPlace;
	readonly projectId: string;
	/** Ids of the Mantle catalogue. */
	readonly modelIds: readonly string[];
	/** Characters that the document may have; see `policyLimits`. */
	readonly limit: number;
}

/** Mantle takes keys only, whatever the principal; the action takes no resource. */
export const mantleKeyAction = "bedrock-mantle:CallWithBearerToken";
export const mantleInferenceAction = "bedrock-mantle:CreateInference";

/**
 * The least that lets a principal call exactly the models of a project; as text, why that is impossible.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockpoweredbyawsmantle.html
 */
export function mantlePolicy({ place, projectId, modelIds, limit }: MantlePolicyRequest): PolicyDocument | string {
	const document = policy([
		allow("InvokeModels", [mantleInferenceAction], [mantleProjectArn(place, projectId)], {
			StringEquals: { "bedrock-mantle:Model": [...new Set(modelIds)] },
		}),
		allow("CallWithKey", [mantleKeyAction], ["*"]),
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
