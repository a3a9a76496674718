import { bareModelId, isModelAlias } from "../../model-id.js";
import { foundationModelArn, parseFoundationModelArn, parseModelArn, profileParts } from "../models/arns.js";
import { checkBedrockModel } from "../models/bedrock-model.js";
import type { AwsPartition } from "../region.js";

/** What service control policies admit for a listed model, in every region and account of a partition. */
export interface AdmittedModel {
	/** Absent for what is no inference profile of AWS's own. */
	readonly profileId?: string;
	/** Patterns of ARNs that calls of it name and are held against. */
	readonly arns: readonly string[];
}

/** Every application inference profile: calls of one are held against the foundation model behind it, too. */
export function applicationProfileArns(partition: AwsPartition): string {
	return `arn:${partition}:bedrock:*:*:application-inference-profile/*`;
}

/** One of AWS's own inference profiles, whoever calls it and where; `*` is each of them. */
export function systemProfileArns(partition: AwsPartition, profileId: string): string {
	return `arn:${partition}:bedrock:*:*:inference-profile/${profileId}`;
}

/** What a listed model comes to; as text, what is wrong with it. */
export function admittedModel(listed: string, partition: AwsPartition): AdmittedModel | string {
	const id = bareModelId(listed);
	if (isModelAlias(id)) return "is an alias, which a policy cannot permit; give the full id";
	const model = parseFoundationModelArn(id);
	const wrong = model ? undefined : checkBedrockModel(id, { discovery: false });
	if (wrong !== undefined) return wrong;
	if (partitionOfModel(id) !== partition)
		return `is of partition ${partitionOfModel(id)}; expected one of ${partition}`;
	if (model) return { arns: [foundationModelArn(partition, "*", model.modelId)] };
	const arn = parseModelArn(id);
	if (!arn) return throughProfile(id, partition);
	if (arn.kind === "inference-profile") return throughProfile(arn.resource, partition);
	if (arn.kind === "provisioned-model") return { arns: [id] };
	return "is an application inference profile, which is admitted where what it copies is; list that profile, or the ARN of the foundation model";
}

function throughProfile(profileId: string, partition: AwsPartition): AdmittedModel {
	const model = foundationModelArn(partition, "*", profileParts(profileId).modelId);
	return { profileId, arns: [model, systemProfileArns(partition, profileId)] };
}

function partitionOfModel(id: string): string | undefined {
	if (id.startsWith("arn:")) return id.split(":")[1];
	return id.startsWith("us-gov.") ? "aws-us-gov" : "aws";
}
