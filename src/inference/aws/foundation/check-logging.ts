import { logGroupDays } from "../../../cloud/log-group.js";
import type { Path } from "../../../path.js";
import { error, type Problem, warning } from "../../../problem.js";
import { partitionOf } from "../region.js";
import type { FoundationOptions, LoggingOptions } from "./options.js";

const at: Path = ["logging"];

/** What is wrong with where records go and how long they stay; `logging` fits its shape. */
export function checkLogging({ logging, region, accountId }: FoundationOptions): Problem[] {
	if (!logging) return [];
	const { logGroup, bucket } = logging.to;
	const exists = (logGroup?.existingArn ?? bucket?.existingName) !== undefined;
	return [
		...checkPlace(logGroup?.existingArn, [...at, "to", "logGroup", "existingArn"], region, accountId),
		...checkPlace(logging.kmsKeyArn, [...at, "kmsKeyArn"], region),
		...(exists ? checkExisting(logging) : checkCreated(logging)),
	];
}

/** Retention, key and life of what exists are its owner's to say. */
function checkExisting({ to, content, ...logging }: LoggingOptions): Problem[] {
	const given = (["retentionDays", "kmsKeyArn", "retainOnDelete"] as const).filter(
		(name) => logging[name] !== undefined,
	);
	const idle = given.map((name) =>
		error("no-effect", [...at, name], "is not applied to what exists; set it there, and leave it out"),
	);
	if (!content) return idle;
	const word = to.logGroup ? "log group" : "bucket";
	const message = `prompts and answers are kept as long, and under the key, that the owner of the ${word} says`;
	return [...idle, warning("kept-by-owner", [...at, "content"], message)];
}

function checkCreated({ to, retentionDays, content, kmsKeyArn }: LoggingOptions): Problem[] {
	const problems: Problem[] = [];
	if (to.logGroup && retentionDays !== undefined && !logGroupDays.includes(retentionDays)) {
		problems.push(error("log-retention", [...at, "retentionDays"], `CloudWatch takes ${logGroupDays.join(", ")}`));
	}
	if (content && retentionDays === undefined) {
		problems.push(error("missing", [...at, "retentionDays"], "is missing; say how long prompts and answers are kept"));
	}
	if (content && kmsKeyArn === undefined) {
		problems.push(
			error("missing", [...at, "kmsKeyArn"], "is missing; prompts and answers are kept only under a key of yours"),
		);
	}
	return problems;
}

/** Bedrock, CloudWatch and S3 take what is in the region only, and Bedrock a log group of the account only. */
function checkPlace(arn: unknown, path: Path, region: string, accountId?: string): Problem[] {
	if (typeof arn !== "string") return [];
	const [, partition, , ofRegion, ofAccount] = arn.split(":");
	if (partition !== partitionOf(region) || ofRegion !== region) {
		return [error("other-place", path, `is in ${partition}, region ${ofRegion}; expected one in ${region}`)];
	}
	if (accountId === undefined || ofAccount === accountId) return [];
	return [error("other-account", path, `is of account ${ofAccount}; Bedrock writes within account ${accountId} only`)];
}
