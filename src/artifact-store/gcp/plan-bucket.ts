import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedResource } from "../../cloud/planned-resource.js";
import { tokensIn } from "../../reference/token.js";
import type { GcsStoreOptions } from "../gcs.js";
import type { PlannedPlace } from "../store.js";
import { readingBelow } from "./readers.js";
import { resource } from "./resource.js";
import { retentionSeconds } from "./retention.js";

/** One of the buckets of a block. */
export interface BucketToPlan {
	/** What ids of its resources begin with. */
	readonly role: "" | "sensitive-";
	readonly name: string;
	/** The key that it is created with. @default - Google's own */
	readonly key: string | undefined;
	readonly readers: readonly string[];
	/** Whether it is there already. */
	readonly existing: boolean;
	/** Ids of what must stand before it is created. */
	readonly after: readonly string[];
}

export interface PlannedBucket {
	readonly resources: readonly PlannedResource[];
	/** Text with a token, where it is created. */
	readonly name: string;
	readonly place: PlannedPlace;
}

/** A bucket, and who reads below a prefix of it. */
export function planBucket(bucket: BucketToPlan, options: GcsStoreOptions, prefix: string): PlannedBucket {
	const { existing } = bucket;
	const created = existing ? [] : [createBucket(bucket, options)];
	const [own] = created;
	const name = own ? outputOf(own, "name") : bucket.name;
	const readers = own && bucket.role === "sensitive-" ? [onlyReaders(bucket, name)] : addReaders(bucket, name, prefix);
	return {
		resources: [...created, ...readers],
		name,
		place: { properties: { bucket: name }, location: `gs://${name}/` },
	};
}

function createBucket({ role, name, key, after }: BucketToPlan, options: GcsStoreOptions): PlannedResource {
	const { projectId, location = "", versioning = true, retention, softDeleteDays, logBucket, retain = true } = options;
	return resource(
		"storage.googleapis.com/Bucket",
		`${role}bucket`,
		{
			project: projectId,
			name,
			location: location.toUpperCase(),
			uniformBucketLevelAccess: true,
			publicAccessPrevention: "enforced",
			versioning: { enabled: versioning },
			encryption: key === undefined ? undefined : { defaultKmsKeyName: key },
			retentionPolicy: retention && {
				retentionPeriod: retentionSeconds(retention),
				isLocked: retention.isLocked ?? false,
			},
			softDeletePolicy:
				softDeleteDays === undefined ? undefined : { retentionDurationSeconds: softDeleteDays * 24 * 60 * 60 },
			logging: logBucket === undefined ? undefined : { logBucket, logObjectPrefix: name },
			forceDestroy: !retain,
		},
		{ name, ...(retain && { kept: true }), ...(after.length > 0 && { after }) },
	);
}

/** Adds to whom the bucket lets in already. A list takes the right to list, which a condition bounds, too. */
function addReaders({ role, readers }: BucketToPlan, bucket: string, prefix: string): PlannedResource[] {
	const condition = {
		title: "Published by Claude Cowork",
		description: `What is below ${prefix} and nothing else.`,
		expression: readingBelow(bucket, prefix),
	};
	return readers.map((member, index) => {
		// What a program passes has no name yet.
		const id = tokensIn(member).length > 0 ? index : member;
		return resource(
			"storage.googleapis.com/Bucket.IamMember",
			`${role}reader.${id}`,
			{ bucket, role: "roles/storage.objectViewer", member, condition },
			{ name: member },
		);
	});
}

/**
 * Without it, every viewer of the project reads the objects of a new bucket, by this role. Owners and editors have another
 * one, which is left to them: what deploys may be one of them.
 * https://cloud.google.com/storage/docs/access-control/iam-roles#basic-roles-modifiable
 */
function onlyReaders({ role, readers }: BucketToPlan, bucket: string): PlannedResource {
	const reading = "roles/storage.legacyObjectReader";
	return resource(
		"storage.googleapis.com/Bucket.IamBinding",
		`${role}readers`,
		{ bucket, role: reading, members: [...readers] },
		{ name: reading },
	);
}
