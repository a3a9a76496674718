/** A bound of a binding. https://cloud.google.com/iam/docs/conditions-overview */
interface BindingCondition {
	title: string;
	description: string;
	/** In the Common Expression Language. */
	expression: string;
}

/**
 * What each kind of resource takes, in the words of the Pulumi provider. The kinds are those of Cloud Asset Inventory;
 * what belongs to a resource of another kind stands after a dot.
 * https://cloud.google.com/storage/docs/json_api/v1/buckets
 */
export interface GcsProperties {
	"storage.googleapis.com/Bucket": {
		/** That of the credentials that deploy, where there is none. */
		project?: string | undefined;
		name: string;
		/** In capitals, as Google answers it. */
		location: string;
		uniformBucketLevelAccess: true;
		publicAccessPrevention: "enforced";
		versioning: { enabled: boolean };
		encryption?: { defaultKmsKeyName: string } | undefined;
		/** Seconds, as text. */
		retentionPolicy?: { retentionPeriod: string; isLocked: boolean } | undefined;
		softDeletePolicy?: { retentionDurationSeconds: number } | undefined;
		logging?: { logBucket: string; logObjectPrefix: string } | undefined;
		/** Whether it goes with what is still in it. */
		forceDestroy: boolean;
	};
	"storage.googleapis.com/Bucket.IamMember": {
		bucket: string;
		role: string;
		member: string;
		condition: BindingCondition;
	};
	/** Nobody else has the role. */
	"storage.googleapis.com/Bucket.IamBinding": {
		bucket: string;
		role: string;
		members: string[];
	};
	"cloudkms.googleapis.com/CryptoKey.IamMember": {
		cryptoKeyId: string;
		role: string;
		member: string;
	};
}

/** What Cloud Storage is asked before anything is created, by the word for it. */
export interface GcsLookUps {
	/** The account that Cloud Storage itself encrypts as, of a project. */
	storageServiceAgent: { project?: string };
}
