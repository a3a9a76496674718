import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { s3 as plain } from "../../../src/artifact-store/s3.js";
import { sha256 } from "../../../src/bundle/bundle.js";
import { type S3StoreBlock, s3 } from "../../../src/components/aws/store-adapters.js";
import type { LateInput } from "../../../src/components/token-values.js";
import { storePlan } from "../../artifact-store/planned.js";
import { isSecret } from "../../support/pulumi.js";
import { bytesOf, pilotFile, pilotPart } from "../artifact-store/pilot-part.js";
import { type CloudRecording, type CloudResource, recordAws } from "./record-aws.js";

const mdm = "arn:aws:iam::111122223333:role/device-management";
const key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const block = {
	bucket: "example-cowork",
	prefix: "claude",
	region: "eu-central-1",
	objectLock: { days: 30 },
	pointerHistoryDays: 90,
	accessLogs: { bucket: "example-logs" },
	readers: [mdm],
	sensitive: { bucket: "example-secret", kmsKeyArn: key },
	tags: { team: "platform" },
};

test("buckets are made of the classes and inputs that the provider has for each", async () => {
	const { resources } = await publish(block);

	const of = { bucket: "example-cowork", region: "eu-central-1" };
	const made = resources.filter((each) => !isObject(each) && !each.name.includes("-sensitive-"));
	const policy = made.find(({ name }) => name === "eu-s3-policy")?.inputs.policy;
	expect(made.map(({ type, name, inputs }) => [type, name, inputs])).toEqual([
		["aws:s3/bucket:Bucket", "eu-s3-bucket", { ...of, tags: { team: "platform" }, forceDestroy: false }],
		[
			"aws:s3/bucketVersioning:BucketVersioning",
			"eu-s3-versioning",
			{ ...of, versioningConfiguration: { status: "Enabled" } },
		],
		[
			"aws:s3/bucketOwnershipControls:BucketOwnershipControls",
			"eu-s3-ownership",
			{ ...of, rule: { objectOwnership: "BucketOwnerEnforced" } },
		],
		[
			"aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
			"eu-s3-private",
			{ ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
		],
		[
			"aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
			"eu-s3-encryption",
			{
				...of,
				rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, bucketKeyEnabled: false }],
			},
		],
		[
			"aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
			"eu-s3-lock",
			{ ...of, rule: { defaultRetention: { mode: "GOVERNANCE", days: 30 } } },
		],
		[
			"aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
			"eu-s3-pointer-history",
			{
				...of,
				rules: [
					{
						id: "pointer-history",
						status: "Enabled",
						filter: { tag: { key: "pulumi-cowork", value: "pointer" } },
						noncurrentVersionExpiration: { noncurrentDays: 90 },
					},
				],
			},
		],
		[
			"aws:s3/bucketLogging:BucketLogging",
			"eu-s3-access-logs",
			{ ...of, targetBucket: "example-logs", targetPrefix: "" },
		],
		["aws:s3/bucketPolicy:BucketPolicy", "eu-s3-policy", { ...of, policy }],
	]);
	const statements = JSON.parse(String(policy)).Statement;
	expect(statements.map(({ Sid, Resource }: { Sid: string; Resource: string[] }) => [Sid, Resource])).toEqual([
		["EncryptedConnectionsOnly", ["arn:aws:mock:::eu-s3-bucket", "arn:aws:mock:::eu-s3-bucket/*"]],
		["ReadPublished", ["arn:aws:mock:::eu-s3-bucket/claude/eu/*"]],
		["ListPublished", ["arn:aws:mock:::eu-s3-bucket"]],
	]);
});

test("objects have the headers of their kind and a checksum, and only pointers the mark of one", async () => {
	const { resources } = await publish(block);

	const objects = resources.filter(isObject);
	expect(objects.map(({ name }) => name.replace("eu-group-pilot-s3-", ""))).toEqual([
		"settings.json",
		"profiles/windows/Claude.reg",
		"manifest.json",
		"ring-canary",
	]);
	const [settings, registry, manifest, pointer] = objects;
	const digest = sha256(await bytesOf(manifest?.inputs.source));
	const everywhere = {
		region: "eu-central-1",
		checksumAlgorithm: "SHA256",
		overrideProvider: { defaultTags: { tags: {} } },
	};
	expect(settings?.inputs).toEqual({
		...everywhere,
		bucket: "example-cowork",
		key: `claude/eu/groups/pilot/revisions/${digest}/settings.json`,
		contentType: "application/json",
		cacheControl: "private, max-age=31536000, immutable",
		source: expect.any(pulumi.asset.FileAsset),
		sourceHash: sha256("{}"),
	});
	expect(registry?.inputs).toEqual({
		...everywhere,
		bucket: "example-secret",
		key: `claude/eu/groups/pilot/revisions/${digest}/profiles/windows/Claude.reg`,
		contentType: "text/plain; charset=utf-16le",
		contentDisposition: 'attachment; filename="Claude.reg"',
		cacheControl: "no-store",
		contentBase64: expect.anything(),
		sourceHash: sha256("a secret"),
	});
	expect(isSecret(registry?.inputs.contentBase64)).toBe(true);
	expect(pointer?.inputs).toMatchObject({
		bucket: "example-cowork",
		key: "claude/eu/groups/pilot/rings/canary/current.json",
		cacheControl: "no-cache",
		tags: { "pulumi-cowork": "pointer" },
	});
	expect(JSON.parse((await bytesOf(pointer?.inputs.source)).toString())).toMatchObject({ revision: digest });
});

test("a bucket of the program is filled in, and nothing of it created", async () => {
	const passed = new Map<string, LateInput>([["publish.s3.bucket", pulumi.output("made-elsewhere")]]);
	const { resources } = await publish({ bucket: "<late:publish.s3.bucket>", existing: true }, passed);

	expect(resources.map(({ name, inputs }) => [name, inputs.bucket])).toEqual([
		["eu-group-pilot-s3-settings.json", "made-elsewhere"],
		["eu-group-pilot-s3-manifest.json", "made-elsewhere"],
		["eu-group-pilot-s3-ring-canary", "made-elsewhere"],
	]);
});

function isObject({ type }: CloudResource): boolean {
	return type === "aws:s3/bucketObjectv2:BucketObjectv2";
}

function publish(
	options: S3StoreBlock & Parameters<Required<typeof plain>["plan"]>[1],
	passed: ReadonlyMap<string, LateInput> = new Map(),
): Promise<CloudRecording<unknown>> {
	const carriesSecrets = options.sensitive !== undefined;
	return recordAws(() => {
		const plan = storePlan(plain, options, { carriesSecrets });
		const publication = {
			deployment: "eu",
			owner: "p/s/eu",
			app: {},
			plan,
			passed: (place: string) => passed.get(place),
		};
		const opened = s3(options).open("eu-s3", publication, {});
		return opened.publish("eu-group-pilot-s3", partOf(carriesSecrets), {});
	});
}

function partOf(carriesSecrets: boolean) {
	return pilotPart([{ ring: "canary" }], () => [
		pilotFile("settings.json", "application/json", "{}"),
		...(carriesSecrets ? [pilotFile("profiles/windows/Claude.reg", "text/x-ms-regedit", "a secret", true)] : []),
	]);
}
