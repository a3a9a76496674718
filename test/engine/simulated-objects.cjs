// What a stand-in for AWS knows that keeps the objects it is given: in `objects.jsonl` beside it a line for each that was
// written or removed, with bucket, key and SHA-256.
const { createHash } = require("node:crypto");
const { appendFileSync, existsSync, readFileSync } = require("node:fs");
const path = require("node:path");

const object = "aws:s3/bucketObjectv2:BucketObjectv2";
const file = path.join(__dirname, "objects.jsonl");
const before = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
const objects = new Map();
for (const line of before) note(JSON.parse(line));

function note({ place, sha256 }) {
	if (sha256 === undefined) objects.delete(place);
	else objects.set(place, sha256);
}

/** What is secret comes in a wrapping. */
const plain = (given) => given?.value ?? given;

async function bytesOf({ source, contentBase64 }) {
	return source === undefined ? Buffer.from(plain(contentBase64), "base64") : readFileSync(await source.path);
}

async function during(type, change, { operation, inputs }) {
	if (type === object) {
		const place = `${inputs.bucket}/${inputs.key}`;
		const bytes = operation === "delete" ? undefined : await bytesOf(inputs);
		if (bytes !== undefined && place.endsWith("/current.json")) {
			const { revision } = JSON.parse(bytes);
			const manifest = place.replace(/rings\/.*/, `revisions/${revision}/manifest.json`);
			// Whoever follows a pointer has to find a manifest.
			if (!objects.has(manifest)) throw new Error(`${place} names ${revision}, which is not there`);
		}
		const line = { place, ...(bytes && { sha256: createHash("sha256").update(bytes).digest("hex") }) };
		note(line);
		appendFileSync(file, `${JSON.stringify(line)}\n`);
	}
	change();
}

module.exports = {
	version: "7.48.0",
	title: "AWS",
	replacing: { [object]: ["bucket", "key"] },
	added: { "aws:s3/bucket:Bucket": ({ bucket }) => ({ bucket, arn: `arn:aws:s3:::${bucket}` }) },
	everywhere: () => ({}),
	answers: {},
	during,
};
