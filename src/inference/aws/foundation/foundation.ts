import { DeploymentError, isError, type Problem } from "../../../problem.js";
import { late, lateText } from "../late-text.js";
import type { AwsPlace } from "../models/arns.js";
import { dataRetentionCommand } from "../models/data-retention.js";
import type { PolicyDocument } from "../policy/policy-document.js";
import { partitionOf } from "../region.js";
import { checkFoundation } from "./check-foundation.js";
import type { FoundationOptions, LoggingOptions } from "./foundation-options.js";
import { draftServiceControl } from "./foundation-service-control.js";
import { loggingBucketPolicy, loggingKeyPolicy, loggingPolicy, loggingTrust } from "./log-policy.js";

/** Everything that a foundation places, as plain data with late text. */
export interface FoundationPlan<Late = string> {
	readonly place: AwsPlace;
	readonly tags: Readonly<Record<string, string>>;
	/** JSON text. */
	readonly useCase?: string;
	readonly agreements: readonly { readonly modelId: string; readonly offerToken?: Late }[];
	readonly logging?: LoggingPlan<Late>;
	/** By name. */
	readonly serviceControlPolicies: Readonly<Record<string, PolicyDocument>>;
	/** Ids of what each of the policies is attached to, by a word. */
	readonly attachTo: Readonly<Record<string, Late>>;
	/** Commands that let AWS keep and review content, a decision about the whole account that nothing here takes. */
	readonly dataRetentionCommands: { readonly bedrock: string; readonly mantle: string };
	/** What may be wrong. */
	readonly warnings: readonly Problem[];
}

export interface LoggingPlan<Late = string> {
	readonly to: LoggingOptions<Late>["to"];
	readonly retentionDays: number;
	/** Whether each kind of content is delivered. */
	readonly content: boolean;
	readonly kmsKeyArn?: Late;
	readonly retainOnDelete: boolean;
	readonly trust: PolicyDocument;
	/** Of the role; holds the token `logGroupArn`. */
	readonly rolePolicy: PolicyDocument;
	/** Holds the token `bucketArn`. */
	readonly bucketPolicy: PolicyDocument;
	readonly keyPolicy: PolicyDocument;
}

/** Tokens of a {@link LoggingPlan}. */
export const loggingLate = {
	logGroupArn: "foundation.logGroupArn",
	bucketArn: "foundation.bucketArn",
	roleArn: "foundation.loggingRoleArn",
} as const;

const defaultRetentionDays = 365;

/** @throws DeploymentError with everything that is wrong, where something is */
export function planFoundation<Late>(options: FoundationOptions<Late>): FoundationPlan<Late> {
	const problems = checkFoundation(options);
	if (problems.some(isError)) throw new DeploymentError(problems);
	const { region, accountId = lateText(late.accountId), useCase, agreements = {}, logging, attachTo } = options;
	const place: AwsPlace = { partition: partitionOf(region) ?? "aws", region, accountId };
	return {
		place,
		tags: { ...options.tags },
		...(useCase && { useCase: JSON.stringify({ otherIndustryOption: "", ...useCase }) }),
		agreements: Object.entries(agreements).map(([modelId, agreement]) => ({ modelId, ...agreement })),
		...(logging && { logging: planLogging(logging, place) }),
		serviceControlPolicies: draftServiceControl(options).policies,
		attachTo: { ...attachTo },
		dataRetentionCommands: {
			bedrock: dataRetentionCommand("bedrock", region),
			mantle: dataRetentionCommand("mantle", region),
		},
		warnings: problems,
	};
}

function planLogging<Late>(logging: LoggingOptions<Late>, place: AwsPlace): LoggingPlan<Late> {
	const { to, retentionDays = defaultRetentionDays, content = false, kmsKeyArn, retainOnDelete = true } = logging;
	return {
		to,
		retentionDays,
		content,
		...(kmsKeyArn !== undefined && { kmsKeyArn }),
		retainOnDelete,
		trust: loggingTrust(place),
		rolePolicy: loggingPolicy(lateText(loggingLate.logGroupArn)),
		bucketPolicy: loggingBucketPolicy(place, lateText(loggingLate.bucketArn), to.bucket?.prefix),
		keyPolicy: loggingKeyPolicy(place, to.logGroup ? "logGroup" : "bucket"),
	};
}
