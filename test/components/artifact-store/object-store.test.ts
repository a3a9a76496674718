import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { sha256 } from "../../../src/bundle/bundle.js";
import type { BundlePart, PartFile } from "../../../src/components/artifact-store/bundle-part.js";
import type { Publication } from "../../../src/components/artifact-store/store-adapter.js";
import { timeBound } from "../../../src/configuration/time-bound.js";
import { fileKey, manifestKey, pointerKey } from "../../../src/publication/layout.js";
import { isSecret, type Recording, record } from "../../support/pulumi.js";
import { warehouse as plain, type WarehouseOptions } from "../../variants/warehouse.js";
import { warehouse } from "./warehouse.js";

const pilot = { deployment: "eu", group: "pilot" };
const held = "b".repeat(64);

test("files go under the digest of their manifest, and pointers come after all of them", async () => {
	const { resources } = await publish({ rings: [{ ring: "canary" }] });

	const [hall, safe, lock, open, closed, manifest, pointer] = resources;
	expect([hall, lock, safe].map((each) => [each?.name, each?.inputs])).toEqual([
		["eu-warehouse-hall", { number: "1" }],
		["eu-warehouse-lock", { room: "eu-warehouse-hall" }],
		["eu-warehouse-safe", { number: "2" }],
	]);
	const digest = sha256(await bytesOf(manifest));
	expect(manifest).toMatchObject({
		name: "eu-group-pilot-warehouse-manifest.json",
		inputs: { kind: "revision", key: manifestKey(pilot, digest), room: "eu-warehouse-hall" },
	});
	expect(open).toMatchObject({
		name: "eu-group-pilot-warehouse-settings.json",
		inputs: {
			kind: "revision",
			key: fileKey(pilot, digest, "settings.json"),
			room: "eu-warehouse-hall",
			sha256: sha256("{}"),
		},
	});
	expect(closed).toMatchObject({
		name: "eu-group-pilot-warehouse-profiles/a.json",
		inputs: { key: fileKey(pilot, digest, "profiles/a.json"), room: "eu-warehouse-safe" },
	});
	expect([isSecret(open?.inputs.source), isSecret(closed?.inputs.text)]).toEqual([false, true]);
	expect(pointer).toMatchObject({
		name: "eu-group-pilot-warehouse-ring-canary",
		inputs: { kind: "pointer", key: pointerKey(pilot, "canary"), room: "eu-warehouse-hall", cacheControl: "no-cache" },
	});
	expect(JSON.parse((await bytesOf(pointer)).toString())).toMatchObject({
		revision: digest,
		held: false,
		owner: "p/s/eu",
	});
	expect(resources).toHaveLength(8);
});

test("a ring that is held names the revision that it is held at, and what it named before", async () => {
	const standing = { pointers: { broad: { revision: "c".repeat(64) } }, revisions: {} };
	const { resources } = await publish(
		{ rings: [{ ring: "broad", hold: held }] },
		{ published: { place: { exists: true }, perimeter: {}, groups: { pilot: standing } } as never },
	);

	const pointer = resources.find(({ name }) => name.endsWith("-ring-broad"));
	expect(JSON.parse((await bytesOf(pointer)).toString())).toMatchObject({
		revision: held,
		held: true,
		replaces: "c".repeat(64),
		manifest: manifestKey(pilot, held),
	});
});

test("what each ring has is told with addresses", async () => {
	const { result, resources } = await publish({ rings: [{ ring: "canary" }, { ring: "broad", hold: held }] }, {}, "a");

	const digest = sha256(await bytesOf(resources.find(({ name }) => name.endsWith("manifest.json"))));
	const { canary, broad } = result.rings ?? {};
	expect(await valueOfOutput(canary?.revision)).toBe(digest);
	expect(await valueOfOutput(canary?.location)).toBe(
		`warehouse://eu-warehouse-hall/a/eu/groups/pilot/revisions/${digest}/`,
	);
	expect(await valueOfOutput(canary?.files)).toMatchObject([
		{ path: "profiles/a.json", location: expect.stringMatching(/^warehouse:\/\/eu-warehouse-safe\/a\/eu\//) },
		{ path: "settings.json", location: expect.stringMatching(/^warehouse:\/\/eu-warehouse-hall\/a\/eu\//) },
	]);
	expect(await valueOfOutput(broad?.revision)).toBe(held);
	// Nobody has looked up what it is held at.
	expect(broad?.files).toBeUndefined();
});

test("the page of everything is placed after the pointers, and names nothing that carries a secret", async () => {
	const { resources } = await publish({ rings: [{ ring: "canary" }, { ring: "broad", hold: held }] }, {}, "a");

	const index = resources.at(-1);
	expect(index).toMatchObject({
		name: "eu-index-warehouse",
		inputs: { kind: "index", key: "a/eu/index.html", room: "eu-warehouse-hall", cacheControl: "no-cache" },
	});
	const page = (await bytesOf(index)).toString();
	expect(index?.inputs.sha256).toBe(sha256(page));
	const digest = sha256(await bytesOf(resources.find(({ name }) => name.endsWith("manifest.json"))));
	expect(page).toContain(`<a href="./${fileKey(pilot, digest, "settings.json").replace("eu/", "")}" download>`);
	expect(page).toContain(`<a href="./${pointerKey(pilot, "broad").replace("eu/", "")}">broad</a></th><td>Held:`);
	expect(page).toContain("has to restart within 24 hours");
	expect(page).not.toContain("a.json");
});

function publish(
	{ rings }: Pick<BundlePart, "rings">,
	more: Partial<Publication> = {},
	aisle?: string,
): Promise<Recording<ReturnType<ReturnType<ReturnType<typeof warehouse>["open"]>["publish"]>>> {
	const options: WarehouseOptions = { hall: "1", safe: "2", ...(aisle !== undefined && { aisle }) };
	return record(() => {
		const plan = plain.plan?.({ deployment: "eu", carriesSecrets: true }, options).value;
		if (!plan) throw new Error("the warehouse is not planned");
		const publication = { deployment: "eu", owner: "p/s/eu", app: {}, passed: () => undefined, plan, ...more };
		const opened = warehouse(options).open("eu-warehouse", publication, {});
		const part = partOf(rings);
		const published = opened.publish("eu-group-pilot-warehouse", part, {});
		const whole = { parts: [[part, published] as const], manifest: part };
		opened.complete((role) => `eu-${role}-warehouse`, whole, {});
		return published;
	});
}

function partOf(rings: BundlePart["rings"]): BundlePart {
	const file = (path: string, text: string, sensitive: boolean): PartFile => {
		const content = new TextEncoder().encode(text);
		const of = { path: `groups/pilot/${path}`, mediaType: "application/json", group: "pilot", sensitive };
		const known = pulumi.output(0).apply(() => content);
		return {
			...of,
			content: sensitive ? pulumi.secret(0).apply(() => content) : known,
			listed: pulumi.output({ ...of, sha256: sha256(content), bytes: content.length }),
		};
	};
	const files = [file("settings.json", "{}", false), file("profiles/a.json", '{"key":"secret"}', true)];
	const of = { role: "group-pilot", group: "pilot", rings, timeBound: timeBound({}) };
	return { ...of, recipe: {} as never, values: {}, files: async () => files };
}

async function bytesOf(resource: { readonly inputs: Readonly<Record<string, unknown>> } | undefined): Promise<Buffer> {
	const { source } = resource?.inputs ?? {};
	if (!(source instanceof pulumi.asset.FileAsset)) throw new Error("the object is no asset");
	return readFileSync(await source.path);
}

function valueOfOutput<Value>(output: pulumi.Output<Value> | undefined): Promise<Value> {
	return new Promise((resolve, reject) => {
		if (output) output.apply((value) => resolve(value));
		else reject(new Error("there is no output"));
	});
}
