import { made, type Outcome, refused } from "../../outcome.js";
import { isError } from "../../problem.js";
import type { GcsStoreOptions } from "../gcs.js";
import { beforeKeys } from "../prefix.js";
import type { StorePlan, StoreRequest } from "../store.js";
import { checkGcs } from "./check-gcs.js";
import { planBucket } from "./plan-bucket.js";
import { planKeys } from "./plan-keys.js";

/** Buckets and who reads them, after leave to use the keys that encrypt them. */
export function planGcs(request: StoreRequest, options: GcsStoreOptions): Outcome<StorePlan> {
	const problems = checkGcs(request, options);
	if (problems.some(isError)) return refused(...problems);
	const { bucket, existing = false, kmsKeyName, readers = [], sensitive } = options;
	const ofSensitive = sensitive && !sensitive.existing ? (sensitive.kmsKeyName ?? kmsKeyName) : undefined;
	const keys = planKeys(options, { general: existing ? undefined : kmsKeyName, sensitive: ofSensitive });
	const prefix = beforeKeys(options.prefix);
	const published = `${prefix}${request.deployment}/`;
	const general = planBucket(
		{ role: "", name: bucket, key: kmsKeyName, readers, existing, after: keys.before(kmsKeyName) },
		options,
		published,
	);
	const closed =
		sensitive &&
		planBucket(
			{
				role: "sensitive-",
				name: sensitive.bucket,
				key: ofSensitive,
				readers: sensitive.readers ?? [],
				existing: sensitive.existing ?? false,
				after: keys.before(ofSensitive),
			},
			options,
			published,
		);
	return made(
		{
			lookUps: keys.lookUps,
			resources: [...keys.resources, ...general.resources, ...(closed?.resources ?? [])],
			place: general.place,
			...(closed && { sensitivePlace: closed.place }),
			prefix,
			// Of what a new revision replaces, too, or no ring could go back: what goes goes with its bucket.
			retain: true,
			outputs: { bucket: general.name, ...(closed && { sensitiveBucket: closed.name }) },
		},
		problems,
	);
}
