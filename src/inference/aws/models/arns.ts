import { type AwsPartition, partitionOf } from "../region.js";
import type { AwsScope } from "../scope.js";

/** ARN of a foundation model; region `""` is how requests of a `global.` profile see it, `*` stands for every region. */
export function foundationModelArn(partition: AwsPartition, region: string, modelId: string): string {
	return `arn:${partition}:bedrock:${region}::foundation-model/${modelId}`;
}

/** ARN of one of AWS's own inference profiles, as the region in which it is called sees it. */
export function inferenceProfileArn({ partition, region, accountId }: AwsScope, profileId: string): string {
	return `arn:${partition}:bedrock:${region}:${accountId}:inference-profile/${profileId}`;
}

/** ARN of a Mantle project. */
export function mantleProjectArn({ partition, region, accountId }: AwsScope, projectId: string): string {
	return `arn:${partition}:bedrock-mantle:${region}:${accountId}:project/${projectId}`;
}

/** Where a foundation model is. */
export interface FoundationModel {
	readonly region: string;
	readonly modelId: string;
}

/** The parts of the ARN of a foundation model of Anthropic, or undefined for any other text. */
export function parseFoundationModelArn(text: string): FoundationModel | undefined {
	const form = /^arn:([a-z-]+):bedrock:([a-z0-9-]+)::foundation-model\/(anthropic\.[a-z0-9][a-z0-9.:-]*)$/;
	const [, partition, region, modelId] = form.exec(text) ?? [];
	if (!region || !modelId || partition !== partitionOf(region)) return undefined;
	return { region, modelId };
}

export const modelArnKinds = ["inference-profile", "application-inference-profile", "provisioned-model"] as const;

/** A Bedrock ARN that may stand among a deployment's models. */
export interface ModelArn {
	readonly partition: AwsPartition;
	readonly region: string;
	readonly accountId: string;
	readonly kind: (typeof modelArnKinds)[number];
	readonly resource: string;
}

/** The parts of a model's ARN, or undefined for any other text. */
export function parseModelArn(text: string): ModelArn | undefined {
	const match = /^arn:[a-z-]+:bedrock:([a-z0-9-]+):(\d{12}):([a-z-]+)\/([A-Za-z0-9.:_-]+)$/.exec(text);
	const [, region, accountId, kindName, resource] = match ?? [];
	const kind = modelArnKinds.find((one) => one === kindName);
	const partition = region === undefined ? undefined : partitionOf(region);
	if (!region || !accountId || !kind || !resource || !partition) return undefined;
	return { partition, region, accountId, kind, resource };
}

/** The geography of an inference profile, such as `eu.`, and the model behind it. */
export function profileParts(profileId: string): { readonly prefix: string; readonly modelId: string } {
	const end = profileId.indexOf(".") + 1;
	return { prefix: profileId.slice(0, end), modelId: profileId.slice(end) };
}

/** The id of an inference profile of AWS's own, where its ARN is given; any other text as it is. */
export function inferenceProfileId(text: string): string {
	const arn = parseModelArn(text);
	return arn?.kind === "inference-profile" ? arn.resource : text;
}
