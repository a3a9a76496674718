// Rendered from the shapes beside it by test/inference/aws/declarations.test.ts; `npx vitest run -u` writes it anew.

/** Copies of the listed models' profiles under a group's own tags. */
export interface ApplicationProfileProvision {
	/** Cost-allocation tags, added to the deployment's. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
	/** What a month may cost before somebody is told. @default - none */
	readonly budget?: {
		/** US dollars a month; more than 0. */
		readonly monthlyUsd: number;
		/** Who is told at 80 and 100 percent. */
		readonly email: string;
	};
}

/** What every `provision` block on AWS may say. */
export interface AwsProvision<Late = string> {
	/**
	 * Account in which people call models, twelve digits.
	 * @default - `signIn.identityCenter.accountId`, otherwise the account of the credentials that deploy
	 */
	readonly accountId?: string;
	/**
	 * Role that people's helper assumes with a token of the organisation's identity provider.
	 * @default - only the policy, to be attached where people sign in
	 */
	readonly oidcRole?: OidcRoleProvision<Late>;
	/** The key behind `signIn.bearerToken`. @default - a key that lives 90 days */
	readonly bearerKey?: BearerKeyProvision;
	/**
	 * Whether who may sign in is looked after elsewhere: then only the policy is created, to be attached there.
	 * @default false
	 */
	readonly bringYourOwn?: boolean;
	/**
	 * Models to which the account has subscribed, such as `anthropic.claude-sonnet-5`: `BedrockFoundation` makes such
	 * agreements, and so does the first call of somebody who may.
	 * @default - none is known, with a warning
	 */
	readonly agreements?: readonly string[];
	/**
	 * Acknowledges that AWS may keep and review content of the models that demand it.
	 * @default - such models are refused
	 */
	readonly dataRetention?: "aws_review";
	/** Way into the provider without the public internet. @default - the public endpoints */
	readonly privateEndpoints?: PrivateEndpointsProvision<Late>;
	/** Tags of everything created. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
	/**
	 * What devices may lose of what they sign in with, in this update or a later one: identities by their names, as the
	 * summary prints them, or `all` of this deployment.
	 * @default - an update that would take one away is refused
	 */
	readonly retire?: "all" | readonly string[];
}

/**
 * Every label is a key of a user of its own, whose name CloudTrail records with every call. To rotate, give a new
 * `current`, put the label before it under `previous`, and leave that out once no call comes from its user any more.
 */
export interface BearerKeyProvision {
	/**
	 * Days until the key expires. Another number holds for labels that are new from then on: a key that exists keeps its
	 * end. Required but with `neverExpires`; 1 to 36600.
	 * @default - none, with `neverExpires`
	 */
	readonly ageDays?: number;
	/** Says that a key without an end is meant. @default false */
	readonly neverExpires?: boolean;
	/** Label of the key in profiles. A new label is a new key. @default current */
	readonly current?: string;
	/** Label of the key before, which lives on while devices change over. @default - none */
	readonly previous?: string;
	/**
	 * An IAM user that exists, by name: policy and keys are added to it. AWS takes two keys per user, and the new one
	 * comes before the old one goes: deploy once without `previous` before a third label.
	 * @default - one is created per label
	 */
	readonly existing?: {
		/** Its name. */
		readonly userName: string;
	};
}

/** What to create in AWS for a deployment on Amazon Bedrock; `{}` suits every way to sign in. */
export interface BedrockProvision<Late = string> extends AwsProvision<Late> {
	/**
	 * Permission set of IAM Identity Center, for `identityCenter` and `profile`.
	 * @default - one from the deployment's name
	 */
	readonly permissionSet?: PermissionSetProvision<Late>;
	/** Role of the proxy, for `idp`. @default - only the policy, to be attached to the proxy's role */
	readonly proxyRole?: ProxyRoleProvision<Late>;
	/**
	 * Whether groups with the same models have a set, role or key each. To turn it takes away what they had, which
	 * `retire` has to name.
	 * @default false
	 */
	readonly separateGroups?: boolean;
	/**
	 * Destination regions by inference-profile id, as AWS gives them; a `global.` profile leads `anywhere`, whatever it
	 * says here. Fewer than the table has keep no call from the others: AWS routes there all the same.
	 * @default - a table with a date
	 */
	readonly destinations?: Readonly<Record<string, "anywhere" | readonly string[]>>;
	/**
	 * What each application inference profile among the models copies, by the ARN of the latter: an inference profile of
	 * AWS's own, by id or ARN, or the ARN of a foundation model, which then stays in its region.
	 * @default - none is among them
	 */
	readonly copiedFrom?: Readonly<Record<string, string>>;
	/**
	 * Regions that content may reach, the one of the calls among them. What `destinations` and the table say is held
	 * against it, and policies then list the regions that answer.
	 * @default - any
	 */
	readonly residency?: readonly string[];
	/** Whether people may count the tokens of a call before they make it. @default false */
	readonly countTokens?: boolean;
	/** Application inference profiles, by group: each listed model under an ARN of the group's own. @default - none */
	readonly applicationProfiles?: Readonly<Record<string, ApplicationProfileProvision>>;
	/**
	 * Whether to activate the tag of budgets for cost allocation, which only the paying account can, and only once AWS
	 * has seen costs with it.
	 * @default false
	 */
	readonly activateCostAllocationTags?: boolean;
}

/** An endpoint of which nothing is changed. */
export interface ExistingEndpoint<Late = string> {
	/** Such as `vpce-0123456789abcdef0`. */
	readonly id: Late;
	/** Its DNS name in the region, for `useRegionalName`. @default - it is looked up */
	readonly regionalName?: Late;
}

/** What to create in AWS for a deployment on Bedrock Mantle; `{}` suits every way to sign in. */
export interface MantleProvision<Late = string> extends AwsProvision<Late> {
	/** Mantle project that people call. @default default */
	readonly projectId?: string;
	/** Event data store that records every inference call; content is not recorded. @default - none */
	readonly audit?: {
		/** Days that records are kept; 7 to 3653. @default 366 */
		readonly retentionDays?: number;
	};
}

/** Role that people assume with a token of the organisation's identity provider. */
export interface OidcRoleProvision<Late = string> {
	/** Issuer of the tokens, https. Required but with `existing`. @default - none is needed */
	readonly issuerUrl?: string;
	/**
	 * Audience of the tokens; of tokens with the claim `azp` that claim, which IAM prefers. Required but with
	 * `existing`.
	 * @default - none is needed
	 */
	readonly clientId?: string;
	/** Subject of the tokens; `*` stands for any run of characters, but not for all of it. @default - any */
	readonly subject?: string;
	/** Claim that tells the group. IAM evaluates few claims. @default - none tells it */
	readonly groupClaim?: {
		/** `amr`, `email`, `oaud` or `sub`; for any other, such as `groups`, there is `sessionTag`. */
		readonly name: string;
		/** Its values by group of the deployment. */
		readonly values: Readonly<Record<string, readonly string[]>>;
	};
	/**
	 * Session tag that tells the group. The identity provider sends it as `"https://aws.amazon.com/tags": {
	 * "principal_tags": { "<key>": ["<value>"] } }`, with exactly one value.
	 * @default - none tells it
	 */
	readonly sessionTag?: {
		/** Its name among `principal_tags`. */
		readonly key: string;
		/** Its values by group of the deployment. */
		readonly values: Readonly<Record<string, readonly string[]>>;
	};
	/** ARN of the account's provider for the issuer; AWS allows one. @default - it is created */
	readonly providerArn?: Late;
	/** Hours until the role is assumed again; 1 to 12. @default 8 */
	readonly sessionHours?: number;
	/**
	 * A role that exists, by name: the policy is attached to it, nothing else of it changes.
	 * @default - one is created
	 */
	readonly existing?: {
		/** Its name. */
		readonly roleName: string;
	};
}

/** Permission set of IAM Identity Center. */
export interface PermissionSetProvision<Late = string> {
	/**
	 * At most 32 letters, digits and +=,.@_-; a group with models of its own appends its name. Beside
	 * `signIn.identityCenter.roleName` the same.
	 * @default - `signIn.identityCenter.roleName`, otherwise from the deployment's name
	 */
	readonly name?: string;
	/** ARN of the Identity Center instance. @default - the one that the credentials see */
	readonly instanceArn?: Late;
	/** Id of the store that knows the groups. @default - the instance's */
	readonly identityStoreId?: Late;
	/** Hours until people sign in again; 8 to 12. @default 8 */
	readonly sessionHours?: number;
	/**
	 * A permission set that exists, by ARN and name: the policy is attached to it, nothing else of it changes.
	 * @default - one is created
	 */
	readonly existing?: {
		/** Its ARN. */
		readonly arn: Late;
		/** Its name. */
		readonly name: string;
	};
}

/**
 * Endpoints are created but those that exist, in the VPC and for the clients that are named then. The one of `sts`
 * carries the token service's calls of the whole VPC where private DNS leads to it: its policy lets through all calls
 * of the organisation's or account's principals and roles, and no others.
 */
export interface PrivateEndpointsProvision<Late = string> {
	/**
	 * VPC that endpoints are created in. Required but where every service has an endpoint that exists.
	 * @default - none is needed
	 */
	readonly vpcId?: Late;
	/**
	 * Subnets of the endpoints. Required but where every service has an endpoint that exists.
	 * @default - none are needed
	 */
	readonly subnetIds?: readonly Late[];
	/**
	 * Address ranges of the clients, IPv4. Required but with `securityGroupIds`, or where every endpoint exists.
	 * @default - none are needed
	 */
	readonly clientCidrs?: readonly string[];
	/** Security groups that exist, by id: nothing of them changes. @default - one is created, for `clientCidrs` */
	readonly securityGroupIds?: readonly Late[];
	/** Endpoints that exist, by service: nothing of them changes. @default - each is created */
	readonly existing?: {
		/** The endpoint of Amazon Bedrock's runtime. @default - it is created */
		readonly runtime?: ExistingEndpoint<Late>;
		/** The endpoint of Amazon Bedrock's control plane. @default - it is created */
		readonly control?: ExistingEndpoint<Late>;
		/** The endpoint of the token service. @default - it is created */
		readonly sts?: ExistingEndpoint<Late>;
		/** The endpoint of Bedrock Mantle. @default - it is created */
		readonly mantle?: ExistingEndpoint<Late>;
	};
	/**
	 * `create`: the VPC resolves the public names to these endpoints; `existing`: it already does, by another endpoint
	 * or zone; `none`: it does not. A VPC takes one owner per service.
	 * @default create
	 */
	readonly privateDns?: "create" | "existing" | "none";
	/**
	 * Whether profiles name the endpoint itself, for devices that do not resolve through the VPC. Those reach every
	 * other service by its public name, which then stays on the perimeter's list.
	 * @default false
	 */
	readonly useRegionalName?: boolean;
	/** Services that have an endpoint. @default - what the route and the way to sign in call */
	readonly services?: readonly ("runtime" | "control" | "sts" | "mantle")[];
	/** Organisation whose principals may use the endpoints. @default - only the account's */
	readonly organizationId?: string;
	/**
	 * Whether the policies of the endpoints that are created let through whatever principals of the organisation or
	 * account may call: other models, and administration. With private DNS those have no other way from the VPC.
	 * @default - `deny`, with a warning where private DNS is created
	 */
	readonly otherPrincipals?: "allow" | "deny";
}

/** Role of the proxy between devices and Bedrock. */
export interface ProxyRoleProvision<Late = string> {
	/** Who the proxy is: the ARN of the one role it runs as. Required but with `existing`. @default - none is needed */
	readonly principalArn?: Late;
	/**
	 * A role that exists, by name: the policy is attached to it, nothing else of it changes.
	 * @default - one is created
	 */
	readonly existing?: {
		/** Its name. */
		readonly roleName: string;
	};
}
