import {
	chmodSync,
	existsSync,
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

test("a run that changes something replaces the whole bundle and leaves no trace of the earlier one", async () => {
	await synth(plain);
	writeFileSync(path.join(bundle, "groups/pilot/stale.txt"), "of an earlier version");
	expect((await synth(plain)).results[0]).toBe(`eu: written to ${bundle}`);
	expect(existsSync(path.join(bundle, "groups/pilot/stale.txt"))).toBe(false);
	await synth(plain.replaceAll("pilot", "general"));
	expect(readdirSync(path.join(bundle, "groups"))).toEqual(["general"]);
	expect(readdirSync(out)).toEqual(["eu"]);
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
		expect(modes(bundle)).toEqual({
			"egress.json": open,
			"egress.txt": open,
			"managed-settings.json": "600",
			"manifest.json": open,
			"settings.json": open,
		});
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
	const foreign = () => `${bundle} exists and is no bundle of this command; move it away or choose another --out`;

	test.each([
		["notes.txt", "mine"],
		["manifest.json", '{"name": "a web app"}'],
	])("a folder with %s of somebody else is left alone", async (name, content) => {
		mkdirSync(bundle, { recursive: true });
		writeFileSync(path.join(bundle, name), content);
		expect(await synth(plain)).toEqual({ code: 2, results: [], notices: [foreign()] });
		expect(readdirSync(bundle)).toEqual([name]);
		expect(readFileSync(path.join(bundle, name), "utf8")).toBe(content);
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
