// Rendered from the shapes beside it by test/inference/aws/declarations.test.ts; `npx vitest run -u` writes it anew.
import type { ExactlyOne } from "../../exactly-one.js";

/** An agreement to make. */
export interface AgreementOptions<Late = string> {
	/** The offer that is agreed to. @default - the first offer that AWS makes */
	readonly offerToken?: Late;
}

/** What of Bedrock exists once per account and region, whatever deployments there are. */
export interface FoundationOptions<Late = string> {
	/** Region that the settings are for. */
	readonly region: string;
	/** Twelve digits. @default - the account of the credentials */
	readonly accountId?: string;
	/** Tags of everything created. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
	/** Anthropic's form for first use, once per account. @default - it is handed in elsewhere */
	readonly useCase?: UseCaseForm;
	/**
	 * Agreements to make, by model id such as `anthropic.claude-sonnet-5`. Models of AWS Marketplace answer nobody in an
	 * account without one; AWS makes it at the first call of somebody who may subscribe, which the people of a
	 * deployment may not.
	 * @default - somebody makes them elsewhere
	 */
	readonly agreements?: Readonly<Record<string, AgreementOptions<Late>>>;
	/**
	 * Acknowledges that AWS may keep and review content of the models that demand it.
	 * @default - such models are refused
	 */
	readonly dataRetention?: "aws_review";
	/** Records of calls of Bedrock; those of Mantle are not among them. @default - nothing is recorded */
	readonly logging?: LoggingOptions<Late>;
	/** Documents to attach to accounts of the organisation. @default - none are made */
	readonly serviceControl?: ServiceControlOptions;
	/**
	 * Ids of roots, organisational units or accounts that the service control policies are attached to, by a word of
	 * yours. Needs `serviceControl`. AWS takes ten policies per target, its own `FullAWSAccess` among them.
	 * @default - the policies are an output only
	 */
	readonly attachTo?: Readonly<Record<string, Late>>;
}

/** Records of calls. https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html */
export interface LoggingOptions<Late = string> {
	/** Where records go, exactly one; Bedrock writes within the account and region only. */
	readonly to: ExactlyOne<{
		/** Log group of CloudWatch. */
		readonly logGroup: {
			/** ARN of a log group that exists. @default - one is created */
			readonly existingArn?: Late;
		};
		/** Bucket. */
		readonly bucket: {
			/** Name of a bucket that exists; it needs the policy of the output `bucketPolicy`. @default - one is created */
			readonly existingName?: Late;
			/** Beginning of the records' keys. @default - none */
			readonly prefix?: string;
		};
	}>;
	/**
	 * Days that what is created keeps records; for a log group one of CloudWatch's. Required with `content`.
	 * @default 365
	 */
	readonly retentionDays?: number;
	/**
	 * Whether prompts and answers are recorded, and not only who called what. What exists already keeps them as long,
	 * and under the key, that its owner says.
	 * @default false
	 */
	readonly content?: boolean;
	/**
	 * ARN of the key that encrypts what is created. Its policy must be in force before: `loggingKeyPolicy` gives it for
	 * a key of the same program, and the output `keyPolicy` tells what it has to be. Required with `content`.
	 * @default - AWS's own
	 */
	readonly kmsKeyArn?: Late;
	/**
	 * Whether a setting that is there already is replaced, of which the account has one per region. Otherwise it is
	 * looked for with the credentials of the environment, and refused.
	 * @default false
	 */
	readonly adopt?: boolean;
	/**
	 * Whether what is created stays, with its records, when the foundation goes or records go elsewhere.
	 * @default true
	 */
	readonly retainOnDelete?: boolean;
}

/**
 * Bounds of every account under the policies. Denials of several foundations add up, so that one foundation lists the
 * models of all deployments in those accounts.
 */
export interface ServiceControlOptions {
	/**
	 * Models that may be called: inference-profile ids of any region of the partition, their ARNs, ARNs of provisioned
	 * throughput, and ARNs of foundation models that application inference profiles copy.
	 */
	readonly models: readonly string[];
	/** Models that may be called on Mantle, as its catalogue names them. @default - Mantle is denied */
	readonly mantleModels?: readonly string[];
	/** Whether some deployment makes keys of its own. @default false */
	readonly longTermKeysUsed?: boolean;
	/** Whether AWS may keep and review content, which some models demand. @default - the foundation's `dataRetention` */
	readonly dataRetention?: "aws_review";
	/**
	 * ARN, with `*` where several are meant, of the role that looks after logging and retention. Whoever can create a
	 * role that fits is exempt, too: give the account, or a path in which only the platform creates roles.
	 */
	readonly platformRoleArn: string;
}

/** Anthropic's form for first use. https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html */
export interface UseCaseForm {
	/** Name of the company. */
	readonly companyName: string;
	/** Its website. */
	readonly companyWebsite: string;
	/** Number of AWS's list, as text; `0` is the organisation's own people. */
	readonly intendedUsers: string;
	/** Industry, as AWS lists it. */
	readonly industryOption: string;
	/** Industry that AWS does not list. @default "" */
	readonly otherIndustryOption?: string;
	/** What the models are used for. */
	readonly useCases: string;
}
