// What a stand-in for Google Cloud knows of storage. Buckets and objects are those of the server that `server.json` names,
// which keeps no policy of retention: as Google does, this refuses what one forbids, and it is the provider's way to write
// objects, which asks for nothing to be there or not.
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const bucketType = "gcp:storage/bucket:Bucket";
const objectType = "gcp:storage/bucketObject:BucketObject";

/** Inputs that Google, or its provider, takes only when the resource is made. */
const replacing = {
	[bucketType]: ["name", "location", "project"],
	[objectType]: ["bucket", "name", "source", "contentType", "cacheControl", "contentDisposition"],
	"gcp:storage/bucketIAMMember:BucketIAMMember": ["bucket", "role", "member", "condition"],
	"gcp:storage/bucketIAMBinding:BucketIAMBinding": ["bucket", "role"],
	"gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember": ["cryptoKeyId", "role", "member"],
};

const beside = (name) => path.join(__dirname, name);
const server = () => JSON.parse(readFileSync(beside("server.json"), "utf8")).url;

async function ask(method, place, { type = "application/json", content } = {}) {
	const body = content === undefined ? {} : { body: content, headers: { "content-type": type } };
	const response = await fetch(`${server()}/${place}`, { method, ...body });
	if (response.ok || response.status === 404) return response;
	throw new Error(`googleapi: Error ${response.status}: ${await response.text()}`);
}

const bucketPlace = (bucket) => `storage/v1/b/${bucket}`;
const objectPlace = (bucket, name) => `${bucketPlace(bucket)}/o/${encodeURIComponent(name)}`;

/** What Google keeps of buckets, and the server does not. */
const policies = () =>
	existsSync(beside("buckets.json")) ? JSON.parse(readFileSync(beside("buckets.json"), "utf8")) : {};
const keep = (all) => writeFileSync(beside("buckets.json"), JSON.stringify(all));

/** https://cloud.google.com/storage/docs/bucket-lock: a live object becomes a version where those are kept. */
async function refuseRetained(bucket, name) {
	const { retentionPolicy, versioning } = policies()[bucket] ?? {};
	if (!retentionPolicy || versioning?.enabled) return;
	const found = await ask("GET", objectPlace(bucket, name));
	if (found.status === 404) return;
	const until = Date.parse((await found.json()).timeCreated) + Number(retentionPolicy.retentionPeriod) * 1000;
	if (Date.now() >= until) return;
	const day = new Date(until).toISOString();
	throw new Error(
		`googleapi: Error 403: Object '${bucket}/${name}' is subject to bucket's retention policy and cannot be deleted or overwritten until ${day}, retentionPolicyNotMet`,
	);
}

/** What is secret comes wrapped. */
const opened = (value) => value?.value ?? value;
const assetBytes = ({ path: file, text }) =>
	text === undefined || text === "" ? readFileSync(file) : Buffer.from(text);

async function writeObject({ bucket, name, content, source, ...said }) {
	await refuseRetained(bucket, name);
	const { contentType, cacheControl, contentDisposition } = said;
	const boundary = "an-end-that-no-file-has";
	const body = Buffer.concat([
		Buffer.from(`--${boundary}\r\ncontent-type: application/json; charset=utf-8\r\n\r\n`),
		Buffer.from(`${JSON.stringify({ name, contentType, cacheControl, contentDisposition })}\r\n`),
		Buffer.from(`--${boundary}\r\ncontent-type: ${contentType}\r\n\r\n`),
		content === undefined ? assetBytes(opened(source)) : Buffer.from(opened(content)),
		Buffer.from(`\r\n--${boundary}--\r\n`),
	]);
	const type = `multipart/related; boundary=${boundary}`;
	const place = `upload/storage/v1/b/${bucket}/o?uploadType=multipart&name=${encodeURIComponent(name)}`;
	const response = await ask("POST", place, { type, content: body });
	if (response.status === 404) throw new Error(`googleapi: Error 404: The specified bucket does not exist., notFound`);
}

async function versionsIn(bucket) {
	const { items = [] } = await (await ask("GET", `${bucketPlace(bucket)}/o?versions=true`)).json();
	return items;
}

const work = {
	[bucketType]: {
		async create({ name, versioning, retentionPolicy }) {
			await ask("POST", "storage/v1/b?project=example", { content: JSON.stringify({ name, versioning }) });
			keep({ ...policies(), [name]: { versioning, retentionPolicy } });
		},
		async update({ name, versioning, retentionPolicy }) {
			await ask("PATCH", bucketPlace(name), { content: JSON.stringify({ versioning }) });
			keep({ ...policies(), [name]: { versioning, retentionPolicy } });
		},
		async delete({ name, forceDestroy }) {
			const versions = await versionsIn(name);
			if (versions.length > 0 && !forceDestroy)
				throw new Error(`Error trying to delete bucket ${name} containing objects without force_destroy set to true`);
			for (const each of versions) await ask("DELETE", `${objectPlace(name, each.name)}?generation=${each.generation}`);
			await ask("DELETE", bucketPlace(name));
		},
	},
	[objectType]: {
		create: writeObject,
		update: writeObject,
		async delete({ bucket, name }) {
			await refuseRetained(bucket, name);
			await ask("DELETE", objectPlace(bucket, name));
		},
	},
};

const agent = "service-123456789@gs-project-accounts.iam.gserviceaccount.com";

module.exports = {
	version: "9.37.0",
	title: "Google Cloud",
	replacing,
	added: {},
	answers: {
		"gcp:storage/getProjectServiceAccount:getProjectServiceAccount": () => ({ member: `serviceAccount:${agent}` }),
	},
	everywhere: () => ({}),
	idOf: (type, inputs, name) => (type === objectType ? `${inputs.bucket}-${inputs.name}` : name),
	async during(type, change, { operation, inputs }) {
		await work[type]?.[operation](inputs);
		change();
	},
	/** As with every resource whose name stays: the provider asks for it to go first. */
	goesFirst: (_, olds, news) => olds.name !== undefined && olds.name === news.name,
};
