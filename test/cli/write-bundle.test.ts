import {
	chmodSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { broken, plain, withSecret, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const long = new Date("2020-02-02T02:02:02Z");
let out = "";
let bundle = "";
let runs = 0;
beforeEach(() => {
	out = path.join(folder(), `out-${++runs}`);
	bundle = path.join(out, "eu");
});

const environment = { GATEWAY_KEY: "k" };
const synth = (text: string) => invoke(["synth", write(folder(), text), "--out", out], { environment });

/** Everything below a folder with its content, mode and time of change. */
function tree(directory: string) {
	return readdirSync(directory, { recursive: true, withFileTypes: true })
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort()
		.map((place) => {
			const { mode, mtimeMs, ino } = statSync(place);
			return { place, mode, mtimeMs, ino, content: statSync(place).isFile() ? readFileSync(place, "latin1") : "" };
		});
}

/** Gives every file and folder a time long ago, which any touch would change. */
function age(directory: string): void {
	for (const { place } of tree(directory)) utimesSync(place, long, long);
	utimesSync(directory, long, long);
}

test("a run that changes nothing touches nothing", async () => {
	await synth(withSecret);
	age(out);
	const before = tree(out);
	const { code, results } = await synth(withSecret);
	expect(code).toBe(0);
	expect(results[0]).toBe(`eu: unchanged in ${bundle}`);
	expect(tree(out)).toEqual(before);
	expect(statSync(out).mtime).toEqual(long);
});

test("a run that changes something leaves no trace of the earlier bundle, and what is not of it alone", async () => {
	await synth(plain);
	writeFileSync(path.join(bundle, "groups/pilot/notes.txt"), "somebody's");
	mkdirSync(path.join(bundle, ".git"));
	writeFileSync(path.join(bundle, ".git/HEAD"), "ref: refs/heads/main");

	const { code, results } = await synth(plain.replaceAll("pilot", "general"));

	expect(code).toBe(0);
	expect(results[0]).toBe(`eu: written to ${bundle}`);
	const named = results.indexOf("Left alone, as no files of this bundle");
	expect(results.slice(named + 1, named + 4)).toEqual(["  .git/", "  groups/pilot/", ""]);
	expect(readdirSync(path.join(bundle, "groups/pilot"))).toEqual(["notes.txt"]);
	expect(readFileSync(path.join(bundle, ".git/HEAD"), "utf8")).toBe("ref: refs/heads/main");
	rmSync(path.join(bundle, "groups/pilot"), { recursive: true });
	await synth(plain.replaceAll("pilot", "early"));
	expect(readdirSync(path.join(bundle, "groups"))).toEqual(["early"]);
	expect(readdirSync(out)).toEqual(["eu"]);
});

test("what is gone of the bundle before is in the summary", async () => {
	await synth(plain);

	const { results } = await synth(plain.replaceAll("pilot", "general"));

	const named = results.indexOf("Removed, as files of the bundle before alone");
	expect(results.slice(named + 1, results.indexOf("", named))).toContain("  groups/pilot/settings.json");
	expect((await synth(plain.replaceAll("pilot", "general"))).results.join("\n")).not.toContain("Removed");
});

test("what is left alone is in the summary for programs too", async () => {
	await synth(plain);
	writeFileSync(path.join(bundle, "notes.txt"), "somebody's");

	const { results } = await invoke(["synth", write(folder(), plain), "--out", out, "--json"], { environment });

	expect(JSON.parse(results.join("\n"))).toMatchObject({ changed: false, foreign: ["notes.txt"] });
});

test.each([
	["a changed file", (place: string) => writeFileSync(place, "{}")],
	["a missing file", (place: string) => rmSync(place)],
	[
		"a link in place of a file",
		(place: string) => {
			const elsewhere = path.join(folder(), "elsewhere.json");
			writeFileSync(elsewhere, readFileSync(place));
			rmSync(place);
			symlinkSync(elsewhere, place);
		},
	],
])("%s is put right", async (_, damage) => {
	await synth(plain);
	const file = path.join(bundle, "groups/pilot/settings.json");
	const before = readFileSync(file, "utf8");
	damage(file);
	expect((await synth(plain)).results[0]).toBe(`eu: written to ${bundle}`);
	expect(readFileSync(file, "utf8")).toBe(before);
});

test("other deployments in the folder stay", async () => {
	await synth(plain);
	await synth(plain.replace("name: eu", "name: us"));
	age(bundle);
	const before = tree(bundle);
	await synth(plain.replace("name: eu", "name: us").replaceAll("pilot", "general"));
	expect(readdirSync(out)).toEqual(["eu", "us"]);
	expect(tree(bundle)).toEqual(before);
});

test("an invalid deployment leaves what stood there before", async () => {
	await synth(plain);
	age(out);
	const before = tree(out);
	expect((await synth(broken.replace("name: EU", "name: eu"))).code).toBe(1);
	expect(tree(out)).toEqual(before);
});

describe.skipIf(process.platform === "win32")("modes", () => {
	const modes = (directory: string) =>
		Object.fromEntries(
			tree(directory)
				.filter(({ place }) => statSync(place).isFile())
				.map(({ place, mode }) => [path.basename(place), (mode & 0o777).toString(8)]),
		);

	test("a file with a resolved secret is for its owner alone; no other file is closed", async () => {
		await synth(withSecret);
		const umask = 0o666 & ~process.umask();
		const open = (umask & 0o644).toString(8);
		const { "managed-settings.json": profile, ...others } = modes(bundle);
		expect(profile).toBe("600");
		expect(Object.keys(others)).toEqual(expect.arrayContaining(["egress.json", "manifest.json", "settings.json"]));
		expect(new Set(Object.values(others))).toEqual(new Set([open]));
	});

	test("a secret that has become readable is written anew", async () => {
		await synth(withSecret);
		const profile = path.join(bundle, "groups/pilot/profiles/linux/managed-settings.json");
		chmodSync(profile, 0o644);
		expect((await synth(withSecret)).results[0]).toBe(`eu: written to ${bundle}`);
		expect((statSync(profile).mode & 0o777).toString(8)).toBe("600");
	});
});

describe("a place that is not for a bundle", () => {
	test("what is in the way and is not of an earlier bundle is left alone, all of it told at once", async () => {
		mkdirSync(path.join(bundle, "groups/pilot/settings.json"), { recursive: true });
		writeFileSync(path.join(bundle, "manifest.json"), '{"name": "a web app"}');
		writeFileSync(path.join(bundle, "notes.txt"), "mine");
		age(out);
		const before = tree(out);

		const { code, results, notices } = await synth(plain);

		expect({ code, results }).toEqual({ code: 2, results: [] });
		expect([...notices].sort()).toEqual([
			`${bundle}/groups/pilot/settings.json is a folder where a file is needed; move it away, or choose another folder`,
			`${bundle}/manifest.json is there already and is no file of this bundle; move it away, or choose another folder`,
		]);
		expect(tree(out)).toEqual(before);
	});

	test("a folder that a stack publishes to is left to it", async () => {
		mkdirSync(bundle, { recursive: true });
		writeFileSync(path.join(bundle, ".owner.json"), '{"owner":"cowork/dev/eu"}');
		const notice = `${bundle} is published by the Pulumi stack of cowork/dev/eu; choose another --out`;
		expect(await synth(plain)).toEqual({ code: 2, results: [], notices: [notice] });
	});

	test("an empty folder is one", async () => {
		mkdirSync(bundle, { recursive: true });
		expect((await synth(plain)).code).toBe(0);
	});

	test("a file of the deployment's name is left alone", async () => {
		mkdirSync(out);
		writeFileSync(bundle, "mine");
		const notice = `cannot write ${bundle}: a part of this path is a file, not a folder`;
		expect(await synth(plain)).toEqual({ code: 2, results: [], notices: [notice] });
		expect(readFileSync(bundle, "utf8")).toBe("mine");
	});

	test("a file cannot be the folder", async () => {
		writeFileSync(out, "mine");
		const notice = `cannot write ${bundle}: a part of this path is a file, not a folder`;
		expect(await synth(plain)).toEqual({ code: 2, results: [], notices: [notice] });
	});

	test.skipIf(process.getuid?.() === 0)("a folder without permission is said to be one", async () => {
		mkdirSync(out, { mode: 0o500 });
		const notice = `cannot write ${bundle}: permission denied`;
		expect(await synth(plain)).toEqual({ code: 2, results: [], notices: [notice] });
	});
});
