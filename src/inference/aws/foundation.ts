import { DeploymentError, error, type Problem } from "../../problem.js";
import { type AwsPartition, partitionOf } from "../aws-region.js";
import type { ExactlyOne } from "../exactly-one.js";
import type { AwsPlace } from "./arns.js";
import { checkLogging, checkPlace } from "./check-foundation.js";
import { dataRetentionCommand } from "./data-retention.js";
import { late, lateText } from "./late-text.js";
import { loggingBucketPolicy, loggingPolicy, loggingTrust } from "./log-policy.js";
import type { PolicyDocument } from "./policy-document.js";
import { resolveModels } from "./resolve-models.js";
import { serviceControlPolicies } from "./service-control.js";

/** What of Bedrock exists once per account and region, whatever deployments there are. */
export interface FoundationOptions<Late = string> {
	/** Region that the settings are for. */
	readonly region: string;
	/** Twelve digits. @default - the account of the credentials */
	readonly accountId?: string;
	/** @default - none */
	readonly tags?: Readonly<Record<string, string>>;
	/** Anthropic's form for first use, once per account. @default - it is handed in elsewhere */
	readonly useCase?: UseCaseForm;
	/** Agreements to make, by model id such as `anthropic.claude-sonnet-5`. @default - AWS makes them at the first call */
	readonly agreements?: Readonly<Record<string, AgreementOptions<Late>>>;
	/** Records of calls of Bedrock; those of Mantle are not among them. @default - nothing is recorded */
	readonly logging?: LoggingOptions<Late>;
	/** Documents to attach to accounts of the organisation. @default - none are made */
	readonly serviceControl?: ServiceControlOptions;
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html */
export interface UseCaseForm {
	readonly companyName: string;
	readonly companyWebsite: string;
	/** Number of AWS's list, as text; `0` is the organisation's own people. */
	readonly intendedUsers: string;
	readonly industryOption: string;
	/** @default "" */
	readonly otherIndustryOption?: string;
	readonly useCases: string;
}

export interface AgreementOptions<Late = string> {
	/** @default - the first offer that AWS makes */
	readonly offerToken?: Late;
}

export interface LoggingOptions<Late = string> {
	/** Where records go, exactly one. */
	readonly to: ExactlyOne<{
		/** Log group of CloudWatch, created but with `existingArn`. */
		readonly logGroup: { readonly existingArn?: Late };
		/** Bucket, created but with `existingName`; an existing one needs the policy of the output `bucketPolicy`. */
		readonly bucket: { readonly existingName?: Late; readonly prefix?: string };
	}>;
	/** Days that what is created keeps records; for a log group one of CloudWatch's. Required with `content`. @default 365 */
	readonly retentionDays?: number;
	/** Whether prompts and answers are recorded, and not only who called what. @default false */
	readonly content?: boolean;
	/** ARN of the key that encrypts records. Required with `content`. @default - AWS's own */
	readonly kmsKeyArn?: Late;
}

export interface ServiceControlOptions {
	/** Models that may be called, as deployments list them. */
	readonly models: readonly string[];
	/** @default - a table with a date */
	readonly destinations?: Readonly<Record<string, readonly string[]>>;
	/** Whether some deployment calls Mantle, which is otherwise denied. @default false */
	readonly mantleUsed?: boolean;
	/** Whether some deployment makes keys of its own. @default false */
	readonly longTermKeysUsed?: boolean;
	/** Whether AWS may keep and review content, which some models demand. @default - it may not */
	readonly dataRetention?: "aws_review";
	/** ARN, `*` allowed, of the role that looks after logging and retention. */
	readonly platformRoleArn: string;
}

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
	/** Commands that let AWS keep and review content, a decision about the whole account that nothing here takes. */
	readonly dataRetentionCommands: { readonly bedrock: string; readonly mantle: string };
}

export interface LoggingPlan<Late = string> {
	readonly to: LoggingOptions<Late>["to"];
	readonly retentionDays: number;
	/** Whether each kind of content is delivered. */
	readonly content: boolean;
	readonly kmsKeyArn?: Late;
	readonly trust: PolicyDocument;
	/** Of the role; holds the token `logGroupArn`. */
	readonly rolePolicy: PolicyDocument;
	/** Holds the token `bucketArn`. */
	readonly bucketPolicy: PolicyDocument;
}

/** Tokens of a {@link LoggingPlan}. */
export const loggingLate = { logGroupArn: "foundation.logGroupArn", bucketArn: "foundation.bucketArn" } as const;

const defaultRetentionDays = 365;

/** @throws DeploymentError with everything that is wrong */
export function planFoundation<Late>(options: FoundationOptions<Late>): FoundationPlan<Late> {
	const { region, accountId = lateText(late.accountId), useCase, agreements = {}, logging, serviceControl } = options;
	const problems = [...checkPlace(options), ...(logging ? checkLogging(logging) : [])];
	const partition: AwsPartition = partitionOf(region) ?? "aws";
	const place: AwsPlace = { partition, region, accountId };
	const policies = serviceControl ? planServiceControl(serviceControl, place, problems) : {};
	if (problems.length > 0) throw new DeploymentError(problems);
	return {
		place,
		tags: { ...options.tags },
		...(useCase && { useCase: JSON.stringify({ otherIndustryOption: "", ...useCase }) }),
		agreements: Object.entries(agreements).map(([modelId, agreement]) => ({ modelId, ...agreement })),
		...(logging && { logging: planLogging(logging, place) }),
		serviceControlPolicies: policies,
		dataRetentionCommands: {
			bedrock: dataRetentionCommand("bedrock", region),
			mantle: dataRetentionCommand("mantle", region),
		},
	};
}

function planLogging<Late>(logging: LoggingOptions<Late>, place: AwsPlace): LoggingPlan<Late> {
	const { to, retentionDays = defaultRetentionDays, content = false, kmsKeyArn } = logging;
	return {
		to,
		retentionDays,
		content,
		...(kmsKeyArn !== undefined && { kmsKeyArn }),
		trust: loggingTrust(place),
		rolePolicy: loggingPolicy(lateText(loggingLate.logGroupArn)),
		bucketPolicy: loggingBucketPolicy(place, lateText(loggingLate.bucketArn), to.bucket?.prefix),
	};
}

function planServiceControl(options: ServiceControlOptions, place: AwsPlace, problems: Problem[]) {
	const { models, destinations, mantleUsed = false, longTermKeysUsed = false, ...rest } = options;
	const { resolved, unresolved } = resolveModels(models, place, destinations ? { destinations } : {}, undefined);
	for (const { index, wrong } of unresolved) problems.push(error(["serviceControl", "models", index], wrong));
	const { partition } = place;
	return serviceControlPolicies({ partition, models: resolved, mantleUsed, longTermKeysUsed, ...rest });
}
