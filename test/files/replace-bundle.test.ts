import { execFileSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { formatConflict } from "../../src/files/conflict.js";
import { readOwner } from "../../src/files/owner.js";
import { replaceBundle } from "../../src/files/replace-bundle.js";
import { temporaryFolder } from "../support/command.js";
import { bundleOf } from "./bundles.js";

const root = temporaryFolder();
let folder = "";
let runs = 0;
beforeEach(() => {
	folder = path.join(root(), `out-${++runs}`, "eu");
});

const first = { "egress.txt": "a\n", "groups/pilot/settings.json": "{}", "secret/profile": "key" };
const second = { "egress.txt": "b\n", "groups/general/settings.json": "{}", "secret/profile": "key" };

/** Replaces, where nothing may be in the way. */
function replace(texts: Readonly<Record<string, string>>) {
	const { value, problems } = replaceBundle(folder, bundleOf(texts));
	expect(problems).toEqual([]);
	return value;
}

function refusals(texts: Readonly<Record<string, string>>): string[] {
	const { value, problems } = replaceBundle(folder, bundleOf(texts));
	expect(value).toBeUndefined();
	return problems.map((problem) => formatConflict(problem).replaceAll(folder, "DIR"));
}

/** Every file and link below a folder with its text, or with what it leads to. */
function tree(place = folder): Record<string, string> {
	const entries = readdirSync(place, { recursive: true, withFileTypes: true });
	return Object.fromEntries(
		entries
			.filter((entry) => !entry.isDirectory())
			.map((entry) => path.join(entry.parentPath, entry.name))
			.map((file) => [path.relative(place, file), lstatSync(file).isFile() ? readFileSync(file, "utf8") : "link"])
			.sort(),
	);
}

function put(file: string, text: string): void {
	mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
	writeFileSync(path.join(folder, file), text);
}

const textsOf = (texts: Readonly<Record<string, string>>) =>
	Object.fromEntries(bundleOf(texts).map(({ path, content }) => [path, new TextDecoder().decode(content)]));

describe("only what the last manifest lists is replaced or removed", () => {
	test("a bundle takes the place of an earlier one, to the last empty folder", () => {
		expect(replace(first)).toEqual({ changed: true, removed: [], foreign: [] });
		const gone = Object.keys(first).filter((file) => !Object.hasOwn(second, file));
		expect(gone).not.toEqual([]);
		const replaced = replace(second);
		expect(replaced).toMatchObject({ changed: true, foreign: [] });
		expect([...(replaced?.removed ?? [])].sort()).toEqual(gone.sort());

		expect(tree()).toEqual(textsOf(second));
		expect(readdirSync(path.join(folder, "groups"))).toEqual(["general"]);
	});

	test("what else is there stays and is named, a folder of it as one", () => {
		replace(first);
		put(".git/refs/heads/main", "1234");
		put("groups/pilot/notes.txt", "mine");
		mkdirSync(path.join(folder, "groups/empty"));
		symlinkSync("/etc", path.join(folder, "groups/link"));

		expect(replace(second)?.foreign).toEqual([".git/", "groups/empty/", "groups/link", "groups/pilot/"]);

		expect(tree()).toEqual({
			...textsOf(second),
			".git/refs/heads/main": "1234",
			"groups/pilot/notes.txt": "mine",
			"groups/link": "link",
		});
	});

	test("a file that somebody edited is the manifest's all the same", () => {
		replace(first);
		put("egress.txt", "edited");
		put("groups/pilot/settings.json", "edited");

		replace(second);

		expect(tree()).toEqual(textsOf(second));
	});

	test("a foreign file in the way is refused, and nothing is written", () => {
		replace(first);
		put("groups/general/settings.json", "mine");
		const before = tree();

		expect(refusals(second)).toEqual([
			"DIR/groups/general/settings.json is there already and is no file of this bundle; move it away, or choose another folder",
		]);
		expect(tree()).toEqual(before);
	});

	test("a foreign file with the very bytes is in nobody's way", () => {
		put("egress.txt", first["egress.txt"]);

		expect(replace(first)?.foreign).toEqual([]);
	});

	test("a manifest of somebody else lists nothing", () => {
		put("manifest.json", '{ "name": "a web app", "files": [{ "path": "egress.txt", "sha256": "" }] }');
		put("egress.txt", "mine");

		expect(refusals(first)).toEqual([
			"DIR/egress.txt is there already and is no file of this bundle; move it away, or choose another folder",
			"DIR/manifest.json is there already and is no file of this bundle; move it away, or choose another folder",
		]);
	});

	test.each([
		"../outside.txt",
		"groups/../../outside.txt",
		"/outside.txt",
		"..\\outside.txt",
		"./../outside.txt",
		"groups//../../outside.txt",
	])("a manifest that lists %s removes nothing outside", (listed) => {
		replace(first);
		const outside = path.join(path.dirname(folder), "outside.txt");
		writeFileSync(outside, "mine");
		const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
		manifest.files.push({ path: listed, sha256: "0" }, { path: "egress.txt", sha256: "0" });
		put("manifest.json", JSON.stringify(manifest));

		replace(second);

		expect(readFileSync(outside, "utf8")).toBe("mine");
	});
});

describe("what says whose a folder's files are is a file", () => {
	const inPlace: Record<string, (place: string) => void> = {
		"a folder": (place) => mkdirSync(place),
		"a pipe": (place) => execFileSync("mkfifo", [place]),
		"a link to a device": (place) => symlinkSync("/dev/zero", place),
		"a file larger than text can be": (place) => {
			writeFileSync(place, "");
			truncateSync(place, 600 * 1024 * 1024);
		},
	};
	const kinds = Object.keys(inPlace);

	test.each(kinds)("%s in the manifest's place is in the way", (kind) => {
		put("notes.txt", "mine");
		inPlace[kind]?.(path.join(folder, "manifest.json"));

		expect(refusals(first)).toEqual([
			kind === "a folder"
				? "DIR/manifest.json is a folder where a file is needed; move it away, or choose another folder"
				: "DIR/manifest.json is there already and is no file of this bundle; move it away, or choose another folder",
		]);
	});

	test("a link to a manifest makes nothing ours", () => {
		replace(first);
		const elsewhere = path.join(root(), `manifest-${runs}.json`);
		renameSync(path.join(folder, "manifest.json"), elsewhere);
		symlinkSync(elsewhere, path.join(folder, "manifest.json"));
		put("egress.txt", "mine");

		expect(refusals(first)).toEqual([
			"DIR/egress.txt is there already and is no file of this bundle; move it away, or choose another folder",
			"DIR/manifest.json is there already and is no file of this bundle; move it away, or choose another folder",
		]);
	});

	test.each(kinds)("%s in the place of a lock's holder holds nothing", (kind) => {
		mkdirSync(path.join(folder, ".pulumi-cowork/lock"), { recursive: true });
		inPlace[kind]?.(path.join(folder, ".pulumi-cowork/lock/holder.json"));

		replace(first);

		expect(tree()).toEqual(textsOf(first));
	});

	test.each(kinds.slice(1))("%s in the place of a note of what a run does says nothing", (kind) => {
		mkdirSync(path.join(folder, ".pulumi-cowork"), { recursive: true });
		inPlace[kind]?.(path.join(folder, ".pulumi-cowork/bundle.journal.json"));

		replace(first);

		expect(tree()).toEqual(textsOf(first));
	});

	test.each(kinds)("%s in the marker's place makes nobody the owner", (kind) => {
		put("notes.txt", "mine");
		inPlace[kind]?.(path.join(folder, ".owner.json"));

		expect(readOwner(folder)).toBeUndefined();
	});
});

describe("links", () => {
	/** Moves a step of a bundle's paths elsewhere and puts a link to it in its place. */
	function linkAway(step: string): string {
		const place = path.join(folder, step);
		const elsewhere = path.join(root(), `elsewhere-${runs}`);
		renameSync(place, elsewhere);
		symlinkSync(elsewhere, place);
		return elsewhere;
	}

	const steps = ["", "groups", "groups/pilot", "secret"];

	test.each(steps)("a link at DIR/%s is not written through", (step) => {
		replace(first);
		const elsewhere = linkAway(step);
		const before = tree(elsewhere);

		const wrong = refusals({
			...first,
			"egress.txt": "b\n",
			"groups/pilot/settings.json": "[]",
			"secret/profile": "k",
		});

		expect(wrong).toEqual([
			`${path.join("DIR", step)} is a link, which may lead anywhere; remove it, or name the folder that it leads to`,
		]);
		expect(tree(elsewhere)).toEqual(before);
		expect(lstatSync(path.join(folder, step)).isSymbolicLink()).toBe(true);
	});

	test.each(["groups", "groups/pilot"])("nothing is removed through a link at DIR/%s", (step) => {
		replace(first);
		const elsewhere = linkAway(step);
		const before = tree(elsewhere);

		replace({ "egress.txt": "b\n" });

		expect(tree(elsewhere)).toEqual(before);
		expect(lstatSync(path.join(folder, step)).isSymbolicLink()).toBe(true);
	});

	test("a link in a listed file's place is replaced itself, not what it leads to", () => {
		replace(first);
		const elsewhere = linkAway("egress.txt");

		replace(second);

		expect(tree()).toEqual(textsOf(second));
		expect(readFileSync(elsewhere, "utf8")).toBe("a\n");
	});

	test("a link where no file of ours was is in the way", () => {
		mkdirSync(folder, { recursive: true });
		symlinkSync("/etc/passwd", path.join(folder, "egress.txt"));

		expect(refusals(first)[0]).toMatch(/^DIR\/egress\.txt is there already/);
	});

	test("a link that leads nowhere is one all the same", () => {
		mkdirSync(path.dirname(folder), { recursive: true });
		symlinkSync(path.join(root(), "nowhere"), folder);

		expect(refusals(first)).toEqual([
			"DIR is a link, which may lead anywhere; remove it, or name the folder that it leads to",
		]);
		expect(existsSync(path.join(root(), "nowhere"))).toBe(false);
	});

	test("a link in place of what a run keeps is refused", () => {
		mkdirSync(folder, { recursive: true });
		const elsewhere = path.join(root(), `kept-${runs}`);
		mkdirSync(elsewhere);
		symlinkSync(elsewhere, path.join(folder, ".pulumi-cowork"));

		expect(refusals(first)[0]).toMatch(/^DIR\/\.pulumi-cowork is a link/);
		expect(readdirSync(elsewhere)).toEqual([]);
	});

	test("the folder that holds the bundle's may be one: it is named by hand", () => {
		const real = path.join(root(), `real-${runs}`);
		mkdirSync(real);
		symlinkSync(real, path.dirname(folder));

		replace(first);

		expect(tree(path.join(real, "eu"))).toEqual(textsOf(first));
	});
});

describe.skipIf(process.platform === "win32")("modes", () => {
	const modeOf = (file: string) => (statSync(path.join(folder, file)).mode & 0o777).toString(8);

	test("a secret that others can read is written anew", () => {
		replace(first);
		chmodSync(path.join(folder, "secret/profile"), 0o644);

		expect(replace(first)?.changed).toBe(true);

		expect(modeOf("secret/profile")).toBe("600");
	});
});

test("a path is never both a file and a folder", () => {
	replace(first);
	rmSync(path.join(folder, "groups"), { recursive: true });
	put("groups", "mine");

	expect(refusals(second)).toEqual([
		"DIR/groups is a file where a folder is needed; move it away, or choose another folder",
	]);
});
