// What a stand-in for AWS knows of buckets. They and their objects are those of the server that `server.json` names, and
// are written in the provider's way. It refuses everything under a policy with a condition, whatever that says: so a policy
// is put there, read back into `policies.json` with whether it is public, and taken away.
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const s3 = require("@aws-sdk/client-s3");

const objectType = "aws:s3/bucketObjectv2:BucketObjectv2";
const bucketType = "aws:s3/bucket:Bucket";
const beside = (name) => path.join(__dirname, name);
const read = (name) => (existsSync(beside(name)) ? JSON.parse(readFileSync(beside(name), "utf8")) : {});

let opened;
function send(command, input) {
	const credentials = { accessKeyId: "key", secretAccessKey: "secret" };
	const { url: endpoint, region } = read("server.json");
	opened ??= new s3.S3Client({ endpoint, region, credentials, forcePathStyle: true, maxAttempts: 1 });
	return opened.send(new s3[`${command}Command`](input));
}

async function versionsOf(Bucket, Prefix) {
	const { Versions = [], DeleteMarkers = [] } = await send("ListObjectVersions", { Bucket, Prefix });
	return [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
}

async function deleteVersions(Bucket, versions, BypassGovernanceRetention) {
	for (const version of versions) await send("DeleteObject", { Bucket, ...version, BypassGovernanceRetention });
}

/** What is secret comes wrapped. */
const plain = (value) => value?.value ?? value;

async function bytesOf({ source, contentBase64 }) {
	if (contentBase64 !== undefined) return Buffer.from(plain(contentBase64), "base64");
	return readFileSync(await plain(source).path);
}

async function putObject(inputs) {
	const { bucket: Bucket, key: Key, tags = {} } = inputs;
	await send("PutObject", {
		Bucket,
		Key,
		Body: await bytesOf(inputs),
		ContentType: inputs.contentType,
		CacheControl: inputs.cacheControl,
		ContentDisposition: inputs.contentDisposition,
		ChecksumAlgorithm: inputs.checksumAlgorithm,
		Tagging: new URLSearchParams(tags).toString(),
	});
}

/** With how a change of it is made, the same when it comes as when it changes. */
const setting = (put, remove) => ({ create: put, update: put, delete: remove });

const work = {
	[bucketType]: {
		async create({ bucket: Bucket, region: LocationConstraint }) {
			await send("CreateBucket", { Bucket, CreateBucketConfiguration: { LocationConstraint } });
		},
		update() {},
		async delete({ bucket: Bucket, forceDestroy }) {
			if (forceDestroy) await deleteVersions(Bucket, await versionsOf(Bucket), true);
			await send("DeleteBucket", { Bucket });
		},
	},
	[objectType]: {
		create: putObject,
		update: putObject,
		async delete({ bucket, key, forceDestroy }) {
			const versions = (await versionsOf(bucket, key)).filter(({ Key }) => Key === key);
			await deleteVersions(bucket, versions, forceDestroy);
		},
	},
	"aws:s3/bucketVersioning:BucketVersioning": setting(
		({ bucket: Bucket, versioningConfiguration: { status: Status } }) =>
			send("PutBucketVersioning", { Bucket, VersioningConfiguration: { Status } }),
		({ bucket: Bucket }) => send("PutBucketVersioning", { Bucket, VersioningConfiguration: { Status: "Suspended" } }),
	),
	"aws:s3/bucketOwnershipControls:BucketOwnershipControls": setting(
		({ bucket: Bucket, rule: { objectOwnership: ObjectOwnership } }) =>
			send("PutBucketOwnershipControls", { Bucket, OwnershipControls: { Rules: [{ ObjectOwnership }] } }),
		({ bucket: Bucket }) => send("DeleteBucketOwnershipControls", { Bucket }),
	),
	"aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": setting(
		({ bucket: Bucket, ...block }) =>
			send("PutPublicAccessBlock", {
				Bucket,
				PublicAccessBlockConfiguration: {
					BlockPublicAcls: block.blockPublicAcls,
					BlockPublicPolicy: block.blockPublicPolicy,
					IgnorePublicAcls: block.ignorePublicAcls,
					RestrictPublicBuckets: block.restrictPublicBuckets,
				},
			}),
		({ bucket: Bucket }) => send("DeletePublicAccessBlock", { Bucket }),
	),
	"aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": setting(
		({ bucket: Bucket, rules }) =>
			send("PutBucketEncryption", {
				Bucket,
				ServerSideEncryptionConfiguration: {
					Rules: rules.map(({ applyServerSideEncryptionByDefault: by, bucketKeyEnabled: BucketKeyEnabled }) => ({
						ApplyServerSideEncryptionByDefault: { SSEAlgorithm: by.sseAlgorithm, KMSMasterKeyID: by.kmsMasterKeyId },
						BucketKeyEnabled,
					})),
				},
			}),
		({ bucket: Bucket }) => send("DeleteBucketEncryption", { Bucket }),
	),
	"aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": setting(
		({ bucket: Bucket, rule: { defaultRetention } }) =>
			send("PutObjectLockConfiguration", {
				Bucket,
				ObjectLockConfiguration: {
					ObjectLockEnabled: "Enabled",
					Rule: { DefaultRetention: { Mode: defaultRetention.mode, Days: defaultRetention.days } },
				},
			}),
		() => undefined,
	),
	"aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": setting(
		({ bucket: Bucket, rules }) =>
			send("PutBucketLifecycleConfiguration", {
				Bucket,
				LifecycleConfiguration: {
					Rules: rules.map(({ id: ID, status: Status, filter, noncurrentVersionExpiration: earlier }) => ({
						ID,
						Status,
						Filter: { Tag: { Key: filter.tag.key, Value: filter.tag.value } },
						NoncurrentVersionExpiration: { NoncurrentDays: earlier.noncurrentDays },
					})),
				},
			}),
		({ bucket: Bucket }) => send("DeleteBucketLifecycle", { Bucket }),
	),
	"aws:s3/bucketLogging:BucketLogging": setting(
		({ bucket: Bucket, targetBucket: TargetBucket, targetPrefix: TargetPrefix }) =>
			send("PutBucketLogging", { Bucket, BucketLoggingStatus: { LoggingEnabled: { TargetBucket, TargetPrefix } } }),
		({ bucket: Bucket }) => send("PutBucketLogging", { Bucket, BucketLoggingStatus: {} }),
	),
	"aws:s3/bucketPolicy:BucketPolicy": setting(
		async ({ bucket: Bucket, policy: Policy }) => {
			await send("PutBucketPolicy", { Bucket, Policy });
			const { Policy: text } = await send("GetBucketPolicy", { Bucket });
			const { PolicyStatus } = await send("GetBucketPolicyStatus", { Bucket });
			const kept = { policy: JSON.parse(text), isPublic: PolicyStatus.IsPublic };
			writeFileSync(beside("policies.json"), JSON.stringify({ ...read("policies.json"), [Bucket]: kept }));
			await send("DeleteBucketPolicy", { Bucket });
		},
		({ bucket: Bucket }) => send("DeleteBucketPolicy", { Bucket }),
	),
};

module.exports = {
	version: "7.48.0",
	title: "AWS",
	replacing: { [objectType]: ["bucket", "key"], [bucketType]: ["bucket", "region"] },
	added: { [bucketType]: ({ bucket }) => ({ arn: `arn:aws:s3:::${bucket}` }) },
	answers: {},
	everywhere: () => ({}),
	async during(type, change, { operation, inputs }) {
		await work[type][operation](inputs);
		change();
	},
};
