import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
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
		written: expect.any(String),
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

test("a file that was altered to the same length is told, and gives no line to write", async () => {
	const { code, results, notices } = await run((store) => {
		rollout(store);
		store.put(`eu/groups/pilot/revisions/${second.digest}/egress.txt`, "evil.example.net\n".slice(0, 16));
	});
	expect(code).toBe(1);
	expect(notices).toEqual([expect.stringContaining("is not whole: egress.txt is altered since")]);
	expect(results.some((line) => line.includes("files-altered"))).toBe(true);
	expect(results.some((line) => line.includes(second.digest))).toBe(false);
});

test("what a later ring left behind is no promotion for it", async () => {
	const { results } = await run((store) => {
		store.putRevision(pilot, first, since);
		store.putRevision(pilot, second, new Date(since.getTime() + 1));
		store.putPointer({ scope: pilot, ring: "canary", revision: first.digest, held: true }, since);
		store.putPointer(
			{ scope: pilot, ring: "broad", revision: second.digest, before: { revision: first.digest } },
			since,
		);
	});
	expect(results.filter((line) => line.startsWith("To "))).toEqual(["To go back, hold a ring at what it had before"]);
});

test("what the program renders again is a promotion, however long it has stood there", async () => {
	const { results } = await run((store) => {
		store.putRevision(pilot, first, since);
		store.putRevision(pilot, second, new Date(since.getTime() + 1));
		store.putPointer({ scope: pilot, ring: "canary", revision: first.digest }, since);
		store.putPointer({ scope: pilot, ring: "broad", revision: second.digest, held: true }, since);
	});
	expect(results.filter((line) => line.startsWith("To "))).toEqual([
		"To promote, hold a ring at what the ring before it has now",
	]);
});

test("a group that the file no longer names is shown as long as it has pointers", async () => {
	const former = { deployment: "eu", group: "former" };
	const old = revision(former, { "settings.json": "{}\n" });
	const { code, results } = await run((store) => {
		rollout(store);
		store.putRevision(former, old);
		store.putPointer({ scope: former, ring: "broad", revision: old.digest, held: true }, since);
	});
	expect(code).toBe(0);
	expect(results.map((line) => line.trim().split(/ {2,}/))).toContainEqual([
		"former",
		"broad",
		old.digest.slice(0, 12),
		"held, no group of the file",
		"2026-11-01T08:00:00Z",
		"intact",
	]);
});

describe("signatures", () => {
	const keys = [1, 2].map(() => generateKeyPairSync("ed25519"));
	const [own, other] = keys.map(({ publicKey }) => publicKey.export({ type: "spki", format: "pem" }));
	const signed = (store: ReturnType<typeof tree>) => {
		rollout(store);
		const [key] = keys;
		if (!key) throw new Error("no key");
		for (const each of [first, second]) store.putSignature(pilot, each, key.privateKey);
		store.putSignature(perimeter, whole, key.privateKey);
	};
	const ask = (sign: string, fill: typeof signed, ...options: string[]) =>
		inFolder(async (folder) => {
			const { store, file } = publishing(folder, "", `  sign: { key: ./key.pem${sign} }\n`);
			fill(store);
			writeFileSync(path.join(folder, "own.pem"), own ?? "");
			writeFileSync(path.join(folder, "other.pem"), other ?? "");
			const { code, notices } = await invoke([
				"rings",
				file,
				...options.map((each) => each.replace("./", `${folder}/`)),
			]);
			return { code, notices: notices.map((line) => line.replaceAll(folder, "<folder>")) };
		});
	const named = ", publicKeys: [./own.pem]";

	test("are verified where the file or the command names keys, and it is said where neither does", async () => {
		expect(await ask(named, signed)).toEqual({ code: 0, notices: [] });
		expect(await ask("", signed)).toEqual({
			code: 0,
			notices: [
				"signatures are not verified: publish.sign names no publicKeys, whose files openssl pkey -pubout writes; --public-key does for once",
			],
		});
		expect(await ask("", signed, "--public-key", "./own.pem")).toEqual({ code: 0, notices: [] });
	});

	test("of nobody, or of somebody else, are told", async () => {
		const unsigned = await ask(named, rollout);
		expect(unsigned.code).toBe(1);
		expect(unsigned.notices).toHaveLength(3);
		expect(unsigned.notices[0]).toContain("has no signature beside it");
		const strange = await ask(named, signed, "--public-key", "./other.pem");
		expect(strange.code).toBe(1);
		expect(strange.notices[0]).toContain("is signed by none of the keys that this deployment names");
	});

	test("are not verified by what is no public key", async () => {
		expect(await ask(", publicKeys: [./none.pem]", signed)).toEqual({
			code: 1,
			notices: [
				expect.stringMatching(
					/^publish\.sign\.publicKeys\[0\] \(.*:17:40\): names \.\/none\.pem, which cannot be read \(ENOENT\)/,
				),
			],
		});
		expect(await ask("", signed, "--public-key", "./deployment.yaml")).toEqual({
			code: 2,
			notices: [expect.stringContaining("is no readable key in PEM; expected the public half of an Ed25519 key")],
		});
	});
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
