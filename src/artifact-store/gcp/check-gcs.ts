import { liesWithin } from "../../cloud/google-location.js";
import { error, type Problem } from "../../problem.js";
import type { GcsStoreOptions } from "../gcs.js";
import { checkSensitivePlace } from "../sensitive-place.js";
import type { StoreRequest } from "../store.js";
import { checkKeyLocation } from "./key-location.js";
import { checkRetention } from "./retention.js";

/** Members that say how a bucket is created. */
const shaping = [
	"versioning",
	"kmsKeyName",
	"serviceAgent",
	"grantKey",
	"retention",
	"softDeleteDays",
	"logBucket",
] as const satisfies readonly (keyof GcsStoreOptions)[];

/** What is wrong between the members of a block that fits its shape. */
export function checkGcs(request: StoreRequest, options: GcsStoreOptions): Problem[] {
	return [
		...checkSensitivePlace(request, options.sensitive, "a bucket"),
		...checkPlaces(options),
		...checkResidency(request, options),
		...(createsNothing(options) ? ofExisting(options) : checkCreated(options)),
		...checkSoftDelete(options),
	];
}

/** What is stated is held against where a bucket is that exists; of one that is created a location is always stated. */
function checkResidency({ residency }: StoreRequest, options: GcsStoreOptions): Problem[] {
	const { location } = options;
	if (!residency) return [];
	if (location === undefined) {
		if (!createsNothing(options)) return [];
		const message = `is missing, and the residency of the route's provision says where content may be; write where the bucket is, within ${residency.join(", ")}`;
		return [error("residency", ["location"], message)];
	}
	if (liesWithin(location.toLowerCase(), residency)) return [];
	const message = `is ${location}, which the residency of the route's provision does not allow; take a place within ${residency.join(", ")}`;
	return [error("residency", ["location"], message)];
}

function createsNothing({ existing = false, sensitive }: GcsStoreOptions): boolean {
	return existing && (sensitive === undefined || sensitive.existing === true);
}

function checkPlaces(options: GcsStoreOptions): Problem[] {
	const { bucket, location, sensitive } = options;
	const problems: Problem[] = [];
	if (sensitive?.bucket === bucket) {
		const message = "is the bucket of everything else, whose readers would have the secrets; name another";
		problems.push(error("same-bucket", ["sensitive", "bucket"], message));
	}
	if (options.retain === false && (options.existing || sensitive?.existing)) {
		const message =
			"cannot be false for a bucket that exists, which stays with what is in it; prune removes there what nobody needs";
		problems.push(error("of-existing", ["retain"], message));
	}
	if (sensitive?.existing && sensitive.kmsKeyName !== undefined) {
		const message =
			"is the existing bucket's own to say; set its default key where it is looked after, or leave existing out";
		problems.push(error("of-existing", ["sensitive", "kmsKeyName"], message));
	}
	if (sensitive && !sensitive.existing && sensitive.readers === undefined) {
		const message =
			"is missing, and whoever may view the project would read the secrets of a new bucket; name who does, and nobody else";
		problems.push(error("missing", ["sensitive", "readers"], message));
	}
	if (location === undefined && !createsNothing(options)) {
		const message =
			"is missing, and a bucket is created, which never moves; say where, or existing: true of one that is there";
		problems.push(error("missing", ["location"], message));
	}
	return problems;
}

function ofExisting(options: GcsStoreOptions): Problem[] {
	return shaping
		.filter((name) => options[name] !== undefined)
		.map((name) => {
			const message = "is the existing bucket's own to say; leave it out here, or existing";
			return error("of-existing", [name], message);
		});
}

function checkCreated(options: GcsStoreOptions): Problem[] {
	return [...(options.retention ? checkRetention(options.retention, options) : []), ...checkKeys(options)];
}

function checkKeys(options: GcsStoreOptions): Problem[] {
	const { kmsKeyName, sensitive, location, serviceAgent, grantKey = true } = options;
	const problems = [
		...checkKeyLocation(kmsKeyName, location, ["kmsKeyName"]),
		...checkKeyLocation(sensitive?.kmsKeyName, location, ["sensitive", "kmsKeyName"]),
	];
	const hasKey = kmsKeyName !== undefined || sensitive?.kmsKeyName !== undefined;
	if (serviceAgent !== undefined && !(hasKey && grantKey)) {
		const message = "is let do nothing here, where no key is let be used; leave it out";
		problems.push(error("no-effect", ["serviceAgent"], message));
	}
	if (!grantKey && !hasKey)
		problems.push(error("no-effect", ["grantKey"], "speaks of a key that the block does not name; leave it out"));
	return problems;
}

/** https://cloud.google.com/storage/docs/soft-delete */
function checkSoftDelete({ softDeleteDays: days }: GcsStoreOptions): Problem[] {
	if (days === undefined || days === 0 || days >= 7) return [];
	return [error("soft-delete-days", ["softDeleteDays"], `is ${days}; expected 0 for none, or 7 to 90`)];
}
