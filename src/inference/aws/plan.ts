import type { PolicyDocument } from "./policy/policy-document.js";
import type { EndpointService, ExistingEndpoint } from "./provision.js";
import type { AwsPartition } from "./region.js";

/**
 * Everything that a deployment places in AWS, as plain data. A text in it may hold tokens of `late-text.ts`, which
 * `fillLateText` replaces; `Late` is whatever the program gave as reference.
 */
export interface AwsPlan<Late = string> {
	readonly partition: AwsPartition;
	/** Region of the endpoint. */
	readonly region: string;
	/** Twelve digits, or the token of `late.accountId`. */
	readonly accountId: string;
	readonly tags: Readonly<Record<string, string>>;
	/** Who signs in as what; in the order of the deployment, the one that groups share first. */
	readonly identities: readonly IdentityPlan<Late>[];
	readonly applicationProfiles: readonly ApplicationProfilePlan[];
	readonly budgets: readonly BudgetPlan[];
	readonly endpoints?: EndpointsPlan<Late>;
	/** Records calls that invocation logging does not; only of Mantle. */
	readonly eventDataStore?: EventDataStorePlan;
	/** What the plan rests on, for people. */
	readonly notes: readonly string[];
}

/** One principal and its policy. */
interface Identity {
	/** Stable word for logical names: `shared`, or `group-<name>` where the identity is one group's alone. */
	readonly role: string;
	/** Groups of the deployment that sign in as this. */
	readonly groups: readonly string[];
	readonly policy: PlannedPolicy;
}

export interface PlannedPolicy {
	/** `inline` in the principal created here, or `managed` and attached. */
	readonly kind: "inline" | "managed";
	/** At most 64 characters. */
	readonly name: string;
	readonly document: PolicyDocument;
}

export type IdentityPlan<Late = string> =
	| PermissionSetPlan<Late>
	| WebIdentityRolePlan<Late>
	| ProxyRolePlan<Late>
	| UserPlan
	| PolicyOnlyPlan;

export interface PermissionSetPlan<Late = string> extends Identity {
	readonly kind: "permission-set";
	/** At most 32 characters; the value of `inferenceBedrockSsoRoleName`. */
	readonly name: string;
	/** Present: the set is not created, and the managed policy is created in the account and attached by its name. */
	readonly existingArn?: Late;
	/** ISO 8601, such as `PT8H`. */
	readonly sessionDuration: string;
	/** Region of the Identity Center. @default - the provider's */
	readonly region?: string;
	readonly instanceArn?: Late;
	readonly identityStoreId?: Late;
	/** Display names of groups in Identity Center that get the set in the account, each once. */
	readonly assignedGroups: readonly string[];
}

export interface WebIdentityRolePlan<Late = string> extends Identity {
	readonly kind: "web-identity-role";
	readonly name: string;
	/** Present: neither role nor provider is created. */
	readonly existing: boolean;
	/** Absent with `existing`. The provider is the same for every identity of the plan: create it once. */
	readonly provider?: { readonly issuerUrl: string; readonly clientId: string; readonly arn?: Late };
	/** Holds the token of `late.providerArn` where the ARN is not given as text. Absent with `existing`. */
	readonly trust?: PolicyDocument;
	readonly maxSessionSeconds: number;
}

export interface ProxyRolePlan<Late = string> extends Identity {
	readonly kind: "proxy-role";
	readonly name: string;
	readonly existing: boolean;
	readonly principalArn?: Late;
	/** Holds the token of `late.principalArn` where the ARN is not given as text. Absent with `existing`. */
	readonly trust?: PolicyDocument;
}

export interface UserPlan extends Identity {
	readonly kind: "user";
	/** Present: every key is of this user, which is not created; absent: each key has a user of its own. */
	readonly existing?: string;
	/** The first is the one in profiles. */
	readonly keys: readonly KeyPlan[];
}

export interface KeyPlan {
	/** Logical names carry it, so that a key stays itself when `current` becomes `previous`. */
	readonly label: string;
	/** Name of the user that the key is of. */
	readonly userName: string;
	/** Absent: the key never expires. */
	readonly ageDays?: number;
}

/** The policy alone, to be attached elsewhere. */
export interface PolicyOnlyPlan extends Identity {
	readonly kind: "policy-only";
}

export interface ApplicationProfilePlan {
	readonly group: string;
	/** Id of the inference profile it copies. */
	readonly profileId: string;
	readonly name: string;
	/** ARN of the inference profile; may hold the token of the account id. */
	readonly copyFrom: string;
	readonly tags: Readonly<Record<string, string>>;
	/** Name of the token that stands for its ARN. */
	readonly late: string;
}

export interface BudgetPlan {
	readonly group: string;
	readonly name: string;
	readonly monthlyUsd: number;
	readonly email: string;
	/** What is counted: costs under this tag, which must be active as a cost-allocation tag. */
	readonly tag: { readonly key: string; readonly value: string };
	readonly thresholdPercents: readonly number[];
}

export interface EndpointsPlan<Late = string> {
	/** Where endpoints are created; absent where all of them exist. */
	readonly network?: EndpointNetworkPlan<Late>;
	readonly services: readonly EndpointPlan<Late>[];
	/** The endpoint whose regional DNS name profiles get as base URL, and how: `https://<dns name><suffix>`. */
	readonly baseUrl?: { readonly service: EndpointService; readonly suffix: "" | "/anthropic"; readonly late: string };
}

export interface EndpointNetworkPlan<Late = string> {
	readonly vpcId: Late;
	readonly subnetIds: readonly Late[];
	/** Of the clients that the security group lets in; empty where groups exist. */
	readonly clientCidrs: readonly string[];
	/** Present: no security group is created. */
	readonly securityGroupIds?: readonly Late[];
	/** Whether the endpoints own the private DNS names. */
	readonly privateDnsEnabled: boolean;
}

export interface EndpointPlan<Late = string> {
	readonly service: EndpointService;
	/** Such as `com.amazonaws.eu-central-1.bedrock-runtime`. */
	readonly serviceName: string;
	/** What the endpoint is to let through; of one that exists, for its owner to merge. */
	readonly policy: PolicyDocument;
	/** Present: the endpoint is not created. */
	readonly existing?: ExistingEndpoint<Late>;
}

export interface EventDataStorePlan {
	readonly retentionDays: number;
	readonly advancedEventSelectors: readonly EventSelector[];
}

export interface EventSelector {
	readonly name: string;
	readonly fieldSelectors: readonly { readonly field: string; readonly equals: readonly string[] }[];
}
