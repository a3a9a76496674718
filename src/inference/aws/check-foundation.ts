import { awsAccountId, awsRegion } from "../../configuration/values/identifier.js";
import type { Path } from "../../path.js";
import { error, type Problem } from "../../problem.js";
import { checkSchema } from "../../schema.js";
import { awsRegionRule } from "../aws-region.js";
import type { FoundationOptions, LoggingOptions } from "./foundation.js";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const logGroupDays: readonly number[] = [
	1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export function checkPlace({ region, accountId }: FoundationOptions<unknown>): Problem[] {
	const form = checkSchema(awsRegion, region, { at: ["region"] });
	const partition = form.length === 0 ? awsRegionRule(region) : undefined;
	return [
		...form,
		...(partition === undefined ? [] : [error(["region"], partition)]),
		...(accountId === undefined ? [] : checkSchema(awsAccountId, accountId, { at: ["accountId"] })),
	];
}

export function checkLogging({ to, retentionDays, content, kmsKeyArn }: LoggingOptions<unknown>): Problem[] {
	const at: Path = ["logging"];
	const problems: Problem[] = [];
	if (to.logGroup && retentionDays !== undefined && !logGroupDays.includes(retentionDays)) {
		problems.push(error([...at, "retentionDays"], `CloudWatch takes ${logGroupDays.join(", ")}`));
	}
	if (to.bucket && retentionDays !== undefined && !(Number.isInteger(retentionDays) && retentionDays > 0)) {
		problems.push(error([...at, "retentionDays"], "is no number of days; expected a whole number above zero"));
	}
	if (content && retentionDays === undefined) {
		problems.push(error([...at, "retentionDays"], "is missing; say how long prompts and answers are kept"));
	}
	if (content && kmsKeyArn === undefined) {
		problems.push(error([...at, "kmsKeyArn"], "is missing; prompts and answers are kept only under a key of yours"));
	}
	return problems;
}
