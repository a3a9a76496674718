import { error, type Problem } from "../../problem.js";
import { late, text } from "../../shape/build.js";

/** https://cloud.google.com/storage/docs/buckets#naming */
function checkBucketName(name: string): Problem[] {
	const refuse = (message: string) => [error("bucket-name", [], message)];
	if (!/^[a-z0-9][a-z0-9._-]*[a-z0-9]$/.test(name)) {
		return refuse(
			"is no name of a bucket; expected lower-case letters, digits, hyphens, underscores and dots, with a letter or digit at both ends",
		);
	}
	const parts = name.split(".");
	const most = parts.length === 1 ? 63 : 222;
	if (name.length < 3 || name.length > most || parts.some((part) => part.length > 63))
		return refuse(`has ${name.length} characters; expected 3 to ${most}, and 63 at most between dots`);
	if (parts.some((part) => part === "")) return refuse("has two dots in a row, which no bucket's name has");
	if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return refuse("looks like an address, which no bucket's name may");
	if (name.startsWith("goog") || /g[o0]{2}g[l1]e/.test(name))
		return refuse(
			"begins with goog, or holds google or something like it, which Google keeps for itself; take another",
		);
	return [];
}

/** Name of a bucket, which is unique in the world. */
export const bucketName = late(text(checkBucketName));
