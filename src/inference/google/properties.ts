/** What becomes of a resource in Google Cloud when it leaves the plan. */
export type DeletionPolicy = "DELETE" | "PREVENT" | "ABANDON";

/** Time or another bound of a binding. https://cloud.google.com/iam/docs/conditions-overview */
export interface BindingCondition {
	title: string;
	description: string;
	/** In the Common Expression Language. */
	expression: string;
}

/** Values of a list constraint that are allowed, and no others. */
interface AllowedValues {
	rules: { values: { allowedValues: string[] } }[];
}

/** What of a perimeter may be enforced, or tried in dry run. */
export interface PerimeterConfig {
	resources: string[];
	restrictedServices: string[];
	accessLevels: string[];
}

/**
 * What each kind of resource takes, in the words of the Pulumi provider. The kinds are those of Cloud Asset Inventory;
 * what belongs to a resource of another kind stands after a dot, and plain words for what Google keeps no resource of.
 * https://cloud.google.com/asset-inventory/docs/asset-types
 */
export interface GoogleProperties {
	"iam.googleapis.com/Role": {
		project: string;
		roleId: string;
		title: string;
		description: string;
		permissions: string[];
		stage: "GA";
		deletionPolicy: DeletionPolicy;
	};
	"cloudresourcemanager.googleapis.com/Project.IamMember": {
		project: string;
		role: string;
		member: string;
		condition?: BindingCondition;
	};
	"iam.googleapis.com/ServiceAccount": {
		project: string;
		accountId: string;
		displayName: string;
		description: string;
	};
	"iam.googleapis.com/ServiceAccountKey": {
		serviceAccountId: string;
		/** A change of one makes another key. */
		keepers: Record<string, string>;
	};
	"compute.googleapis.com/GlobalAddress": {
		project: string;
		name: string;
		network: string;
		address: string;
		addressType: "INTERNAL";
		purpose: "PRIVATE_SERVICE_CONNECT";
	};
	"compute.googleapis.com/GlobalForwardingRule": {
		project: string;
		/** 1 to 20 lower-case letters and digits, so that Pulumi must not make one up. */
		name: string;
		network: string;
		ipAddress: string;
		target: "all-apis" | "vpc-sc";
		loadBalancingScheme: "";
	};
	"dns.googleapis.com/ResponsePolicy": {
		project: string;
		responsePolicyName: string;
		description: string;
		networks: { networkUrl: string }[];
	};
	"dns.googleapis.com/ResponsePolicyRule": {
		project: string;
		responsePolicy: string;
		ruleName: string;
		/** With the final dot. */
		dnsName: string;
		localData: { localDatas: { name: string; type: "A"; ttl: number; rrdatas: string[] }[] };
	};
	"dns.googleapis.com/ManagedZone": {
		project: string;
		name: string;
		/** With the final dot. */
		dnsName: string;
		description: string;
		visibility: "private";
		privateVisibilityConfig: { networks: { networkUrl: string }[] };
	};
	"dns.googleapis.com/ResourceRecordSet": {
		project: string;
		managedZone: string;
		/** With the final dot. */
		name: string;
		type: "A";
		ttl: number;
		rrdatas: string[];
	};
	"serviceusage.googleapis.com/Service": {
		project: string;
		service: string;
		disableOnDestroy: false;
		deletionPolicy: DeletionPolicy;
	};
	"enabled model": { project: string; publisherModelName: string };
	"orgpolicy.googleapis.com/Policy": {
		name: string;
		parent: string;
		spec?: AllowedValues;
		dryRunSpec?: AllowedValues;
	};
	"cloudresourcemanager.googleapis.com/Project.AuditConfig": {
		project: string;
		service: string;
		auditLogConfigs: { logType: string }[];
	};
	"logging.googleapis.com/LogBucket": {
		project: string;
		location: string;
		bucketId: string;
		retentionDays: number;
		locked: boolean;
		cmekSettings?: { kmsKeyName: string };
	};
	"logging.googleapis.com/LogSink": {
		project: string;
		name: string;
		destination: string;
		filter: string;
		uniqueWriterIdentity: boolean;
	};
	"iam.googleapis.com/WorkforcePool": {
		parent: string;
		location: string;
		workforcePoolId: string;
		displayName: string;
		/** In seconds, such as `28800s`. */
		sessionDuration: string;
		deletionPolicy: DeletionPolicy;
	};
	"iam.googleapis.com/WorkforcePoolProvider": {
		workforcePoolId: string;
		location: string;
		providerId: string;
		attributeMapping: Record<string, string>;
		attributeCondition?: string;
		oidc: {
			issuerUri: string;
			clientId: string;
			webSsoConfig: { responseType: "ID_TOKEN"; assertionClaimsBehavior: "ONLY_ID_TOKEN_CLAIMS" };
		};
		detailedAuditLogging: boolean;
		deletionPolicy: DeletionPolicy;
	};
	"accesscontextmanager.googleapis.com/AccessLevel": {
		parent: string;
		name: string;
		title: string;
		basic: { conditions: { ipSubnetworks: string[] }[] };
	};
	"accesscontextmanager.googleapis.com/ServicePerimeter": {
		parent: string;
		name: string;
		title: string;
		useExplicitDryRunSpec: boolean;
		/** What is tried in dry run. */
		spec?: PerimeterConfig;
		/** What is enforced. */
		status?: PerimeterConfig;
	};
	"accesscontextmanager.googleapis.com/ServicePerimeter.Resource": { perimeterName: string; resource: string };
	"accesscontextmanager.googleapis.com/ServicePerimeter.DryRunResource": { perimeterName: string; resource: string };
	"cloudquotas.googleapis.com/QuotaPreference": {
		parent: string;
		name: string;
		service: string;
		quotaId: string;
		dimensions?: Record<string, string>;
		quotaConfig: { preferredValue: string };
		contactEmail: string;
		justification?: string;
	};
}
