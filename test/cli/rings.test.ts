import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { manifestKey } from "../../src/publication/layout.js";
import { owner, perimeter, pilot, revision, type tree } from "../publication/tree.js";
import { inFolder } from "../support/in-folder.js";
import { plain, write } from "./deployments.js";
import { invoke } from "./invoke.js";
import { publishing } from "./publishing.js";

const first = revision(pilot, { "egress.txt": "llm.example.com\n", "settings.json": "{}\n" });
const second = revision(pilot, { "egress.txt": "llm.example.com\n" });
const whole = revision(perimeter, { "egress.txt": "llm.example.com\n" });
const since = new Date("2026-11-01T08:00:00Z");

/** Canary has the newest revision, broad is held at the one before, the perimeter is new. */
function rollout(store: ReturnType<typeof tree>): void {
	for (const each of [first, second]) store.putRevision(pilot, each);
	store.putRevision(perimeter, whole);
	store.putPointer(
		{ scope: pilot, ring: "canary", revision: second.digest, before: { revision: first.digest } },
		since,
	);
	store.putPointer({ scope: pilot, ring: "broad", revision: first.digest, held: true }, since);
	for (const ring of ["canary", "broad"]) store.putPointer({ scope: perimeter, ring, revision: whole.digest }, since);
}

function run(fill: (store: ReturnType<typeof tree>) => void, ...options: string[]) {
	return inFolder(async (folder) => {
		const { store, file } = publishing(folder);
		fill(store);
		const { code, results, notices } = await invoke(["rings", file, ...options]);
		const plainly = (line: string) => line.replaceAll(folder, "<folder>");
		return { code, results: results.map(plainly), notices: notices.map(plainly) };
	});
}

test("shows what each ring has, and the lines that promote it or take it back", async () => {
	const { code, results, notices } = await run(rollout);
	const [a, b, c] = [first, second, whole].map(({ digest }) => digest.slice(0, 12));
	const at = "2026-11-01T08:00:00Z";
	expect({ code, notices }).toEqual({ code: 0, notices: [] });
	expect(results.map((line) => line.trim().split(/ {2,}/))).toEqual([
		["eu in local", "<folder>/published/"],
		["group", "ring", "revision", "state", "since", "manifest"],
		["(perimeter)", "canary", c, "newest", at, "intact"],
		["(perimeter)", "broad", c, "newest", at, "intact"],
		["pilot", "canary", b, "newest", at, "intact"],
		["pilot", "broad", a, "held", at, "intact"],
		[""],
		["To promote, hold a ring at what the ring before it has now"],
		["groups:"],
		["pilot:"],
		["rings:"],
		[`broad: { hold: "${second.digest}" } # what canary has now`],
		[""],
		["To go back, hold a ring at what it had before"],
		["groups:"],
		["pilot:"],
		["rings:"],
		[`canary: { hold: "${first.digest}" } # what it had before`],
		[""],
	]);
	const lines = results.slice(results.findIndex((line) => line.startsWith("To promote")) + 1);
	const promotion = lines.slice(0, lines.indexOf("")).join("\n");
	expect(parse(promotion)).toEqual({ groups: { pilot: { rings: { broad: { hold: second.digest } } } } });
});

test("the lines for a stack's file stand where its deployment does", () =>
	inFolder(async (folder) => {
		const { store, file } = publishing(folder);
		rollout(store);
		const deployment: unknown = parse(readFileSync(file, "utf8"));
		const stack = write(folder, stringify({ config: { "cowork:deployment": deployment } }), "Pulumi.eu.yaml");

		const { results } = await invoke(["rings", stack]);

		const lines = results.slice(results.findIndex((line) => line.startsWith("To promote")) + 1);
		const groups = { pilot: { rings: { broad: { hold: second.digest } } } };
		expect(parse(lines.slice(0, lines.indexOf("")).join("\n"))).toEqual({
			config: { "cowork:deployment": { groups } },
		});
	}));

test("is one JSON document, with everything that the pointers say", async () => {
	const { code, results } = await run(rollout, "--json");
	const document = JSON.parse(results.join("\n"));
	expect(code).toBe(0);
	expect(document.stores[0].rings[2]).toEqual({
		group: "pilot",
		ring: "canary",
		isDeclared: true,
		state: "newest",
		revision: second.digest,
		since: since.toISOString(),
		replaces: first.digest,
		replaced: "intact",
		owner,
		manifest: "intact",
	});
	expect(document).toMatchObject({
		deployment: "eu",
		stores: [{ store: "local", place: "<folder>/published/", exists: true, problems: [] }],
		promotions: [{ group: "pilot", ring: "broad", hold: second.digest, from: "canary" }],
		rollbacks: [{ group: "pilot", ring: "canary", hold: first.digest }],
		disagreed: [],
	});
});

test("nothing is published yet", async () => {
	expect(await run(() => undefined)).toEqual({
		code: 0,
		results: ["eu in local  <folder>/published/", "  is not there yet: nothing was published", ""],
		notices: [],
	});
	const { code, results } = await run((store) => store.put("README", ""));
	expect(code).toBe(0);
	expect(results.filter((line) => line.includes("nothing published"))).toHaveLength(4);
});

test("what is wrong is shown in its row, told, and gives no line to write", async () => {
	const { code, results, notices } = await run((store) => {
		rollout(store);
		store.put(manifestKey(pilot, second.digest), "{}");
		store.put("eu/perimeter/rings/broad/current.json", "{");
		store.putPointer({ scope: pilot, ring: "former", revision: "0".repeat(64) }, since);
	});
	expect(code).toBe(1);
	expect(notices).toEqual([
		"publish.local: <folder>/published/eu/perimeter/rings/broad/current.json is no JSON in UTF-8",
		expect.stringMatching(
			/^publish\.local: <folder>\/published\/eu\/groups\/pilot\/revisions\/.*\/manifest\.json was altered: /,
		),
	]);
	const rows = results.map((line) => line.trim().split(/ {2,}/));
	const at = "2026-11-01T08:00:00Z";
	expect(rows).toContainEqual(["(perimeter)", "broad", "not readable"]);
	expect(rows).toContainEqual(["pilot", "canary", second.digest.slice(0, 12), "newest", at, "altered-manifest"]);
	expect(rows).toContainEqual(["pilot", "former", "000000000000", "newest, no ring of the file", at, "missing"]);
	expect(results.some((line) => line.includes(second.digest))).toBe(false);
});

test("a revision that lacks a file is not whole", async () => {
	const { code, notices } = await run((store) => {
		rollout(store);
		store.put(`eu/groups/pilot/revisions/${first.digest}/settings.json`, "");
	});
	expect(code).toBe(1);
	expect(notices).toEqual([expect.stringContaining("is not whole: settings.json is not there")]);
});

test("an order of pointers that a terminal would obey does not reach it", async () => {
	const { results, notices } = await run((store) => {
		rollout(store);
		store.put("eu/groups/pilot/rings/\u001b]0;x\u0007/current.json", "{");
	});
	expect([...results, ...notices].join("\n")).not.toContain("\u001b");
});

test.each([
	["no store", plain, "the deployment names no store; add one to publish"],
	[
		"a folder without rings",
		`${plain}publish: { local: { directory: ./published } }\n`,
		"the deployment keeps no revisions; a local folder does where publish.rings names rings",
	],
])("%s has none", async (_, text, message) => {
	await inFolder(async (folder) => {
		const { code, notices } = await invoke(["rings", write(folder, text, path.join("deep", "eu.yaml"))]);
		expect({ code, notices }).toEqual({ code: 2, notices: [message] });
	});
});
