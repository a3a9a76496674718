import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { type GcsStoreOptions, gcs as plain } from "../../../src/artifact-store/gcs.js";
import { sha256 } from "../../../src/bundle/bundle.js";
import { gcs } from "../../../src/components/gcp/store-adapters.js";
import { revisionsFolder } from "../../../src/publication/layout.js";
import { storePlan } from "../../artifact-store/planned.js";
import { isSecret } from "../../support/pulumi.js";
import { type CloudResource, recordCloud } from "../../support/record-cloud.js";
import { bytesOf, pathOf, pilotFile, pilotPart } from "../artifact-store/pilot-part.js";

const key = "projects/example-keys/locations/europe-west3/keyRings/cowork/cryptoKeys/artifacts";
const agent = "serviceAccount:service-123456789@gs-project-accounts.iam.gserviceaccount.com";
const pilot = { deployment: "eu", group: "pilot" };

const json = Buffer.from("{}");
const secretText = Buffer.from('{"apiKey":"hush"}');
const secretRegistry = Buffer.from("\ufeffWindows Registry Editor\r\nhush", "utf16le");
const part = pilotPart([{ ring: "all" }], () => [
	pilotFile("settings.json", "application/json", json),
	pilotFile("profiles/linux.json", "application/json", secretText, true),
	pilotFile("profiles/Claude.reg", "text/x-ms-regedit", secretRegistry, true),
]);

test("a bucket stands once its key may be used, and then objects of a revision go in by what they hold", async () => {
	const { resources, calls } = await publish({
		bucket: "example-cowork",
		location: "europe-west3",
		projectId: "example-net",
		kmsKeyName: key,
		readers: ["group:endpoint@example.com"],
		sensitive: { bucket: "example-secrets", readers: ["group:mdm@example.com"] },
	});

	expect(calls.map(({ token, inputs }) => [token, inputs])).toEqual([
		["gcp:storage/getProjectServiceAccount:getProjectServiceAccount", { project: "example-net" }],
	]);
	expect(of(resources, "eu-gcs-key-user")).toEqual({
		type: "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember",
		inputs: { cryptoKeyId: key, role: "roles/cloudkms.cryptoKeyEncrypterDecrypter", member: agent },
	});
	const bucket = {
		type: "gcp:storage/bucket:Bucket",
		inputs: {
			project: "example-net",
			name: "example-cowork",
			location: "EUROPE-WEST3",
			uniformBucketLevelAccess: true,
			publicAccessPrevention: "enforced",
			versioning: { enabled: true },
			encryption: { defaultKmsKeyName: key },
			forceDestroy: false,
		},
	};
	expect(of(resources, "eu-gcs-bucket")).toEqual(bucket);
	expect(of(resources, "eu-gcs-sensitive-bucket")).toEqual({
		...bucket,
		inputs: { ...bucket.inputs, name: "example-secrets" },
	});
	expect(of(resources, "eu-gcs-sensitive-readers")).toEqual({
		type: "gcp:storage/bucketIAMBinding:BucketIAMBinding",
		inputs: { bucket: "example-secrets", role: "roles/storage.legacyObjectReader", members: ["group:mdm@example.com"] },
	});

	const manifest = of(resources, "eu-group-pilot-gcs-manifest.json").inputs;
	const digest = sha256(await bytesOf(manifest.source));
	const folder = `${revisionsFolder(pilot)}/${digest}`;
	const object = (path: string, content: Uint8Array, more: object) => ({
		type: "gcp:storage/bucketObject:BucketObject",
		inputs: { name: `${folder}/${path}`, sourceMd5hash: md5(content), ...more },
	});
	expect(of(resources, "eu-group-pilot-gcs-settings.json")).toEqual(
		object("settings.json", json, {
			bucket: "example-cowork",
			contentType: "application/json",
			cacheControl: "private, max-age=31536000, immutable",
			source: expect.any(pulumi.asset.FileAsset),
		}),
	);
	const text = of(resources, "eu-group-pilot-gcs-profiles/linux.json");
	expect(isSecret(text.inputs.content)).toBe(true);
	expect(text).toEqual(
		object("profiles/linux.json", secretText, {
			bucket: "example-secrets",
			contentType: "application/json",
			cacheControl: "no-store",
			contentDisposition: 'attachment; filename="linux.json"',
			content: secret(secretText.toString()),
		}),
	);
	const registry = of(resources, "eu-group-pilot-gcs-profiles/Claude.reg");
	expect(registry.inputs).toMatchObject({
		bucket: "example-secrets",
		contentType: "text/plain; charset=utf-16le",
		source: secret(expect.any(pulumi.asset.FileAsset)),
	});
	const asset = Reflect.get(Object(registry.inputs.source), "value");
	expect(await bytesOf(asset)).toEqual(secretRegistry);
	expect(statSync(await pathOf(asset)).mode & 0o077).toBe(0);

	const pointer = of(resources, "eu-group-pilot-gcs-ring-all").inputs;
	expect(pointer).toMatchObject({
		bucket: "example-cowork",
		name: "eu/groups/pilot/rings/all/current.json",
		cacheControl: "no-cache",
	});
	// Written over in its place, it is there at every moment.
	expect(JSON.parse(String(Reflect.get(Object(pointer.content), "value")))).toMatchObject({ revision: digest });
});

test("a bucket that exists is written to, and given readers", async () => {
	const { resources, calls } = await publish({
		bucket: "example-shared",
		existing: true,
		prefix: "cowork/prod",
		readers: ["group:endpoint@example.com"],
		sensitive: { bucket: "example-secrets", existing: true },
	});

	expect(calls).toEqual([]);
	expect(resources.filter(({ type }) => !type.includes("BucketObject")).map(({ type, name }) => [type, name])).toEqual([
		["gcp:storage/bucketIAMMember:BucketIAMMember", "eu-gcs-reader.group:endpoint@example.com"],
	]);
	expect(of(resources, "eu-group-pilot-gcs-ring-all").inputs).toMatchObject({
		bucket: "example-shared",
		name: "cowork/prod/eu/groups/pilot/rings/all/current.json",
	});
});

function publish(options: GcsStoreOptions) {
	return recordCloud(
		() => ({}),
		() => {
			const plan = storePlan(plain, options, { carriesSecrets: true });
			const publication = { deployment: "eu", owner: "cowork/test/eu", app: {}, passed: () => undefined, plan };
			gcs(options).open("eu-gcs", publication, {}).publish("eu-group-pilot-gcs", part, {});
		},
		{ "gcp:storage/getProjectServiceAccount:getProjectServiceAccount": () => ({ member: agent }) },
	);
}

function of(resources: readonly CloudResource[], name: string) {
	const [found, ...others] = resources.filter((each) => each.name === name);
	if (!found || others.length > 0) throw new Error(`${others.length + Number(found !== undefined)} are called ${name}`);
	return { type: found.type, inputs: found.inputs };
}

const secret = (value: unknown) => expect.objectContaining({ value });
const md5 = (content: Uint8Array) => createHash("md5").update(content).digest("base64");
