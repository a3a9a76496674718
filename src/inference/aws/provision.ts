/** What every `provision` block on AWS may say; `Late` is a value that a program may know only later. */
interface AwsProvision<Late> {
	/**
	 * Account in which people call models, twelve digits.
	 * @default - `signIn.identityCenter.accountId`, otherwise the account of the credentials that deploy
	 */
	readonly accountId?: string;
	/** Role that people's helper assumes with a token of the organisation's identity provider. */
	readonly oidcRole?: OidcRoleProvision<Late>;
	/** The key behind `signIn.bearerToken`. @default - a key that lives 90 days */
	readonly bearerKey?: BearerKeyProvision;
	/**
	 * Whether who may sign in is looked after elsewhere: then only the policy is created, to be attached there.
	 * @default false
	 */
	readonly bringYourOwn?: boolean;
	/** Acknowledges that AWS may keep and review content of the models that demand it. @default - such models are refused */
	readonly dataRetention?: "aws_review";
	/** Way into the provider without the public internet. @default - the public endpoints */
	readonly privateEndpoints?: PrivateEndpointsProvision<Late>;
	/** Tags of everything created. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
}

/** What to create in AWS for a deployment on Amazon Bedrock; `{}` suits every way to sign in. */
export interface BedrockProvision<Late = string> extends AwsProvision<Late> {
	/** Permission set of IAM Identity Center, for `identityCenter` and `profile`. */
	readonly permissionSet?: PermissionSetProvision<Late>;
	/** Role of the proxy, for `idp`. @default - only the policy, to be attached to the proxy's role */
	readonly proxyRole?: ProxyRoleProvision<Late>;
	/** Whether groups with the same models have a set, role or key each. @default false */
	readonly separateGroups?: boolean;
	/** Destination regions by inference-profile id, as AWS gives them. @default - a table with a date */
	readonly destinations?: Readonly<Record<string, readonly string[]>>;
	/** Inference profile by ARN of an application inference profile among the models that copies it. */
	readonly copiedFrom?: Readonly<Record<string, string>>;
	/** Regions that content may reach. @default - any */
	readonly residency?: readonly string[];
	/** Application inference profiles, by group: each listed model under an ARN of the group's own. @default - none */
	readonly applicationProfiles?: Readonly<Record<string, ApplicationProfileProvision>>;
}

/** What to create in AWS for a deployment on Bedrock Mantle; `{}` suits every way to sign in. */
export interface MantleProvision<Late = string> extends AwsProvision<Late> {
	/** Mantle project that people call. @default "default" */
	readonly projectId?: string;
	/** Event data store that records every inference call; content is not recorded. @default - none */
	readonly audit?: {
		/** 7 to 3653. @default 366 */
		readonly retentionDays?: number;
	};
}

export interface PermissionSetProvision<Late = string> {
	/**
	 * At most 32 characters; a group with models of its own appends its name.
	 * @default - `signIn.identityCenter.roleName`, otherwise from the deployment's name
	 */
	readonly name?: string;
	/** ARN of the Identity Center instance. @default - the one that the credentials see */
	readonly instanceArn?: Late;
	/** @default - the instance's */
	readonly identityStoreId?: Late;
	/** Hours until people sign in again, 8 to 12. @default 8 */
	readonly sessionHours?: number;
	/** A permission set that exists, by ARN and name: the policy is attached to it, nothing else of it changes. */
	readonly existing?: { readonly arn: Late; readonly name: string };
}

export interface OidcRoleProvision<Late = string> {
	/** Issuer of the tokens, https. Required but with `existing`. */
	readonly issuerUrl?: string;
	/** Audience of the tokens. Required but with `existing`. */
	readonly clientId?: string;
	/** Subject of the tokens; `*` stands for any run of characters, but not for all of it. */
	readonly subject?: string;
	/** Claim that tells the group, and its values by group of the deployment. */
	readonly groupClaim?: {
		/** A claim that AWS evaluates for the provider, such as `amr`. */
		readonly name: string;
		readonly values: Readonly<Record<string, readonly string[]>>;
	};
	/** ARN of the account's provider for the issuer; AWS allows one. @default - it is created */
	readonly providerArn?: Late;
	/** Hours until the role is assumed again, 1 to 12. @default 8 */
	readonly sessionHours?: number;
	/** A role that exists, by name: the policy is attached to it, nothing else of it changes. */
	readonly existing?: { readonly roleName: string };
}

export interface BearerKeyProvision {
	/** Days until the key expires, 1 to 36600. Required but with `neverExpires`. */
	readonly ageDays?: number;
	/** Says that a key without an end is meant. @default false */
	readonly neverExpires?: boolean;
	/** Label of the key in profiles. A new label is a new key. @default "current" */
	readonly current?: string;
	/** Label of the key before, which lives on while devices change over. @default - none */
	readonly previous?: string;
	/** An IAM user that exists, by name: policy and key are added to it. */
	readonly existing?: { readonly userName: string };
}

export interface ProxyRoleProvision<Late = string> {
	/** Who the proxy is: the ARN of the role it runs as. Required but with `existing`. */
	readonly principalArn?: Late;
	/** A role that exists, by name: the policy is attached to it, nothing else of it changes. */
	readonly existing?: { readonly roleName: string };
}

export interface ApplicationProfileProvision {
	/** Cost-allocation tags, added to the deployment's. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
	/** @default - none */
	readonly budget?: {
		/** US dollars a month. */
		readonly monthlyUsd: number;
		/** Who is told at 80 and 100 percent. */
		readonly email: string;
	};
}

export type EndpointService = "runtime" | "control" | "sts" | "mantle";

export interface PrivateEndpointsProvision<Late = string> {
	readonly vpcId: Late;
	readonly subnetIds: readonly Late[];
	/** Address ranges of the clients, IPv4. */
	readonly clientCidrs: readonly string[];
	/**
	 * `create`: the VPC resolves the public names to these endpoints; `existing`: it already does, by another endpoint or
	 * zone; `none`: it does not. A VPC takes one owner per service.
	 * @default "create"
	 */
	readonly privateDns?: "create" | "existing" | "none";
	/** Whether profiles name the endpoint itself, for devices that do not resolve through the VPC. @default false */
	readonly useRegionalName?: boolean;
	/** @default - what the route and the way to sign in call */
	readonly services?: readonly EndpointService[];
	/** Organisation whose principals may use the endpoints. @default - only the account's */
	readonly organizationId?: string;
}
