import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../../../src/bundle/bundle.js";
import { s3 as openBuckets } from "../../../src/object-store/s3.js";
import { quiet } from "../../support/configuration.js";
import { describeEngine, secretText, shippedPackage } from "../../support/engine.js";
import { type Moto, motoRegion, startMoto, whyNoMoto } from "../../support/moto.js";
import { CloudProject, each } from "../simulated.js";

/** Publishes what `input.json` describes: a block of the store, rings, and settings of groups. */
const program = `import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway } from "pulumi-cowork";
import { s3 } from "pulumi-cowork/aws";
const { store, rings, groups, key } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
const signIn = key === undefined ? { interactive: {} } : { apiKey: pulumi.secret(key) };
const of = ([name, group]) => [name, { preset: "none", platforms: ["macos", "windows"], ...group }];
new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn, models: ["claude-sonnet-5"] }),
	app: { installer: "offline" },
	settings: { ...${JSON.stringify(quiet)}, isLocalDevMcpEnabled: false },
	groups: Object.fromEntries(Object.entries(groups).map(of)),
	publish: { stores: [s3(store)], ...(rings && { rings }) },
});
`;

const aws = {
	name: "aws",
	knowledge: "test/engine/aws/simulated-s3.cjs",
	packages: ["@pulumi/aws", "@aws-sdk/client-s3"],
};

const key = (id: string) => `arn:aws:kms:${motoRegion}:111122223333:key/${id}`;
const mdm = "arn:aws:iam::111122223333:role/device-management";
/** On a busy machine each takes half a minute. */
const manyOperations = { timeout: 900_000 };
const reason = whyNoMoto ? ` (${whyNoMoto})` : "";

interface Head {
	readonly ContentType: string;
	readonly CacheControl: string;
	readonly ContentDisposition?: string;
	readonly ChecksumSHA256: string;
	readonly ServerSideEncryption: string;
	readonly SSEKMSKeyId?: string;
	readonly ObjectLockMode?: string;
	readonly ObjectLockRetainUntilDate?: string;
}

describeEngine(`buckets by a simulated AWS and a server${reason}`, () => {
	const folder = shippedPackage();
	let moto: Moto;
	beforeAll(async () => {
		if (whyNoMoto === undefined) moto = await startMoto();
	});
	afterAll(() => moto?.stop());

	const projectWith = (name: string) => {
		const project = new CloudProject(aws, folder(), name, program);
		project.tell("server.json", { url: moto.endpoint, region: motoRegion });
		return project;
	};
	const versions = async (Bucket: string, Prefix = "") => {
		const { Versions = [] } = await moto.boto<{ Versions?: { Key: string; VersionId: string; IsLatest: boolean }[] }>(
			"list_object_versions",
			{ Bucket, Prefix },
		);
		return Versions;
	};
	const keysOf = async (bucket: string) =>
		(await versions(bucket)).filter(({ IsLatest }) => IsLatest).map(({ Key }) => Key);
	const head = (Bucket: string, Key: string) =>
		moto.boto<Head>("head_object", { Bucket, Key, ChecksumMode: "ENABLED" });
	const bytes = async (Bucket: string, Key: string) => {
		const { Body } = await moto.boto<{ Body: { base64: string } }>("get_object", { Bucket, Key });
		return Buffer.from(Body.base64, "base64");
	};
	const json = async (bucket: string, name: string) => JSON.parse((await bytes(bucket, name)).toString());
	const tags = async (Bucket: string, Key: string) =>
		(await moto.boto<{ TagSet: object[] }>("get_object_tagging", { Bucket, Key })).TagSet;
	const refusal = (work: Promise<unknown>) =>
		work.then(
			() => undefined,
			({ code }) => code,
		);

	/** Every revision in a bucket is what its manifest says, in whichever bucket a file is. */
	const expectWhole = async (bucket: string, secrets: string, folders: readonly string[]) => {
		for (const below of folders) {
			const manifest = await bytes(bucket, `${below}/manifest.json`);
			expect(sha256(manifest)).toBe(below.slice(below.lastIndexOf("/") + 1));
			for (const { path, sha256: digest, sensitive } of JSON.parse(manifest.toString()).files) {
				expect([path, sha256(await bytes(sensitive ? secrets : bucket, `${below}/${path}`))]).toEqual([path, digest]);
			}
		}
	};

	test.skipIf(whyNoMoto)("a life: publish, change one group, go back, hold, destroy", manyOperations, async () => {
		const project = projectWith("life");
		const [bucket, secrets] = ["life-cowork", "life-secrets"];
		await moto.boto("create_bucket", {
			Bucket: "life-logs",
			CreateBucketConfiguration: { LocationConstraint: motoRegion },
		});
		await moto.boto("put_bucket_acl", { Bucket: "life-logs", ACL: "log-delivery-write" });
		const store = {
			bucket,
			prefix: "claude",
			region: motoRegion,
			kmsKeyArn: key("general"),
			objectLock: { days: 30 },
			pointerHistoryDays: 90,
			accessLogs: { bucket: "life-logs", prefix: "s3" },
			readers: [mdm],
			sensitive: { bucket: secrets, kmsKeyArn: key("secrets"), readers: [mdm] },
		};
		const groups = { pilot: {}, general: {} };
		const rings = ["canary", "broad"];
		const input = { store, rings, groups, key: secretText };

		project.describe(input);
		expect((await project.preview()).operations).toEqual([]);
		const { operations, text } = await project.up();
		expect(text).not.toContain(secretText);
		expect(operations.every(({ operation }) => operation === "create")).toBe(true);

		// What a bucket is, as another client reads it.
		const ofBucket = (call: string, Bucket = bucket) => moto.boto(call, { Bucket });
		expect(await ofBucket("get_bucket_versioning")).toEqual({ Status: "Enabled" });
		expect(await ofBucket("get_public_access_block")).toEqual({
			PublicAccessBlockConfiguration: {
				BlockPublicAcls: true,
				BlockPublicPolicy: true,
				IgnorePublicAcls: true,
				RestrictPublicBuckets: true,
			},
		});
		expect(await ofBucket("get_bucket_ownership_controls")).toEqual({
			OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
		});
		const encryptedBy = (KMSMasterKeyID: string) => ({
			ServerSideEncryptionConfiguration: {
				Rules: [
					{
						ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID },
						BucketKeyEnabled: true,
					},
				],
			},
		});
		expect(await ofBucket("get_bucket_encryption")).toEqual(encryptedBy(key("general")));
		expect(await ofBucket("get_bucket_encryption", secrets)).toEqual(encryptedBy(key("secrets")));
		expect(await ofBucket("get_object_lock_configuration")).toMatchObject({
			ObjectLockConfiguration: {
				ObjectLockEnabled: "Enabled",
				Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 30 } },
			},
		});
		expect(await ofBucket("get_bucket_lifecycle_configuration")).toMatchObject({
			Rules: [
				{
					Status: "Enabled",
					Filter: { Tag: { Key: "pulumi-cowork", Value: "pointer" } },
					NoncurrentVersionExpiration: { NoncurrentDays: 90 },
				},
			],
		});
		expect(await ofBucket("get_bucket_logging")).toMatchObject({
			LoggingEnabled: { TargetBucket: "life-logs", TargetPrefix: "s3/" },
		});
		expect(project.told("policies.json")).toMatchObject({
			[bucket]: { isPublic: false, policy: { Statement: [{ Effect: "Deny" }, { Principal: { AWS: [mdm] } }, {}] } },
			[secrets]: { isPublic: false, policy: { Statement: [{ Effect: "Deny" }, { Principal: { AWS: [mdm] } }, {}] } },
		});

		// What is in it, byte for byte.
		const at = (group: string, ring: string) => `claude/eu/groups/${group}/rings/${ring}/current.json`;
		const pilot = (digest: string) => `claude/eu/groups/pilot/revisions/${digest}`;
		const first = await json(bucket, at("pilot", "canary"));
		expect(first).toMatchObject({ deployment: "eu", group: "pilot", ring: "canary", held: false });
		const general = `claude/eu/groups/general/revisions/${(await json(bucket, at("general", "broad"))).revision}`;
		await expectWhole(bucket, secrets, [pilot(first.revision), general]);
		for (const open of await keysOf(bucket)) expect((await bytes(bucket, open)).toString()).not.toContain(secretText);
		const registry = `${pilot(first.revision)}/profiles/windows/Claude.reg`;
		const content = await bytes(secrets, registry);
		expect(content.toString("utf16le")).toContain(secretText);
		expect(await head(secrets, registry)).toMatchObject({
			ContentType: "text/plain; charset=utf-16le",
			CacheControl: "no-store",
			ContentDisposition: 'attachment; filename="Claude.reg"',
			ChecksumSHA256: Buffer.from(sha256(content), "hex").toString("base64"),
			SSEKMSKeyId: key("secrets"),
		});
		expect((await head(secrets, registry)).ObjectLockMode).toBeUndefined();
		const manifest = await head(bucket, `${pilot(first.revision)}/manifest.json`);
		expect(manifest).toMatchObject({
			ContentType: "application/json",
			CacheControl: "private, max-age=31536000, immutable",
			ChecksumSHA256: Buffer.from(first.revision, "hex").toString("base64"),
			SSEKMSKeyId: key("general"),
			ObjectLockMode: "GOVERNANCE",
		});
		const days = (Date.parse(manifest.ObjectLockRetainUntilDate ?? "") - Date.now()) / 86_400_000;
		expect(Math.round(days)).toBe(30);
		expect(await head(bucket, at("pilot", "canary"))).toMatchObject({ CacheControl: "no-cache" });
		expect(await tags(bucket, at("pilot", "canary"))).toEqual([{ Key: "pulumi-cowork", Value: "pointer" }]);
		expect(await tags(bucket, `${pilot(first.revision)}/manifest.json`)).toEqual([]);

		const state = await project.state();
		expect(state).not.toContain(secretText);
		expect(state).not.toContain(content.toString("base64"));
		expect(state).not.toContain("PayloadContent");
		expect((await project.up()).operations).toEqual([]);

		// Our own reader sees the same.
		const request = { deployment: "eu", base: ".", environment: moto.environment };
		const { general: reader } = await openBuckets({ bucket, prefix: "claude", region: motoRegion }, request);
		const seen = await reader.get("eu/groups/pilot/rings/canary/current.json", 10_000);
		expect(JSON.parse(Buffer.from(seen?.content ?? "").toString())).toEqual(first);

		// What is published is there for a client that writes only what is not.
		for (const Key of await keysOf(bucket)) {
			const write = moto.boto("put_object", { Bucket: bucket, Key, Body: { base64: "" }, IfNoneMatch: "*" });
			expect([Key, await refusal(write)]).toEqual([Key, "PreconditionFailed"]);
		}

		project.describe({ ...input, groups: { ...groups, pilot: { settings: { isDesktopExtensionEnabled: false } } } });
		const changed = await project.up();
		expect(new Set(changed.operations.map(({ name }) => name.replace(/-s3(-.*)?$/, "")))).toEqual(
			new Set(["eu-group-pilot", "eu-index"]),
		);
		expect(changed.operations.filter(({ operation }) => operation === "delete")).toEqual([]);
		const second = await json(bucket, at("pilot", "canary"));
		expect(second.revision).not.toBe(first.revision);
		await expectWhole(bucket, secrets, [pilot(first.revision), pilot(second.revision), general]);

		// Published once more, under a lock that lets nobody take anything away.
		project.describe(input);
		await project.up();
		expect((await json(bucket, at("pilot", "broad"))).revision).toBe(first.revision);
		await expectWhole(bucket, secrets, [pilot(first.revision), pilot(second.revision)]);
		expect(await versions(bucket, at("pilot", "broad"))).toHaveLength(3);
		const [locked] = await versions(bucket, `${pilot(first.revision)}/manifest.json`);
		const { Key, VersionId } = locked ?? {};
		expect(await refusal(moto.boto("delete_object", { Bucket: bucket, Key, VersionId }))).toBe("AccessDenied");

		project.describe({ ...input, groups: { ...groups, pilot: { rings: { broad: { hold: second.revision } } } } });
		const held = await project.up();
		expect(held.operations).toEqual(each("update", ["eu-group-pilot-s3-ring-broad", "eu-index-s3"]));
		expect(await json(bucket, at("pilot", "broad"))).toMatchObject({ revision: second.revision, held: true });

		const before = [await versions(bucket), await versions(secrets)];
		const destroyed = await project.destroy();
		expect(destroyed.operations).toEqual([]);
		expect([await versions(bucket), await versions(secrets)]).toEqual(before);

		// What is there is taken up again.
		const existing = { bucket, prefix: "claude", region: motoRegion, existing: true };
		project.describe({ ...input, store: { ...existing, sensitive: { bucket: secrets, existing: true } } });
		await project.up();
		expect((await json(bucket, at("pilot", "broad"))).revision).toBe(first.revision);
	});

	test.skipIf(whyNoMoto)("an upload that is refused moves no pointer, and the next run does", async () => {
		const project = projectWith("refusal");
		const bucket = "refusal-cowork";
		project.describe({ store: { bucket, region: motoRegion, retain: false }, groups: { pilot: {} } });
		project.refuseOnce("eu-group-pilot-s3-manifest.json");
		const { message } = await project.failedUp();
		expect(message).toContain("the simulated AWS refuses this once");
		expect((await keysOf(bucket)).filter((name) => /groups\/pilot\/(rings\/|.*manifest\.json$)/.test(name))).toEqual(
			[],
		);
		await project.up();
		expect(await keysOf(bucket)).toContain("eu/groups/pilot/rings/all/current.json");

		await project.destroy();
		expect(await refusal(moto.boto("head_bucket", { Bucket: bucket }))).toBe("404");
	});

	test.skipIf(whyNoMoto)("secrets without a bucket of their own are refused in the preview", async () => {
		const project = projectWith("secrets");
		const store = { bucket: "secrets-cowork", region: motoRegion };
		project.describe({ store, groups: { pilot: {} }, key: secretText });
		const message = await project.failedPreview();
		expect(message).toContain("publish.s3.sensitive: is missing, and some files carry secrets");
		expect(message).not.toContain(secretText);
	});
});
