import { made, type Outcome, refused } from "../../../outcome.js";
import { error } from "../../../problem.js";
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

export function admittedModel(listed: string, partition: AwsPartition): Outcome<AdmittedModel> {
	const id = bareModelId(listed);
	if (isModelAlias(id)) return refuse("is an alias, which a policy cannot permit; give the full id");
	const model = parseFoundationModelArn(id);
	const wrong = model ? [] : checkBedrockModel(id, { discovery: false });
	if (wrong.length > 0) return refused(...wrong);
	if (partitionOfModel(id) !== partition) {
		return refuse(`is of partition ${partitionOfModel(id)}; expected one of ${partition}`);
	}
	if (model) return made({ arns: [foundationModelArn(partition, "*", model.modelId)] });
	const arn = parseModelArn(id);
	if (!arn) return made(throughProfile(id, partition));
	if (arn.kind === "inference-profile") return made(throughProfile(arn.resource, partition));
	if (arn.kind === "provisioned-model") return made({ arns: [id] });
	return refuse(
		"is an application inference profile, which is admitted where what it copies is; list that profile, or the ARN of the foundation model",
	);
}

function refuse(message: string): Outcome<never> {
	return refused(error("model-id", [], message));
}

function throughProfile(profileId: string, partition: AwsPartition): AdmittedModel {
	const model = foundationModelArn(partition, "*", profileParts(profileId).modelId);
	return { profileId, arns: [model, systemProfileArns(partition, profileId)] };
}

function partitionOfModel(id: string): string | undefined {
	if (id.startsWith("arn:")) return id.split(":")[1];
	return id.startsWith("us-gov.") ? "aws-us-gov" : "aws";
}
