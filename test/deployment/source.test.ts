import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSource } from "../../src/deployment/source.js";
import { formatProblem } from "../../src/problem.js";

const problemsOf = (text: string) => parseSource(text, "d.yaml").problems.map(formatProblem);
const read = (text: string) => parseSource(text, "d.yaml").value;

describe("values", () => {
	test.each([
		[
			"block YAML",
			"name: eu\ngroups:\n  pilot:\n    preset: none\n",
			{ name: "eu", groups: { pilot: { preset: "none" } } },
		],
		["JSON", '{"name": "eu", "list": [1, true, null, "x"]}', { name: "eu", list: [1, true, null, "x"] }],
		["JSON that is indented with tabs", '{\n\t"a":\t{\n\t\t"b": [\n\t\t\t1\n\t\t]\n\t}\n}', { a: { b: [1] } }],
		["YAML 1.2 words that are no booleans", "a: yes\nb: no\nc: on\nd: true\n", { a: "yes", b: "no", c: "on", d: true }],
		["versions and ids", "a: 1.26832.0\nb: '012345678901'\n", { a: "1.26832.0", b: "012345678901" }],
		["names that look like numbers", "1: a\ntrue: b\n", { "1": "a", true: "b" }],
		["a byte order mark", "\ufeffname: eu\n", { name: "eu" }],
		["line ends of Windows", "name: eu\r\nother: x\r\n", { name: "eu", other: "x" }],
		["an anchor and its alias", "a: &hosts [x]\nb: *hosts\n", { a: ["x"], b: ["x"] }],
		["an anchor that is defined anew", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", { a: 1, b: 1, c: 2, d: 2 }],
		["nothing but a comment", "# later\n", null],
		[
			"a name that every object inherits",
			'{"__proto__": 1, "constructor": 2}',
			JSON.parse('{"__proto__": 1, "constructor": 2}'),
		],
	])("%s", (_, text, value) => {
		expect(problemsOf(text)).toEqual([]);
		expect(read(text)).toEqual(value);
		expect(JSON.stringify(read(text))).toBe(JSON.stringify(value));
	});

	test("any JSON, however it is laid out, is what JSON.parse makes of it", () => {
		const json = fc.jsonValue({ maxDepth: 5 });
		fc.assert(
			fc.property(json, fc.constantFrom(undefined, "\t", 2), (value, space) => {
				const text = JSON.stringify(value, undefined, space);
				const source = parseSource(text, "d.json");
				expect(source.problems).toEqual([]);
				expect(JSON.stringify(source.value)).toBe(JSON.stringify(JSON.parse(text)));
			}),
		);
	});
});

describe("what Pulumi's engine understands differently is refused with both readings", () => {
	const there = "in a stack's configuration; put it in quotes";
	const plainly = ", or write a number in plain decimal digits";

	test.each([
		["a: 017", `a (d.yaml:1:4): is 17 here and 15 ${there}${plainly}`],
		["a: 1_000", `a (d.yaml:1:4): is text here and 1000 ${there}${plainly}`],
		["a: [x, 0b11]", `a[1] (d.yaml:1:8): is text here and 3 ${there}${plainly}`],
		["a: 2026-01-01", `a (d.yaml:1:4): is text here and a date ${there}`],
		["a: .inf", `a (d.yaml:1:4): is no finite number here and an error ${there}`],
		["a: 1e400", `a (d.yaml:1:4): is no finite number here and text ${there}`],
		["a: 0xFFFFFFFFFFFFFFFFFF", `a (d.yaml:1:4): is 4.722366482869645e+21 here and text ${there}`],
		["apiKey: 0123456", `apiKey (d.yaml:1:9): is one value here and another ${there}`],
		["017: a", `["017"] (d.yaml:1:1): is a name here and 15 ${there}`],
		["null: a", `null (d.yaml:1:1): is a name here and nothing ${there}`],
		["True: a", `True (d.yaml:1:1): is a name here and true ${there}`],
		["a: ! 017", "a (d.yaml:1:6): has a tag, which readers take differently; remove it, and put text in quotes"],
		["a: [?b]", "a[0] (d.yaml:1:5): starts with ?, which readers take differently; put it in quotes"],
	])("%s", (text, problem) => {
		expect(problemsOf(text)).toEqual([problem]);
	});

	test("where a line ends", () => {
		for (const end of ["\u0085", "\u2028", "\u2029", "\r"]) {
			expect(problemsOf(`a: 1\nb: "x${end}y"\n`)).toEqual([
				"deployment (d.yaml:2:6): has a line break here that only some readers know (U+0085, U+2028, U+2029, or CR alone); end lines with LF, and write it in double quotes as \\u2028",
			]);
		}
	});

	test("not what both understand alike, nor text in quotes", () => {
		const same = "yes no on off y ~ null True 1.26832.0 12:30:45 2026-13-01 08 0x1F 0o17 1e3 -0 +1 .5 a_1 10.0.0.0/8";
		const lines = [...same.split(" "), '"017"', "'2026-01-01'", "!!str 017"].map((text) => `- ${text}\n`);
		expect(problemsOf(`${lines.join("")}- |\n  017\n`)).toEqual([]);
	});
});

describe("text that is no YAML", () => {
	test.each([
		[
			"a tab for indentation",
			"groups:\n\tpilot: 1\n",
			"(d.yaml:2:1): does not parse: a tab cannot indent YAML; use spaces",
		],
		[
			"text with a colon",
			"name: eu: west\n",
			"(d.yaml:1:7): does not parse: a second member starts on the same line; put text that holds a colon in quotes",
		],
		[
			"quotes that do not end",
			'name: "eu\nother: x\n',
			"(d.yaml:3:1): does not parse: text in quotes does not end; close it before here",
		],
		[
			"text after quotes",
			'name: "eu" west\n',
			"(d.yaml:1:12): does not parse: something stands where nothing can; check quotes, brackets and indentation here and on the line before",
		],
		[
			"members out of line",
			"a:\n  b: 1\n c: 2\n",
			"(d.yaml:3:1): does not parse: all mapping items must start at the same column",
		],
		[
			"a backslash in double quotes",
			'path: "C:\\Example"\n',
			"(d.yaml:1:10): does not parse: a backslash in double quotes escapes nothing; double it, or use single quotes",
		],
		[
			"an at sign",
			"name: @eu\n",
			"(d.yaml:1:7): does not parse: plain text cannot start with this character; put it in quotes",
		],
		[
			"a tag",
			"when: !!timestamp 2026-01-01\n",
			"(d.yaml:1:7): does not parse: a deployment has no tags; remove it, or put text that starts with ! in quotes",
		],
		[
			"a list as a name",
			"? [a, b]\n: c\n",
			"(d.yaml:1:3): does not parse: a member's name is no text; put it in quotes",
		],
		["two documents", "a: 1\n---\nb: 2\n", "(d.yaml:2:1): holds a second document; keep one"],
	])("%s", (_, text, problem) => {
		expect(problemsOf(text)).toEqual([`deployment ${problem}`]);
		expect(read(text)).toBeUndefined();
	});

	test("every fault of a file is found", () => {
		expect(problemsOf("a: @x\nb: `y\n")).toEqual([
			"deployment (d.yaml:1:4): does not parse: plain text cannot start with this character; put it in quotes",
			"deployment (d.yaml:2:4): does not parse: plain text cannot start with this character; put it in quotes",
		]);
	});

	test("messages repeat nothing of the text", () => {
		const broken = [
			'a: "x" sk-1234',
			"a: |sk-1234\n b",
			'a: "\\sk-1234"',
			"%sk-1234 x\n---\na",
			"a: !sk-1234 b",
			"a: {sk-1234",
			"@sk-1234: b",
		];
		for (const text of broken) {
			expect(problemsOf(text)).not.toEqual([]);
			expect(problemsOf(text).join("\n")).not.toContain("1234");
		}
	});
});

describe("text that parses and still is wrong", () => {
	test.each([
		["a member twice", "a:\n  b: 1\n  b: 2\n", "a.b (d.yaml:3:3): is written twice; keep one"],
		["a member twice in JSON", '{"a": 1, "a": 2}', "a (d.yaml:1:10): is written twice; keep one"],
		[
			"a merge",
			"a: &a {x: 1}\nb:\n  <<: *a\n",
			'b["<<"] (d.yaml:3:3): is a merge, which deployments do not have; share settings with extends',
		],
		[
			"an alias of nothing",
			"a: *hosts\n",
			"a (d.yaml:1:4): is an alias of an anchor that is not defined before it; define it with & above",
		],
		[
			"an alias of what it stands in",
			"a: &a [*a]\n",
			"a[0] (d.yaml:1:8): is an alias of what it stands in; write the value itself",
		],
	])("%s", (_, text, problem) => {
		expect(problemsOf(text)).toEqual([problem]);
	});

	test("the rest of a file with a member twice is still read", () => {
		expect(read("a: 1\na: 2\nb: 3\n")).toEqual({ a: 2, b: 3 });
	});
});

describe("limits", () => {
	const tooDeep = "nests deeper than 100 levels; a deployment never does";
	test.each([
		["brackets", "[".repeat(101), 1],
		["a hundred thousand brackets", "[".repeat(100_000), 1],
		["braces", '{"a":'.repeat(200_000), 1],
		["items in items", "- ".repeat(200_000), 1],
		["questions", "? ".repeat(200_000), 1],
		["colons", "a: ".repeat(10_000), 1],
		["indentation", Array.from({ length: 1500 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"), 101],
	])("%s", (_, text, line) => {
		expect(problemsOf(text)).toEqual([`deployment (d.yaml:${line}:1): ${tooDeep}`]);
	});

	test.each([
		["brackets", "[".repeat(100) + "]".repeat(100)],
		["indentation", Array.from({ length: 100 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
		["brackets in text", `a: "${"[".repeat(500)}"\nb: '${"{".repeat(500)}'\nc: x${"[".repeat(500)}\n`],
		[
			"many members, none inside another",
			Array.from({ length: 1000 }, (_, index) => `k${index}:\n  - a: [b]\n`).join(""),
		],
	])("no limit is reached by %s", (_, text) => {
		expect(problemsOf(text)).toEqual([]);
	});

	test("a file of more than sixteen megabytes", () => {
		expect(problemsOf(`a: ${"x".repeat(16 * 1024 * 1024)}`)).toEqual([
			"deployment (d.yaml:1:1): is larger than 16 MB (16777216 bytes); split it and extend the parts",
		]);
		expect(problemsOf(`# ${"x".repeat(15 * 1024 * 1024)}\na: 1\n`)).toEqual([]);
	});

	test("a few aliases that come to billions of values", () => {
		const level = (name: string, inner: string) => `${name}: &${name} [${Array(9).fill(inner).join(", ")}]\n`;
		const bomb = level("a", "x") + [..."bcdefghi"].map((name, index) => level(name, `*${"abcdefgh"[index]}`)).join("");
		expect(problemsOf(bomb)).toEqual([
			"deployment (d.yaml:1:1): its aliases come to more than 200000 values, or are more than 10000; use fewer",
		]);
		expect(read(bomb)).toBeUndefined();
	});

	test("a thousand groups that share their settings by an alias", () => {
		const groups = Array.from({ length: 1000 }, (_, index) => `  g${index}: *common\n`).join("");
		expect(
			problemsOf(`x: &common { preset: none, settings: { disableAutoUpdates: true } }\ngroups:\n${groups}`),
		).toEqual([]);
	});
});

describe("places", () => {
	const text =
		"name: eu\nsettings:\n  otlpHeaders:\n    x-team: a\n  list: [one, two]\nshared: &s\n  deep: 1\ncopy: *s\n";
	const source = parseSource(text, "d.yaml");
	test.each([
		["the root", [], 0, 1, 1],
		["a member, by its name", ["settings", "otlpHeaders"], 2, 3, 3],
		["an item, by itself", ["settings", "list", 1], 3, 5, 15],
		["a member that is missing, by what it would stand in", ["settings", "otlpEndpoint"], 1, 2, 1],
		["what an alias stands for, where it is written", ["copy", "deep"], 2, 7, 3],
		["a path through text", ["name", "x", "y"], 1, 1, 1],
	])("%s", (_, path, depth, line, column) => {
		expect(source.find(path)).toMatchObject({ depth, location: { file: "d.yaml", line, column } });
	});

	test.each([
		[["settings", "otlpHeaders", "x-team"], true],
		[["settings", "otlpHeaders", "other"], false],
		[["settings", "list", 7], true],
		[["name", "x"], true],
		[["other"], false],
	])("whether %j is settled here: %j", (path, decisive) => {
		expect(source.find(path).decisive).toBe(decisive);
	});
});

test("any text is read without a crash", () => {
	const pieces = fc.constantFrom(
		"a",
		": ",
		"- ",
		"\n",
		"  ",
		"[",
		"]",
		"{",
		"}",
		",",
		'"',
		"'",
		"&a ",
		"*a",
		"!t ",
		"? ",
		"|\n",
		">",
		"#",
		"%",
		"---\n",
		"\t",
		"<<",
		"\\",
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
				fc.string(),
			),
			(text) => {
				const source = parseSource(text, "d.yaml");
				for (const problem of source.problems) expect(problem.location).toMatchObject({ file: "d.yaml" });
				source.find(["a", 0, "b"]);
			},
		),
		{ numRuns: 500 },
	);
});
