import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type ObjectReader, type OpenedStore, StoreFault } from "../../src/object-store/object-reader.js";
import { error, formatProblem, warning } from "../../src/problem.js";
import { fileKey, manifestKey, type PublishedScope, pointerKey } from "../../src/publication/layout.js";
import { type PruneRequest, planPrune, removeRevision } from "../../src/publication/prune.js";
import { inFolder } from "../support/in-folder.js";
import { perimeter, pilot, revision, tree } from "./tree.js";

const now = new Date("2026-11-29T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

/** Six revisions of a scope, a month between two of them; the first is the newest. */
function history(scope: PublishedScope) {
	return Array.from({ length: 6 }, (_, index) => ({
		made: revision(scope, { "egress.txt": `${index}.example.com\n`, "settings.json": "{}\n" }),
		written: daysAgo(index * 30 + 1),
	}));
}

const ofPilot = history(pilot);
const digests = ofPilot.map(({ made }) => made.digest);
const [newest = "", second = "", third = "", fourth = "", fifth = "", sixth = ""] = digests;

type Store = ReturnType<typeof tree>;

function fill(store: Store): void {
	for (const { made, written } of ofPilot) store.putRevision(pilot, made, written);
	store.putPointer({ scope: pilot, ring: "canary", revision: newest });
}

interface Asked extends Partial<PruneRequest> {
	readonly around?: ((reader: ObjectReader) => ObjectReader) | undefined;
	readonly sensitive?: ((store: Store) => void) | undefined;
}

/** What would go, by its digest, or what is in the way. */
function plan(make: (store: Store) => void, { around, sensitive, ...request }: Asked = {}) {
	return inFolder(async (folder) => {
		const store = await opened(folder, make, { around, sensitive });
		const { value, problems } = await planPrune(store, requestOf(request));
		return value ? value.going.map((each) => each.revision) : problems.map(formatProblem);
	});
}

async function opened(
	folder: string,
	make: (store: Store) => void,
	{ around, sensitive }: Pick<Asked, "around" | "sensitive"> = {},
): Promise<OpenedStore> {
	const general = tree(path.join(folder, "general"));
	make(general);
	const reader = await general.reader();
	const secret = tree(path.join(folder, "sensitive"));
	sensitive?.(secret);
	return { general: around?.(reader) ?? reader, ...(sensitive && { sensitive: await secret.reader() }) };
}

function requestOf(more: Partial<PruneRequest>): PruneRequest {
	return { deployment: "eu", holds: [], keep: 1, olderThanDays: 0, now, ...more };
}

describe("what may go", () => {
	test("goes oldest last, and leaves what a pointer names", async () => {
		expect(await plan(fill)).toEqual([second, third, fourth, fifth, sixth]);
	});

	test("is nothing that a pointer of any ring names or says that it replaced", async () => {
		const going = await plan((store) => {
			fill(store);
			store.putPointer({ scope: pilot, ring: "broad", revision: fifth, before: { revision: third } });
			store.putPointer({ scope: pilot, ring: "nobody-declares-me", revision: sixth, held: true });
		});
		expect(going).toEqual([second, fourth]);
	});

	test("is nothing that the deployment holds, in that scope alone", async () => {
		const holds = [
			{ scope: pilot, revision: fourth },
			{ scope: perimeter, revision: fifth },
			{ scope: { deployment: "eu", group: "general" }, revision: sixth },
		];
		expect(await plan(fill, { holds })).toEqual([second, third, fifth, sixth]);
	});

	test("is none of the newest, nor of those that are too young", async () => {
		expect(await plan(fill, { keep: 4 })).toEqual([fifth, sixth]);
		expect(await plan(fill, { keep: 100 })).toEqual([]);
		expect(await plan(fill, { olderThanDays: 90 })).toEqual([fourth, fifth, sixth]);
		expect(await plan(fill, { olderThanDays: 91 })).toEqual([fifth, sixth]);
		expect(await plan(fill, { olderThanDays: 91, keep: 5 })).toEqual([sixth]);
	});

	test("is nothing that a run may be publishing at this moment", async () => {
		const young = revision(pilot, { "egress.txt": "young.example.com\n" });
		const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60 * 1000);
		const going = (minutes: number) =>
			plan((store) => {
				store.putRevision(pilot, young, minutesAgo(minutes));
				for (const { made } of ofPilot.slice(0, 1)) store.putRevision(pilot, made, now);
			});
		expect(await going(59)).toEqual([]);
		expect(await going(61)).toEqual([young.digest]);
		// The last of its files decides.
		const touched = await plan((store) => {
			fill(store);
			store.put(fileKey(pilot, sixth, "late.txt"), "", minutesAgo(5));
		});
		expect(touched).toEqual([newest, second, third, fourth, fifth].slice(1));
	});

	test("is nothing but the newest whole ones: what was never completed is none to go back to", async () => {
		const going = await plan(
			(store) => {
				fill(store);
				store.put(fileKey(pilot, "d".repeat(64), "egress.txt"), "", daysAgo(0.5));
			},
			{ keep: 2 },
		);
		expect(going).toEqual(["d".repeat(64), third, fourth, fifth, sixth]);
	});

	test("is of every scope that stands there, of groups too that are gone", async () => {
		const former = { deployment: "eu", group: "former" };
		const going = await plan((store) => {
			for (const scope of [former, perimeter])
				for (const { made, written } of history(scope)) store.putRevision(scope, made, written);
			fill(store);
		});
		expect(going).toHaveLength(15);
		expect(going).toContain(history(former)[5]?.made.digest);
		expect(going).toContain(history(perimeter)[5]?.made.digest);
	});

	test("is nothing of another deployment, and nothing that somebody else has put there", async () => {
		const us = { deployment: "us", group: "pilot" };
		const digest = "a".repeat(64);
		const going = await plan((store) => {
			for (const { made, written } of history(us)) store.putRevision(us, made, written);
			for (const key of [
				"eu2/groups/pilot/revisions/x",
				"eu/README.md",
				"eu/index.html",
				`eu/groups/pilot/revisions/${digest.toUpperCase()}/manifest.json`,
				`eu/groups/pilot/revisions/${digest}x/manifest.json`,
				"eu/groups/pilot/revisions/latest/manifest.json",
				`eu/groups/Pilot/revisions/${digest}/manifest.json`,
				`eu/groups/pilot/backup/revisions/${digest}/manifest.json`,
				`eu/groups/revisions/${digest}/manifest.json`,
				`eu/revisions/${digest}/manifest.json`,
			])
				store.put(key, "x", daysAgo(400));
		});
		expect(going).toEqual([]);
	});

	test("counts the files of both places, and those that only the place for secrets has", async () => {
		const only = "b".repeat(64);
		await inFolder(async (folder) => {
			const store = await opened(folder, fill, {
				sensitive(secret) {
					secret.put(fileKey(pilot, sixth, "profiles/linux/managed-settings.json"), "secret", daysAgo(200));
					secret.put(fileKey(pilot, only, "profiles/linux/managed-settings.json"), "secret", daysAgo(300));
				},
			});
			const { value } = await planPrune(store, requestOf({ keep: 5 }));
			const manifest = ofPilot[5]?.made.content.length ?? 0;
			expect(value?.going).toEqual([
				{
					scope: pilot,
					revision: sixth,
					objects: 4,
					bytes: manifest + "5.example.com\n".length + "{}\n".length + "secret".length,
					written: daysAgo(151),
					isWhole: true,
				},
				{ scope: pilot, revision: only, objects: 1, bytes: 6, written: daysAgo(300), isWhole: false },
			]);
		});
	});
});

describe("nothing may go", () => {
	const canary = pointerKey(pilot, "canary");

	test.each([
		["no JSON", "{"],
		["another group's", `{"schemaVersion":1,"deployment":"eu","group":"general","ring":"canary"}`],
		["of a later version", `{"schemaVersion":2}`],
		["empty", ""],
	])("where a pointer is %s", async (_, content) => {
		const told = await plan((store) => {
			fill(store);
			store.put(canary, content);
		});
		expect(told).toEqual([expect.stringMatching(/^\["eu\/groups\/pilot\/rings\/canary\/current\.json"\]: /)]);
	});

	test("where a pointer cannot be read, or is gone once it was listed", async () => {
		const denied = (reader: ObjectReader) => ({
			...reader,
			async get() {
				throw new StoreFault("store-denied", "reading it was denied");
			},
		});
		expect(await plan(fill, { around: denied })).toEqual([`["${canary}"]: reading it was denied`]);
		const vanished = (reader: ObjectReader) => ({ ...reader, get: async () => undefined });
		expect(await plan(fill, { around: vanished })).toEqual([
			`["${canary}"]: was listed and is gone: somebody publishes at this moment; run the command again`,
		]);
	});

	test("where a list breaks off, of either place", async () => {
		const breaks = (reader: ObjectReader): ObjectReader => ({
			...reader,
			title: "s3://example/",
			async *list(prefix) {
				for await (const entry of reader.list(prefix)) {
					yield entry;
					throw new StoreFault("store-unreachable", "the connection was lost");
				}
			},
		});
		expect(await plan(fill, { around: breaks })).toEqual([
			'["eu/"]: cannot be listed in s3://example/: the connection was lost',
		]);
		await inFolder(async (folder) => {
			const { general } = await opened(folder, fill);
			const { value, problems } = await planPrune({ general, sensitive: breaks(general) }, requestOf({}));
			expect({ value, codes: problems.map(({ code }) => code) }).toEqual({ codes: ["store-unreachable"] });
		});
	});

	test("where a list does not end", async () => {
		let given = 0;
		const endless = (reader: ObjectReader): ObjectReader => ({
			...reader,
			async *list() {
				for (;;) {
					const digest = (given++).toString(16).padStart(64, "0");
					yield { key: manifestKey(pilot, digest), bytes: 1, modified: daysAgo(100) };
				}
			},
		});
		expect(await plan(fill, { around: endless })).toEqual([
			expect.stringContaining("holds more than 200000 revisions"),
		]);
		expect(given).toBe(200_001);
	});
});

describe("removing", () => {
	/** Removes the oldest revision of six with its secret file, and gives what is said and what is left. */
	function remove(around: (reader: ObjectReader, removed: string[]) => ObjectReader) {
		return inFolder(async (folder) => {
			const removed: string[] = [];
			const secret = fileKey(pilot, sixth, "profiles/linux/managed-settings.json");
			const store = await opened(folder, fill, {
				around: (reader) => around(reader, removed),
				sensitive: (place) => place.put(secret, "secret", daysAgo(200)),
			});
			const { value } = await planPrune(store, requestOf({ keep: 5 }));
			const [going] = value?.going ?? [];
			if (!going) throw new Error("nothing goes");
			const problems = await removeRevision(store, going);
			const left: string[] = [];
			for await (const { key } of store.general.list(fileKey(pilot, sixth, ""))) left.push(key);
			if (existsSync(path.join(folder, "sensitive", secret))) left.push(secret);
			return { problems: problems.map(formatProblem), removed, left: left.sort() };
		});
	}

	const recording = (reader: ObjectReader, removed: string[]): ObjectReader => ({
		...reader,
		async remove(keys) {
			removed.push(...keys);
			return reader.remove(keys);
		},
	});

	test("takes the manifest first, then every file of both places", async () => {
		const { problems, removed, left } = await remove(recording);
		expect({ problems, left }).toEqual({ problems: [], left: [] });
		expect(removed[0]).toBe(manifestKey(pilot, sixth));
	});

	test("leaves a revision whole that somebody publishes anew, and tells it", async () => {
		const republished = (reader: ObjectReader): ObjectReader => ({
			...reader,
			async *list(prefix) {
				for await (const entry of reader.list(prefix))
					yield prefix === fileKey(pilot, sixth, "") ? { ...entry, modified: now } : entry;
			},
		});
		const { problems, left } = await remove(republished);
		expect(problems).toEqual([
			`warning: ["${fileKey(pilot, sixth, "")}"]: was written to since it was planned to go, and stays: somebody publishes it anew`,
		]);
		expect(left).toContain(manifestKey(pilot, sixth));
		expect(left).toHaveLength(4);
	});

	test("leaves a revision whole whose manifest a retention keeps, and tells it", async () => {
		const retained = (reader: ObjectReader): ObjectReader => ({
			...reader,
			remove: async (keys) => keys.map((key) => warning("object-retained", [key], "is kept until 2027-01-01")),
		});
		const { problems, left } = await remove(retained);
		expect(problems).toEqual([`warning: ["${manifestKey(pilot, sixth)}"]: is kept until 2027-01-01`]);
		expect(left).toHaveLength(4);
	});

	test("tells what could not be removed", async () => {
		const refusing = (reader: ObjectReader): ObjectReader => ({
			...reader,
			async remove(keys) {
				const [first = "", ...others] = keys;
				if (first.endsWith("manifest.json")) return reader.remove(keys);
				return [...(await reader.remove(others)), error("object-not-removed", [first], "stays: denied")];
			},
		});
		const { problems, left } = await remove(refusing);
		expect(problems).toHaveLength(1);
		expect(left).toHaveLength(1);
	});

	test("leaves every other revision as it was", async () => {
		await inFolder(async (folder) => {
			const store = await opened(folder, fill);
			const { value } = await planPrune(store, requestOf({ keep: 5 }));
			for (const going of value?.going ?? []) await removeRevision(store, going);
			const again = await planPrune(store, requestOf({ keep: 1 }));
			expect(again.value?.going.map((each) => each.revision)).toEqual([second, third, fourth, fifth]);
			expect(again.value?.going.every(({ objects, isWhole }) => objects === 3 && isWhole)).toBe(true);
			rmSync(path.join(folder, "general"), { recursive: true });
		});
	});
});
