import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { manifestKey } from "../../src/publication/layout.js";
import { perimeter, pilot, revision, type tree } from "../publication/tree.js";
import { inFolder } from "../support/in-folder.js";
import { invoke } from "./invoke.js";
import { publishing } from "./publishing.js";

const day = 24 * 60 * 60 * 1000;
const made = Array.from({ length: 5 }, (_, index) => revision(pilot, { "egress.txt": `${index}.example.com\n` }));
const digests = made.map(({ digest }) => digest);
const [, , third = "", fourth = "", fifth = ""] = digests;

/** Five revisions of a group, a hundred days between two; canary has the newest and replaced the second. */
function years(store: ReturnType<typeof tree>): void {
	for (const [index, each] of made.entries())
		store.putRevision(pilot, each, new Date(Date.now() - (index * 100 + 1) * day));
	const [newest = "", second = ""] = digests;
	store.putPointer({ scope: pilot, ring: "canary", revision: newest, before: { revision: second } });
}

interface Asked {
	readonly holds?: string;
	readonly options?: readonly string[];
}

function run(fill: (store: ReturnType<typeof tree>) => void, { holds = "", options = [] }: Asked = {}) {
	return inFolder(async (folder) => {
		const { store, file } = publishing(folder, holds);
		fill(store);
		const { code, results, notices } = await invoke(["prune", file, "--keep", "1", ...options]);
		const left = digests.filter((digest) => existsSync(path.join(folder, "published", manifestKey(pilot, digest))));
		const plainly = (line: string) => line.replaceAll(folder, "<folder>");
		return { code, results: results.map(plainly), notices: notices.map(plainly), left };
	});
}

const shown = (results: readonly string[]) => digests.filter((digest) => results.some((line) => line.includes(digest)));

test("shows what would go with its size, and removes nothing", async () => {
	const { code, results, notices, left } = await run(years);
	expect({ code, notices }).toEqual({ code: 0, notices: [] });
	expect(left).toEqual(digests);
	expect(shown(results)).toEqual([third, fourth, fifth]);
	const size = (made[2]?.content.length ?? 0) + "2.example.com\n".length;
	const written = new Date(Date.now() - 201 * day).toISOString().slice(0, 10);
	const rows = results.map((line) => line.trim().split(/ {2,}/));
	expect(rows).toContainEqual(["pilot", third, written, "2", `${size} bytes`]);
	expect(results.slice(-3)).toEqual([
		expect.stringMatching(/^ {2}3 of 5 revisions, \d+(?:\.\d)? (?:bytes|kB), are no longer needed$/),
		"",
		"Nothing was removed; with --yes these are.",
	]);
});

test("with --yes removes them, and says how many", async () => {
	const { code, results, left } = await run(years, { options: ["--yes"] });
	expect({ code, left, last: results.at(-1) }).toEqual({
		code: 0,
		left: digests.slice(0, 2),
		last: "local: removed 3 revisions",
	});
});

test("leaves what the file holds, the newest, and what is not that old", async () => {
	const holds = `\n    rings: { broad: { hold: "${fourth}" } }`;
	expect((await run(years, { holds, options: ["--yes"] })).left).toEqual([...digests.slice(0, 2), fourth]);
	expect((await run(years, { options: ["--keep", "4", "--yes"] })).left).toEqual(digests.slice(0, 4));
	expect((await run(years, { options: ["--older-than", "250", "--yes"] })).left).toEqual(digests.slice(0, 3));
});

test("removes nothing where one pointer cannot be read", async () => {
	const { code, notices, left } = await run(
		(store) => {
			years(store);
			store.putRevision(perimeter, revision(perimeter, {}));
			store.put("eu/groups/former/rings/early/current.json", "{");
		},
		{ options: ["--yes"] },
	);
	expect({ code, left }).toEqual({ code: 1, left: digests });
	expect(notices).toEqual([
		"publish.local: <folder>/published/eu/groups/former/rings/early/current.json is no JSON in UTF-8",
		"nothing was removed: what cannot be read may name any revision",
	]);
});

test("has nothing to do where nothing is published, or everything is needed", async () => {
	const { code, results } = await run(() => undefined, { options: ["--yes"] });
	expect({ code, results }).toEqual({
		code: 0,
		results: ["local  <folder>/published/", "  0 of 0 revisions, 0 bytes, are no longer needed", ""],
	});
});

test("tells of what is none of its own, and leaves it", async () => {
	const { results } = await run((store) => {
		years(store);
		store.put("eu/groups/pilot/revisions/latest/x", "");
		store.put("eu/index.html", "");
	});
	expect(results).toContain("  1 object of somebody else's is left alone");
});

test("names a group that the file no longer does, whose pointers keep what they name", async () => {
	const former = { deployment: "eu", group: "former" };
	const { results } = await run((store) => {
		const old = revision(former, { "settings.json": "{}\n" });
		store.putRevision(former, old);
		store.putPointer({ scope: former, ring: "broad", revision: old.digest });
	});
	expect(results).toContain(
		"  group former is none of the file any more, and its pointers keep what they name: remove <folder>/published/eu/groups/former/rings/ when no device reads them",
	);
});

test.each([
	["--keep", "0", 1],
	["--keep", "-1", 1],
	["--keep", "ten", 1],
	["--keep", "1e3", 1],
	["--older-than", "1.5", 0],
	["--older-than", "", 0],
])("%s %j is wrong usage", async (option, value, least) => {
	const { code, notices, left } = await run(years, { options: [`${option}=${value}`, "--yes"] });
	expect({ code, notices, left }).toEqual({
		code: 2,
		notices: [`${option} is ${JSON.stringify(value)}; expected a whole number from ${least} on`],
		left: digests,
	});
});
