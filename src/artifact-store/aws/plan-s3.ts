import { made, type Outcome, refused } from "../../outcome.js";
import { error, type Problem } from "../../problem.js";
import { beforeKeys } from "../prefix.js";
import type { S3StoreOptions } from "../s3.js";
import { checkSensitivePlace } from "../sensitive-place.js";
import type { PlannedPlace, StorePlan, StoreRequest } from "../store.js";
import { type BucketToBe, type PlannedBucket, planBucket } from "./plan-bucket.js";

/** The buckets of a block that was found to be valid; one that exists stays as it is. */
export function planS3(request: StoreRequest, options: S3StoreOptions): Outcome<StorePlan> {
	const { region, tags = {}, retain = true, sensitive } = options;
	const problems = [...checkSensitivePlace(request, sensitive, "a bucket"), ...checkResidency(request, options)];
	if (problems.length > 0) return refused(...problems);
	const prefix = beforeKeys(options.prefix);
	const shared = {
		region,
		folder: `${prefix}${request.deployment}/`,
		versioning: options.versioning ?? true,
		tags,
		kept: retain,
	};
	const general = planned(options, () => ({
		...shared,
		role: "",
		bucket: options.bucket,
		readers: options.readers ?? [],
		kmsKeyArn: options.kmsKeyArn,
		objectLock: options.objectLock,
		pointerHistoryDays: options.pointerHistoryDays,
		accessLogs: logsOf("", options),
	}));
	const secret =
		sensitive &&
		planned(sensitive, () => ({
			...shared,
			role: "sensitive-",
			bucket: sensitive.bucket,
			readers: sensitive.readers ?? [],
			kmsKeyArn: sensitive.kmsKeyArn,
			accessLogs: logsOf("sensitive/", options),
		}));
	return made({
		lookUps: [],
		resources: [...general.resources, ...(secret?.resources ?? [])],
		policies: { ...general.policies, ...secret?.policies },
		place: placeIn(general, region),
		...(secret && { sensitivePlace: placeIn(secret, region) }),
		prefix,
		// Of objects always: what a ring goes back to is what another revision took the place of.
		retain: true,
		outputs: { bucket: general.place, ...(secret && { sensitiveBucket: secret.place }) },
	});
}

/** What is stated is held against where a bucket is that exists; where nothing is, the provider alone would decide. */
function checkResidency({ residency }: StoreRequest, { region }: S3StoreOptions): Problem[] {
	if (!residency) return [];
	if (region === undefined) {
		const message = `is missing, and the residency of the route's provision says where content may be; take one of ${residency.join(", ")}`;
		return [error("residency", ["region"], message)];
	}
	if (residency.includes(region)) return [];
	const message = `is ${region}, which the residency of the route's provision does not allow; take one of ${residency.join(", ")}`;
	return [error("residency", ["region"], message)];
}

function planned(
	{ bucket, existing = false }: { readonly bucket: string; readonly existing?: boolean },
	toBe: () => BucketToBe,
): PlannedBucket {
	return existing ? { place: bucket, resources: [], policies: {} } : planBucket(toBe());
}

function placeIn({ place: bucket }: PlannedBucket, region: string | undefined): PlannedPlace {
	return { properties: { bucket, ...(region !== undefined && { region }) }, location: `s3://${bucket}/` };
}

/** Records of both buckets go to one, and apart there. */
function logsOf(below: string, { accessLogs }: S3StoreOptions): BucketToBe["accessLogs"] {
	if (!accessLogs) return undefined;
	const { bucket, prefix } = accessLogs;
	return { bucket, prefix: `${prefix === undefined ? "" : `${prefix}/`}${below}` };
}
