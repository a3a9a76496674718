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
}
