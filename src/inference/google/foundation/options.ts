// Rendered from the shapes beside it by test/inference/google/declarations.test.ts; `npx vitest run -u` writes it anew.

/**
 * The organisation policy `vertexai.allowedModels` of the project, which holds for everybody in it and denies every
 * model that it does not list. https://cloud.google.com/vertex-ai/generative-ai/docs/control-model-access
 */
export interface AllowedModelsOptions {
	/** Claude models that may be called in the project, those of every deployment in it. */
	readonly models: readonly string[];
	/** Whether tokens of a call may be counted, which Google holds against a model of its own. @default true */
	readonly countTokens?: boolean;
	/** Further models that somebody calls there, as values of the constraint. @default - none: they are denied */
	readonly others?: readonly string[];
	/** Whether what the policy would deny is recorded, and not denied. @default false */
	readonly dryRun?: boolean;
}

/** A log bucket for records of calls. */
export interface AuditBucketOptions<Late = string> {
	/** Days that records are kept; 1 to 3650. */
	readonly retentionDays: number;
	/** Where it is, such as `eu` or `europe-west1`. @default global */
	readonly location?: string;
	/**
	 * Key of the same location that encrypts it, by its resource name, once it lets the service account encrypt that
	 * `gcloud logging settings describe` prints; Google never lets go of one.
	 * @default - Google's own
	 */
	readonly kmsKeyName?: Late;
	/**
	 * Whether retention can never be shortened and the bucket not be deleted before it is empty, by anybody. Needs
	 * `lockAcknowledged`.
	 * @default false
	 */
	readonly isLocked?: boolean;
	/** Says that a lock that nobody can undo is meant. @default false */
	readonly lockAcknowledged?: boolean;
	/** Whether it stays, with its records, when the foundation goes. @default true */
	readonly retainOnDelete?: boolean;
}

/**
 * Records of who called what: of content there is nothing in them. The setting is the project's for Vertex AI as a
 * whole. https://cloud.google.com/logging/docs/audit/configure-data-access
 */
export interface AuditOptions<Late = string> {
	/** A log bucket that keeps the records. @default - none */
	readonly bucket?: AuditBucketOptions<Late>;
	/** Where else the records go, which exists: its owner lets the sink's writer in. @default - nowhere else */
	readonly destination?: Late;
}

/**
 * A perimeter of VPC Service Controls around Vertex AI in the project.
 * https://cloud.google.com/vpc-service-controls/docs/dry-run-mode
 */
export interface PerimeterOptions {
	/** The organisation's access policy, or one that is scoped to the project. */
	readonly accessPolicy: string;
	/** Public networks that devices come from: an access level is made of them. @default - none is made */
	readonly networks?: readonly string[];
	/** Access levels that exist, such as one of managed devices, any of which lets a call in. @default - none */
	readonly accessLevels?: readonly string[];
	/**
	 * A perimeter that exists: the project is added to it, and nothing else of it changes. Whoever looks after it must
	 * not set its list of projects, or takes this one out again. A project is in one perimeter at most.
	 * @default - one is created
	 */
	readonly existing?: string;
	/**
	 * `dryRun` records what the perimeter would refuse and refuses nothing; look at those records before it is
	 * `enforced`. Whether Google holds calls at `global` against a perimeter is not documented.
	 * @default dryRun
	 */
	readonly mode?: "dryRun" | "enforced";
}

/** A quota to ask for. Google grants it, less of it, or nothing, and takes its time. */
export interface QuotaOptions {
	/** Id of the quota, as `gcloud beta quotas info list` prints it. */
	readonly quotaId: string;
	/** What is asked for. */
	readonly value: number;
	/** What of the quota it is for, such as `region` and `base_model`. @default - all of it */
	readonly dimensions?: Readonly<Record<string, string>>;
	/** Whom Google asks about it. */
	readonly contactEmail: string;
	/** Why it is asked for. @default - nothing is said */
	readonly justification?: string;
}

/** What of Vertex AI exists once per project, or once per organisation, whatever deployments there are. */
export interface VertexFoundationOptions<Late = string> {
	/** Project that the settings are for. */
	readonly projectId: string;
	/** Its number, as text. Required with `perimeter`. @default - none is needed */
	readonly projectNumber?: Late;
	/**
	 * Further APIs to enable. Deployments with a private endpoint need `compute.googleapis.com`,
	 * `servicedirectory.googleapis.com` and `dns.googleapis.com`.
	 * @default - those that the other options need
	 */
	readonly services?: readonly string[];
	/** Claude models to enable in Model Garden, such as `claude-sonnet-5`. @default - somebody enables them elsewhere */
	readonly models?: readonly string[];
	/** Acknowledges that Anthropic has what is sent to the models that demand it. @default - such models are refused */
	readonly dataSharing?: "anthropic";
	/**
	 * Models that may be called in the project, by organisation policy: IAM cannot tell models apart.
	 * @default - whatever is enabled
	 */
	readonly allowedModels?: AllowedModelsOptions;
	/**
	 * Records of every call of Vertex AI in the project.
	 * @default - administrative changes alone are recorded, as Google does by itself
	 */
	readonly audit?: AuditOptions<Late>;
	/** Workforce pool and provider for `signIn.workforce`. @default - none is made */
	readonly workforce?: WorkforceOptions;
	/**
	 * Perimeter around Vertex AI in the project, in dry run unless told otherwise. Needs `projectNumber`.
	 * @default - none
	 */
	readonly perimeter?: PerimeterOptions;
	/**
	 * Quotas of Vertex AI to ask for, by a word of yours. https://cloud.google.com/docs/quotas/overview.
	 * @default - none
	 */
	readonly quotas?: Readonly<Record<string, QuotaOptions>>;
	/**
	 * What has been seen to of all that the warnings ask for, so that it is told no more.
	 * @default - nothing, and each is told
	 */
	readonly settled?: readonly ("terms" | "identityProvider" | "sinkWriter")[];
}

/** A workforce pool with one provider, at the organisation's level. */
export interface WorkforceOptions {
	/** Organisation that the pool is of, by number. */
	readonly organizationId: string;
	/** Id of the pool, unique in the world. Google gives out that of a deleted pool only after 30 days. */
	readonly poolId: string;
	/** What people see. @default Claude Cowork */
	readonly displayName?: string;
	/** Hours until people sign in again; 1 to 11. @default 8 */
	readonly sessionHours?: number;
	/** The pool's provider. */
	readonly provider: WorkforceProviderOptions;
	/**
	 * What becomes of pool and provider when they leave the foundation, in Google's words: everybody who comes by them
	 * loses access to everything.
	 * @default PREVENT
	 */
	readonly deletionPolicy?: "PREVENT" | "ABANDON" | "DELETE";
}

/** The identity provider behind a workforce pool, by OpenID Connect. */
export interface WorkforceProviderOptions {
	/** Id of the provider. */
	readonly id: string;
	/** Issuer of the tokens, https. */
	readonly issuer: string;
	/** Client that tokens are for, the one of `signIn.workforce.oidc`. */
	readonly clientId: string;
	/** Expression of who somebody is. @default assertion.sub */
	readonly subject?: string;
	/**
	 * Expression of a person's groups, which `members.principalSet: group/<value>` speaks of.
	 * @default assertion.groups
	 */
	readonly groups?: string;
	/**
	 * Expressions of further attributes, by name, which `members.principalSet: attribute.<name>/<value>` speaks of.
	 * @default - none
	 */
	readonly attributes?: Readonly<Record<string, string>>;
	/**
	 * Expression that tokens must fulfil to be taken at all.
	 * @default - every token of the client is taken, and may do what its people are bound to
	 */
	readonly condition?: string;
	/** Whether what tokens say is recorded in the audit log, people's names among it. @default false */
	readonly detailedAuditLogging?: boolean;
}
