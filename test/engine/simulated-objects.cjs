// What a stand-in for AWS knows that keeps the objects it is given: in `bucket.json` beside it, SHA-256 by bucket and key.
const { createHash } = require("node:crypto");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const object = "aws:s3/bucketObjectv2:BucketObjectv2";
const file = path.join(__dirname, "bucket.json");

async function bytesOf({ source, contentBase64 }) {
	return contentBase64 === undefined ? readFileSync(await source.path) : Buffer.from(contentBase64, "base64");
}

async function during(type, change, { operation, inputs }) {
	if (type === object) {
		const bucket = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
		const place = `${inputs.bucket}/${inputs.key}`;
		if (operation === "delete") delete bucket[place];
		else {
			const bytes = await bytesOf(inputs);
			bucket[place] = createHash("sha256").update(bytes).digest("hex");
			if (inputs.key.endsWith("/current.json")) {
				const { revision } = JSON.parse(bytes);
				const manifest = place.replace(/rings\/.*/, `revisions/${revision}/manifest.json`);
				// Whoever follows a pointer has to find a manifest.
				if (bucket[manifest] === undefined) throw new Error(`${place} names ${revision}, which is not there`);
			}
		}
		writeFileSync(file, JSON.stringify(bucket));
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
