import { flag, integer, late, object, textMatching } from "../shape/build.js";
import { bucketName } from "./gcp/bucket-name.js";
import { bucketLocation } from "./gcp/location.js";
import { planGcs } from "./gcp/plan-gcs.js";
import { readers, readersOfSecrets } from "./gcp/readers.js";
import { type GcsRetention, retention } from "./gcp/retention.js";
import { prefix } from "./prefix.js";
import type { ArtifactStore } from "./store.js";

/** Another bucket for files that carry secrets, with readers and a key of its own. */
export interface GcsSensitiveBucket<Late = string> {
	/** Its name, unique in the world. */
	readonly bucket: Late;
	/** Whether it is there already, and only written to. @default false */
	readonly existing?: boolean;
	/** Key that encrypts it, by its resource name, of a place that serves its location. @default - that of the block */
	readonly kmsKeyName?: Late;
	/** Who may read it beside the project's owners and editors, as IAM writes members. Required where it is created. @default - nobody new */
	readonly readers?: readonly Late[];
}

export interface GcsStoreOptions<Late = string> {
	/** Name of the bucket, unique in the world. Where `rings` and `prune` are to find it, a program must not make it up. */
	readonly bucket: Late;
	/** Whether it is there already, and only written to. @default false */
	readonly existing?: boolean;
	/** Project of what is created. @default - that of the credentials that deploy */
	readonly projectId?: Late;
	/**
	 * Where the bucket is: a region such as `europe-west3`, `eu`, `us` or `asia`, or a pair of regions such as `eur4`; it
	 * never moves. Required where it is created; of one that exists it is held against where that is.
	 * @default - wherever the bucket is that exists
	 */
	readonly location?: string;
	/** Folder in the bucket that everything is below, such as `cowork/prod`. @default - the bucket's own */
	readonly prefix?: string;
	/** Whether what is replaced or deleted stays as a version beside what is there. @default true */
	readonly versioning?: boolean;
	/** Key that encrypts the bucket, by its resource name, of a place that serves its location. @default - Google's own */
	readonly kmsKeyName?: Late;
	/**
	 * Address of the account that Cloud Storage encrypts as, of the project that the bucket is in.
	 * @default - Cloud Storage is asked for it
	 */
	readonly serviceAgent?: Late;
	/**
	 * Whether that account is let encrypt with the key here, which takes the right to set the key's policy. Such leave
	 * stays with the bucket.
	 * @default true
	 */
	readonly grantKey?: boolean;
	/**
	 * How long objects stay whoever wants them gone. Needs `versioning` and `retain`.
	 * @default - as long as nobody deletes them
	 */
	readonly retention?: GcsRetention;
	/** Days that Google can still bring back what was deleted: 0, or 7 to 90. @default - 7, as Google does by itself */
	readonly softDeleteDays?: number;
	/** Bucket that gets logs of who read what, which exists and lets Google write. @default - none */
	readonly logBucket?: Late;
	/** Who may read what this deployment publishes, as IAM writes members. @default - nobody new */
	readonly readers?: readonly Late[];
	/** Where files go that carry secrets. @default - a deployment that has such files is refused */
	readonly sensitive?: GcsSensitiveBucket<Late>;
	/**
	 * Whether the buckets that are created stay with everything in them when the deployment goes; say `existing: true`
	 * when it comes back.
	 * @default true
	 */
	readonly retain?: boolean;
}

const existing = { shape: flag, summary: "Whether it is there already, and only written to.", default: false } as const;

const kmsKeyName = late(
	textMatching(
		"kms-key",
		/^projects\/[^/\s]+\/locations\/[a-z0-9-]+\/keyRings\/[A-Za-z0-9_-]+\/cryptoKeys\/[A-Za-z0-9_-]+$/,
		"is no resource name of a key; expected projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key>",
	),
);

const sensitive = object(
	{
		bucket: { shape: bucketName, summary: "Its name, unique in the world.", required: true },
		existing,
		kmsKeyName: {
			shape: kmsKeyName,
			summary: "Key that encrypts it, by its resource name, of a place that serves its location.",
			defaultNote: "that of the block",
		},
		readers: {
			shape: readersOfSecrets,
			summary:
				"Who may read it beside the project's owners and editors, as IAM writes members. Required where it is created.",
			defaultNote: "nobody new",
		},
	},
	{
		name: "GcsSensitiveBucket",
		summary: "Another bucket for files that carry secrets, with readers and a key of its own.",
	},
);

/**
 * Google Cloud Storage: buckets that nobody can open to the public, access by IAM alone, and versions of everything. What
 * is published stays where it is unless the block says otherwise.
 */
export const gcs: ArtifactStore<GcsStoreOptions> = {
	title: "Google Cloud Storage",
	docs: "https://cloud.google.com/storage/docs/json_api/v1",
	cloud: "gcp",
	options: object({
		bucket: {
			shape: bucketName,
			summary:
				"Name of the bucket, unique in the world. Where `rings` and `prune` are to find it, a program must not make it up.",
			required: true,
		},
		existing,
		projectId: {
			shape: late(
				textMatching(
					"project-id",
					/^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
					"is no project id; expected 6 to 30 lower-case letters, digits and hyphens",
				),
			),
			summary: "Project of what is created.",
			defaultNote: "that of the credentials that deploy",
		},
		location: {
			shape: bucketLocation,
			summary:
				"Where the bucket is: a region such as `europe-west3`, `eu`, `us` or `asia`, or a pair of regions such as `eur4`; it never moves. Required where it is created; of one that exists it is held against where that is.",
			defaultNote: "wherever the bucket is that exists",
		},
		prefix,
		versioning: {
			shape: flag,
			summary: "Whether what is replaced or deleted stays as a version beside what is there.",
			default: true,
		},
		kmsKeyName: {
			shape: kmsKeyName,
			summary: "Key that encrypts the bucket, by its resource name, of a place that serves its location.",
			defaultNote: "Google's own",
		},
		serviceAgent: {
			shape: late(
				textMatching(
					"service-agent",
					/^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/,
					"is no service account; expected one such as service-123456789@gs-project-accounts.iam.gserviceaccount.com",
				),
			),
			summary: "Address of the account that Cloud Storage encrypts as, of the project that the bucket is in.",
			defaultNote: "Cloud Storage is asked for it",
		},
		grantKey: {
			shape: flag,
			summary:
				"Whether that account is let encrypt with the key here, which takes the right to set the key's policy. Such leave stays with the bucket.",
			default: true,
		},
		retention,
		softDeleteDays: {
			shape: integer({ min: 0, max: 90 }),
			summary: "Days that Google can still bring back what was deleted: 0, or 7 to 90.",
			defaultNote: "7, as Google does by itself",
		},
		logBucket: {
			shape: bucketName,
			summary: "Bucket that gets logs of who read what, which exists and lets Google write.",
			defaultNote: "none",
		},
		readers: {
			shape: readers,
			summary: "Who may read what this deployment publishes, as IAM writes members.",
			defaultNote: "nobody new",
		},
		sensitive: {
			shape: sensitive,
			summary: "Where files go that carry secrets.",
			defaultNote: "a deployment that has such files is refused",
		},
		retain: {
			shape: flag,
			summary:
				"Whether the buckets that are created stay with everything in them when the deployment goes; say `existing: true` when it comes back.",
			default: true,
		},
	}),
	plan: planGcs,
	examples: {
		plain: { bucket: "example-cowork", location: "europe-west3" },
		existing: {
			bucket: "example-artifacts",
			existing: true,
			prefix: "cowork/prod",
			readers: ["serviceAccount:mdm@example-net.iam.gserviceaccount.com"],
		},
		secrets: {
			bucket: "example-cowork",
			location: "eu",
			projectId: "example-net",
			readers: ["domain:example.com", "group:endpoint@example.com"],
			sensitive: { bucket: "example-cowork-secrets", readers: ["group:mdm@example.com"] },
		},
		"own-keys": {
			bucket: "example-cowork",
			location: "europe-west3",
			projectId: "example-net",
			kmsKeyName: "projects/example-keys/locations/europe-west3/keyRings/cowork/cryptoKeys/artifacts",
			logBucket: "example-logs",
			softDeleteDays: 30,
			retention: { days: 365 },
			sensitive: {
				bucket: "example-cowork-secrets",
				kmsKeyName: "projects/example-keys/locations/europe-west3/keyRings/cowork/cryptoKeys/secrets",
				readers: ["principal://iam.googleapis.com/locations/global/workforcePools/example/subject/mdm"],
			},
		},
		"keys-elsewhere": {
			bucket: "example-cowork",
			location: "us-central1",
			kmsKeyName: "projects/example-keys/locations/us-central1/keyRings/cowork/cryptoKeys/artifacts",
			grantKey: false,
			sensitive: { bucket: "example-secrets", existing: true, readers: ["group:mdm@example.com"] },
		},
		passing: { bucket: "example-cowork", location: "asia", retain: false },
		agent: {
			bucket: "example-cowork",
			location: "eur4",
			kmsKeyName: "projects/example-keys/locations/eur4/keyRings/cowork/cryptoKeys/artifacts",
			serviceAgent: "service-123456789@gs-project-accounts.iam.gserviceaccount.com",
		},
	},
};
