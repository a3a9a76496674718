import { arnPlace } from "../../cloud/aws-arn.js";
import { partitionOfRegion } from "../../cloud/aws-region.js";
import { isObject } from "../../json.js";
import type { Path } from "../../path.js";
import { error, type Problem, warning } from "../../problem.js";
import type { Members } from "../../shape/shape.js";

/** What is wrong between members of the block; what a program passes is seen by S3 alone. */
export function checkS3(block: Members): Problem[] {
	const sensitive = isObject(block.sensitive) ? block.sensitive : undefined;
	return [
		...checkExisting(block, ofCreatedBucket, []),
		...checkRetention(block, sensitive),
		...checkLock(block),
		...(sensitive ? checkSensitive(sensitive, block) : []),
		...checkLogs(block, sensitive),
		...checkPlaces(block, sensitive),
	];
}

/** Members that say how a bucket is to be. */
const ofCreatedBucket = [
	"versioning",
	"kmsKeyArn",
	"objectLock",
	"pointerHistoryDays",
	"accessLogs",
	"readers",
	"tags",
];

function checkExisting(block: Members, ofCreated: readonly string[], at: Path): Problem[] {
	if (block.existing !== true) return [];
	return ofCreated
		.filter((name) => block[name] !== undefined)
		.map((name) => {
			const message =
				"is for a bucket that is created, and this one exists; leave it out, and let the bucket's owner see to it";
			return error("of-existing", [...at, name], message);
		});
}

/** Buckets that exist hold what others put there, too. */
function checkRetention({ existing, retain }: Members, sensitive: Members | undefined): Problem[] {
	if (retain !== false || (existing !== true && sensitive?.existing !== true)) return [];
	const message =
		"is false, and nothing in a bucket that exists is deleted with the deployment; leave it out, and remove what nobody needs with pulumi-cowork prune";
	return [error("of-existing", ["retain"], message)];
}

function checkLock({ objectLock, versioning, retain }: Members): Problem[] {
	if (!isObject(objectLock)) return [];
	const problems: Problem[] = [];
	if (versioning === false) {
		problems.push(
			error("lock-of-versions", ["versioning"], "is false, and versions are what objectLock keeps; leave it out"),
		);
	}
	if (retain === false) {
		const message = "is false, and nothing that objectLock keeps can be deleted with the deployment; leave it out";
		problems.push(error("locked-stays", ["retain"], message));
	}
	if (objectLock.mode === "COMPLIANCE") {
		const message = `keeps every version for ${objectLock.days} days against everybody, the account's root too, and can be made longer only; say GOVERNANCE to try it out`;
		problems.push(warning("lock-for-good", ["objectLock", "mode"], message));
	}
	return problems;
}

function checkSensitive(sensitive: Members, block: Members): Problem[] {
	const problems = checkExisting(sensitive, ["kmsKeyArn", "readers"], ["sensitive"]);
	const same = (name: string) => typeof sensitive[name] === "string" && sensitive[name] === block[name];
	if (same("bucket")) {
		const message = "is the bucket of what carries no secret; name another one";
		problems.push(error("same-bucket", ["sensitive", "bucket"], message));
	}
	if (same("kmsKeyArn")) {
		const message = "is the key of what carries no secret; make one that fewer may use";
		problems.push(error("same-key", ["sensitive", "kmsKeyArn"], message));
	}
	if (sensitive.existing !== true && sensitive.kmsKeyArn === undefined) {
		const message =
			"is missing; what carries a secret is encrypted with a key of its own, whose policy says who can read it";
		problems.push(error("missing", ["sensitive", "kmsKeyArn"], message));
	}
	return problems;
}

/** A bucket that records its own records never ends. */
function checkLogs({ bucket, accessLogs }: Members, sensitive: Members | undefined): Problem[] {
	const to = isObject(accessLogs) ? accessLogs.bucket : undefined;
	if (typeof to !== "string" || (to !== bucket && to !== sensitive?.bucket)) return [];
	return [error("same-bucket", ["accessLogs", "bucket"], "is a bucket of this block itself; name another one")];
}

interface Place {
	readonly at: Path;
	readonly partition: string;
	/** Empty where it is in none. */
	readonly region: string;
}

/** Everything is in one partition, and keys are in the region of what they encrypt. */
function checkPlaces(block: Members, sensitive: Members | undefined): Problem[] {
	const { region } = block;
	const stated = typeof region === "string" ? [{ at: ["region"], partition: partitionOfRegion(region), region }] : [];
	const keys = [
		...placeOf(block.kmsKeyArn, ["kmsKeyArn"]),
		...placeOf(sensitive?.kmsKeyArn, ["sensitive", "kmsKeyArn"]),
	];
	const principals = [
		...placesOf(block.readers, ["readers"]),
		...placesOf(sensitive?.readers, ["sensitive", "readers"]),
	];
	const [first, ...others] = [...stated, ...keys, ...principals];
	const [regional] = [...stated, ...keys];
	if (!first) return [];
	const apart = others.filter(({ partition }) => partition !== first.partition);
	return [
		...apart.map(({ at, partition }) => {
			const message = `is in partition ${partition}, and ${words(first.at)} in ${first.partition}; nothing reaches from one to another`;
			return error("other-partition", at, message);
		}),
		...keys
			.filter((key) => regional && key.region !== regional.region && !apart.includes(key))
			.map(({ at, region }) => {
				const message = `is a key of ${region}; S3 takes one of the bucket's region, which by ${words(regional?.at ?? [])} is ${regional?.region}`;
				return error("other-region", at, message);
			}),
	];
}

function words(path: Path): string {
	return path.join(".");
}

function placesOf(arns: unknown, at: Path): Place[] {
	return Array.isArray(arns) ? arns.flatMap((arn, index) => placeOf(arn, [...at, index])) : [];
}

function placeOf(arn: unknown, at: Path): Place[] {
	const place = typeof arn === "string" ? arnPlace(arn) : undefined;
	return place ? [{ at, ...place }] : [];
}
