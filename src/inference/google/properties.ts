/** What becomes of a resource in Google Cloud when it leaves the plan. */
export type DeletionPolicy = "DELETE" | "PREVENT" | "ABANDON";

/** Time or another bound of a binding. https://cloud.google.com/iam/docs/conditions-overview */
export interface BindingCondition {
	title: string;
	description: string;
	/** In the Common Expression Language. */
	expression: string;
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
}
