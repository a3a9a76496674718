import { expect, test } from "vitest";
import { sha256 } from "../../../src/bundle/bundle.js";
import type { BundlePart } from "../../../src/components/artifact-store/bundle-part.js";
import type { Publication } from "../../../src/components/artifact-store/store-adapter.js";
import { timeBound } from "../../../src/configuration/time-bound.js";
import { fileKey, manifestKey, pointerKey } from "../../../src/publication/layout.js";
import { storePlan } from "../../artifact-store/planned.js";
import { isSecret, type Recording, record } from "../../support/pulumi.js";
import { reveal } from "../../support/record-cloud.js";
import { warehouse as plain, type WarehouseOptions } from "../../variants/warehouse.js";
import { bytesOf, pilotFile, pilotPart } from "./pilot-part.js";
import { warehouse } from "./warehouse.js";

const pilot = { deployment: "eu", group: "pilot" };
const held = "b".repeat(64);
const files = () => [
	pilotFile("settings.json", "application/json", "{}"),
	pilotFile("profiles/a.json", "application/json", '{"key":"secret"}', true),
];

test("files go under the digest of their manifest, and pointers come after all of them", async () => {
	const { resources } = await publish({ rings: [{ ring: "canary" }] });

	const [hall, safe, lock, open, closed, manifest, pointer] = resources;
	expect([hall, lock, safe].map((each) => [each?.name, each?.inputs])).toEqual([
		["eu-warehouse-hall", { number: "1" }],
		["eu-warehouse-lock", { room: "eu-warehouse-hall" }],
		["eu-warehouse-safe", { number: "2" }],
	]);
	const digest = sha256(await bytesOf(manifest?.inputs.source));
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
	expect(JSON.parse((await bytesOf(pointer?.inputs.source)).toString())).toMatchObject({
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
	expect(JSON.parse((await bytesOf(pointer?.inputs.source)).toString())).toMatchObject({
		revision: held,
		held: true,
		replaces: "c".repeat(64),
		manifest: manifestKey(pilot, held),
	});
});

test("what each ring has is told with addresses", async () => {
	const { result, resources } = await publish({ rings: [{ ring: "canary" }, { ring: "broad", hold: held }] }, {}, "a");

	const digest = sha256(await bytesOf(resources.find(({ name }) => name.endsWith("manifest.json"))?.inputs.source));
	const { canary, broad } = result.rings ?? {};
	expect((await reveal(canary?.revision)).value).toBe(digest);
	expect((await reveal(canary?.location)).value).toBe(
		`warehouse://eu-warehouse-hall/a/eu/groups/pilot/revisions/${digest}/`,
	);
	expect((await reveal(canary?.files)).value).toMatchObject([
		{ path: "profiles/a.json", location: expect.stringMatching(/^warehouse:\/\/eu-warehouse-safe\/a\/eu\//) },
		{ path: "settings.json", location: expect.stringMatching(/^warehouse:\/\/eu-warehouse-hall\/a\/eu\//) },
	]);
	expect((await reveal(broad?.revision)).value).toBe(held);
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
	const page = (await bytesOf(index?.inputs.source)).toString();
	expect(index?.inputs.sha256).toBe(sha256(page));
	const digest = sha256(await bytesOf(resources.find(({ name }) => name.endsWith("manifest.json"))?.inputs.source));
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
		const plan = storePlan(plain, options, { carriesSecrets: true });
		const publication = { deployment: "eu", owner: "p/s/eu", app: {}, passed: () => undefined, plan, ...more };
		const opened = warehouse(options).open("eu-warehouse", publication, {});
		const part = { ...pilotPart(rings, files), timeBound: timeBound(() => undefined) };
		const published = opened.publish("eu-group-pilot-warehouse", part, {});
		const whole = { parts: [[part, published] as const], manifest: part };
		opened.complete((role) => `eu-${role}-warehouse`, whole, {});
		return published;
	});
}
