import { describe, expect, test } from "vitest";
import { loadDeployment } from "../../src/deployment/load.js";
import { formatProblem } from "../../src/problem.js";
import { load } from "../support/deployment.js";

const problemsOf = (files: Record<string, string>) => load(files).problems.map(formatProblem);

test("a file that extends nothing is what it says", () => {
	expect(load({ "d.yaml": "name: eu\n" })).toMatchObject({ value: { name: "eu" }, problems: [] });
});

test("a first file that cannot be read is for the caller to report", () => {
	expect(() => load({})).toThrow("no file");
});

describe("merging", () => {
	test.each([
		["objects merge at any depth", "a: {b: {c: 1, d: 1}}", "a: {b: {d: 2, e: 2}}", { a: { b: { c: 1, d: 2, e: 2 } } }],
		["lists replace", "a: [1, 2, 3]", "a: [4]", { a: [4] }],
		["an empty list replaces", "a: [1]", "a: []", { a: [] }],
		["scalars replace", "a: 1", "a: 2", { a: 2 }],
		["false replaces", "a: true", "a: false", { a: false }],
		["an object replaces text", "a: x", "a: {b: 1}", { a: { b: 1 } }],
		["text replaces an object", "a: {b: 1}", "a: x", { a: "x" }],
		["nothing replaces too", "a: {b: 1}", "a:", { a: null }],
		["an empty object leaves what is there", "a: {b: 1}", "a: {}", { a: { b: 1 } }],
		[
			"members that every object inherits",
			"__proto__: {x: 1}",
			"__proto__: {y: 2}",
			JSON.parse('{"__proto__": {"x": 1, "y": 2}}'),
		],
	])("%s", (_, base, over, value) => {
		const loaded = load({ "d.yaml": `extends: base.yaml\n${over}\n`, "base.yaml": base });
		expect(loaded.problems).toEqual([]);
		expect(JSON.stringify(loaded.value)).toBe(JSON.stringify(value));
	});

	test("the last of several files wins, and the file itself over all", () => {
		const { value } = load({
			"d.yaml": "extends: [one.yaml, two.yaml]\nc: own\n",
			"one.yaml": "a: one\nb: one\nc: one\n",
			"two.yaml": "b: two\nc: two\n",
		});
		expect(value).toEqual({ a: "one", b: "two", c: "own" });
	});

	test("a file that is extended may extend others, also one that stands elsewhere in the list", () => {
		const { value, problems } = load({
			"d.yaml": "extends: [region.yaml, base.yaml]\nname: eu\n",
			"region.yaml": "extends: base.yaml\na: region\nb: region\n",
			"base.yaml": "b: base\nc: base\n",
		});
		expect(problems).toEqual([]);
		expect(value).toEqual({ name: "eu", a: "region", b: "base", c: "base" });
	});

	test("an empty list extends nothing", () => {
		expect(load({ "d.yaml": "extends: []\nname: eu\n" })).toMatchObject({ value: { name: "eu" }, problems: [] });
	});
});

describe("paths", () => {
	test("are relative to the file that says them", () => {
		const { value, problems } = load({
			"stacks/eu/d.yaml": "extends: ../shared/base.yaml\n",
			"stacks/shared/base.yaml": "extends: ./deeper/base.yaml\na: 1\n",
			"stacks/shared/deeper/base.yaml": "b: 2\n",
		});
		expect(problems).toEqual([]);
		expect(value).toEqual({ a: 1, b: 2 });
	});

	test("may be absolute", () => {
		expect(load({ "stacks/d.yaml": "extends: /etc/base.yaml\n", "/etc/base.yaml": "a: 1\n" }).value).toEqual({ a: 1 });
	});
});

describe("what cannot be extended", () => {
	test.each([
		[
			"a missing file",
			{ "d/d.yaml": "name: eu\nextends: base.yaml\n" },
			["extends (d/d.yaml:2:1): cannot read d/base.yaml; paths are relative to the file that extends"],
		],
		[
			"one of several",
			{ "d.yaml": "extends: [one.yaml, two.yaml]\n", "one.yaml": "a: 1\n" },
			["extends[1] (d.yaml:1:21): cannot read two.yaml; paths are relative to the file that extends"],
		],
		[
			"a missing file of a file",
			{ "d.yaml": "extends: base.yaml\n", "base.yaml": "extends: gone.yaml\n" },
			["extends (base.yaml:1:1): cannot read gone.yaml; paths are relative to the file that extends"],
		],
		[
			"the file itself",
			{ "d.yaml": "extends: ./d.yaml\n" },
			["extends (d.yaml:1:1): extends itself: d.yaml -> d.yaml; remove one of them"],
		],
		[
			"a file that extends this one",
			{ "d.yaml": "extends: a.yaml\n", "a.yaml": "extends: b.yaml\n", "b.yaml": "extends: d.yaml\n" },
			["extends (b.yaml:1:1): extends itself: d.yaml -> a.yaml -> b.yaml -> d.yaml; remove one of them"],
		],
		[
			"a number",
			{ "d.yaml": "extends: 3\n" },
			["extends (d.yaml:1:1): is no path; expected the path of a deployment file, or a list of paths"],
		],
		[
			"nothing",
			{ "d.yaml": "extends:\n" },
			["extends (d.yaml:1:1): is no path; expected the path of a deployment file, or a list of paths"],
		],
		[
			"a list",
			{ "d.yaml": "extends: base.yaml\n", "base.yaml": "- a\n" },
			["extends (d.yaml:1:1): base.yaml holds no members; expected a deployment file"],
		],
		[
			"an empty file",
			{ "d.yaml": "extends: base.yaml\n", "base.yaml": "" },
			["extends (d.yaml:1:1): base.yaml holds no members; expected a deployment file"],
		],
		[
			"a broken file",
			{ "d.yaml": "extends: base.yaml\n", "base.yaml": "a: @x\n" },
			["deployment (base.yaml:1:4): does not parse: plain text cannot start with this character; put it in quotes"],
		],
	])("%s", (_, files, problems) => {
		expect(problemsOf(files)).toEqual(problems);
	});

	test("what can be extended still is", () => {
		expect(load({ "d.yaml": "extends: [one.yaml, gone.yaml]\nb: 2\n", "one.yaml": "a: 1\n" }).value).toEqual({
			a: 1,
			b: 2,
		});
	});

	test("more than 16 files in a row", () => {
		const files = Array.from({ length: 20 }, (_, index) => [`${index}.yaml`, `extends: ${index + 1}.yaml\n`]);
		expect(
			problemsOf(Object.fromEntries(files.map(([name, text]) => [`f${name}`, `${text}`.replace(" ", " f")]))),
		).toEqual(["extends (f15.yaml:1:1): extends more than 16 files in a row; shorten the chain"]);
	});

	test("files that double at every step", () => {
		const files = Array.from({ length: 12 }, (_, index) => [
			`f${index}.yaml`,
			`extends: [f${index + 1}.yaml, f${index + 1}.yaml]\n`,
		]);
		let read = 0;
		const loaded = loadDeployment("f0.yaml", (file) => {
			read++;
			return String(Object.fromEntries([...files, ["f12.yaml", "a: 1\n"]])[file]);
		});
		expect(read).toBe(13);
		expect(loaded.problems.map(({ message }) => message)).toContain("comes to more than 100 files; extend fewer");
	});

	test("twenty thousand names are one problem", () => {
		const names = Array.from({ length: 20_000 }, () => "a.yaml").join(", ");
		expect(problemsOf({ "d.yaml": `extends: [${names}]\n`, "a.yaml": "a: 1\n" })).toEqual([
			"extends (d.yaml:1:1): names 20000 files; expected at most 100",
		]);
	});

	test("files that together are larger than one may be", () => {
		const large = `# ${"x".repeat(9 * 1024 * 1024)}\na: 1\n`;
		expect(problemsOf({ "d.yaml": "extends: [one.yaml, two.yaml]\n", "one.yaml": large, "two.yaml": large })).toEqual([
			"extends[0] (d.yaml:1:11): cannot read one.yaml: with it the deployment comes to more than 16777216 characters; extend less",
		]);
	});
});

describe("where a value is found", () => {
	const { locate } = load({
		"d.yaml": "extends: [one.yaml, two.yaml]\nsettings:\n  own: 1\n  list: [a]\n  replaced: text\n",
		"one.yaml": "settings:\n  first: 1\n  both: 1\n  list: [a, b, c]\n  replaced: {member: 1}\n",
		"two.yaml": "\nsettings: {both: 2}\n",
	});
	test.each([
		[["settings", "own"], "d.yaml:3:3"],
		[["settings", "first"], "one.yaml:2:3"],
		[["settings", "both"], "two.yaml:2:12"],
		[["settings", "missing"], "d.yaml:2:1"],
		[["settings", "list", 2], "d.yaml:4:3"],
		[["settings", "replaced", "member"], "d.yaml:5:3"],
		[["groups"], "d.yaml:1:1"],
		[[], "d.yaml:1:1"],
	])("%j", (path, place) => {
		const at = locate(path);
		expect(at && `${at.file}:${at.line}:${at.column}`).toBe(place);
	});
});
