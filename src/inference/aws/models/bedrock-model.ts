import type { Problem } from "../../../problem.js";
import { aliasNotResolved, isModelAlias, wrongModel } from "../../model-id.js";
import type { ModelContext } from "../../route.js";
import { type AwsPartition, partitionOf } from "../region.js";
import { modelArnKinds } from "./arns.js";

/**
 * Regions from which the profiles of a prefix can be called: those that AWS lists as sources, and the same geography.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
export const geographies = {
	us: { serves: /^(us-(?!gov-)|ca-)/, words: "us-* and ca-*" },
	eu: { serves: /^eu-/, words: "eu-*" },
	apac: { serves: /^ap-/, words: "ap-*" },
	jp: { serves: /^ap-northeast-[13]$/, words: "ap-northeast-1 and ap-northeast-3" },
	au: { serves: /^ap-southeast-[24]$/, words: "ap-southeast-2 and ap-southeast-4" },
	ca: { serves: /^ca-/, words: "ca-*" },
	"us-gov": { serves: /^us-gov-/, words: "us-gov-*" },
	global: { serves: /^(?!us-gov-)/, words: "outside us-gov" },
} as const satisfies Record<string, { serves: RegExp; words: string }>;

type Geography = keyof typeof geographies;

const prefixes = Object.keys(geographies).map((prefix) => `${prefix}.`);
const profileForm = /^([a-z-]+)\.anthropic\.[a-z0-9][a-z0-9.:-]*$/;
/** Id of a foundation model of Anthropic. */
export const onDemandForm = /^anthropic\.[a-z0-9][a-z0-9.:-]*$/;
const arnForm = /^arn:([a-z-]+):bedrock:([a-z0-9-]+):\d{12}:([a-z-]+)\/([A-Za-z0-9.:_-]+)$/;
const arnKinds: readonly string[] = modelArnKinds;

/** What is wrong with a model id on Bedrock. */
export function checkBedrockModel(id: string, { region, discovery }: ModelContext): readonly Problem[] {
	if (isModelAlias(id)) return discovery ? [] : aliasNotResolved;
	if (id.startsWith("arn:")) return checkArn(id, region);
	if (onDemandForm.test(id)) {
		const prefix = region ? suggestions(region)[0] : undefined;
		return wrongModel(`is an on-demand id; expected an inference profile such as ${prefix ?? "us."}${id}, or an ARN`);
	}
	return checkProfile(id, region);
}

function checkProfile(id: string, region: string | undefined): readonly Problem[] {
	const prefix = profileForm.exec(id)?.[1];
	if (prefix === undefined || !isGeography(prefix)) {
		const expected = `<prefix>anthropic.<model> with a prefix of ${prefixes.join(" ")}, or an ARN`;
		return wrongModel(
			`is no inference profile of an Anthropic model; expected ${expected}, or geography beside a bare name`,
		);
	}
	const { serves, words } = geographies[prefix];
	if (region === undefined || serves.test(region)) return [];
	return wrongModel(`${prefix}. serves regions ${words}, not ${region}; expected ${suggestions(region).join(" or ")}`);
}

function checkArn(arn: string, region: string | undefined): readonly Problem[] {
	const [, partition, arnRegion, kind, resource] = arnForm.exec(arn) ?? [];
	if (!partition || !arnRegion || !kind || !resource || !arnKinds.includes(kind)) {
		return wrongModel(
			`is no ARN of a Bedrock profile; expected arn:<partition>:bedrock:<region>:<account>:<kind>/<id>, kind ${arnKinds.join(", ")}`,
		);
	}
	if (!isSupported(partition)) return wrongModel(`is in partition ${partition}; expected aws or aws-us-gov`);
	if (region !== undefined && partition !== partitionOf(region)) {
		return wrongModel(`is in partition ${partition}; region ${region} expects ${partitionOf(region)}`);
	}
	if (partition !== partitionOf(arnRegion))
		return wrongModel(
			`says partition ${partition}, to which ${arnRegion} does not belong; expected the ARN as AWS gives it`,
		);
	if (region !== undefined && arnRegion !== region)
		return wrongModel(`is in region ${arnRegion}; expected one in ${region}`);
	return kind === "inference-profile" ? checkProfile(resource, region) : [];
}

/** Prefixes that can be called from a region, nearest geography first. */
function suggestions(region: string): string[] {
	return Object.entries(geographies).flatMap(([prefix, { serves }]) => (serves.test(region) ? [`${prefix}.`] : []));
}

function isGeography(prefix: string): prefix is Geography {
	return Object.hasOwn(geographies, prefix);
}

function isSupported(partition: string): partition is AwsPartition {
	return partition === "aws" || partition === "aws-us-gov";
}
