import type { PolicyDocument } from "../../../../src/cloud/iam-policy.js";
import { decide, type IamRequest } from "./iam.js";

export const invocations = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"] as const;

export interface BedrockCall {
	readonly partition: string;
	readonly region: string;
	readonly accountId: string;
	/** Present: the profile named in the call; an ARN's last part, kind included. */
	readonly profile?: string;
	readonly modelId: string;
	/** Region that answers; undefined where the request names none. */
	readonly destination: string | undefined;
	/** Keys about the caller. */
	readonly caller?: IamRequest["context"];
}

/**
 * Whether a call passes: it is held against the profile, without any key about it, and with the profile's ARN against the
 * foundation model of the region where it is made and of the region that answers.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
export function passes(policies: readonly PolicyDocument[], call: BedrockCall): boolean {
	const { partition, region, accountId, profile, modelId, destination, caller } = call;
	const profileArn = profile && `arn:${partition}:bedrock:${region}:${accountId}:${profile}`;
	const model = (modelRegion: string) => `arn:${partition}:bedrock:${modelRegion}::foundation-model/${modelId}`;
	const throughProfile = profileArn === undefined ? {} : { "bedrock:InferenceProfileArn": profileArn };
	const heldAgainstModel = (modelRegion: string, requestedRegion: string) => ({
		resource: model(modelRegion),
		context: { ...caller, ...throughProfile, "aws:RequestedRegion": requestedRegion },
	});
	const held = [
		...(profileArn === undefined
			? []
			: [{ resource: profileArn, context: { ...caller, "aws:RequestedRegion": region } }]),
		heldAgainstModel(region, region),
		destination === undefined ? heldAgainstModel("", "unspecified") : heldAgainstModel(destination, destination),
	];
	return invocations.every((action) => held.every((request) => decide(policies, { action, ...request }) === "allow"));
}

/** Whether any part of a call gets anywhere. */
export function passesAnywhere(policies: readonly PolicyDocument[], call: BedrockCall, action: string): boolean {
	const { partition, region, accountId, profile, modelId, destination } = call;
	const profileArn = profile && `arn:${partition}:bedrock:${region}:${accountId}:${profile}`;
	const resource = `arn:${partition}:bedrock:${destination ?? ""}::foundation-model/${modelId}`;
	const context = {
		"aws:RequestedRegion": destination ?? "unspecified",
		...(profileArn === undefined ? {} : { "bedrock:InferenceProfileArn": profileArn }),
	};
	return decide(policies, { action, resource, context }) === "allow";
}
