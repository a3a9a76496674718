import { mkdirSync } from "node:fs";
import path from "node:path";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { plain, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
/** Clears the screen, colours, turns the direction, ends a line, and is not all of ASCII. */
const hostile = "x\u001b[2J\u001b[31m\u009b1m\u202e\u2028y\r\u0007";
// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal obeys
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

const deployment = (text: string) =>
	plain
		.replace("Example Corp", text)
		.replace("groups:", `extraSettings: { ${JSON.stringify(`a${text}`)}: 1 }\ngroups:`);

describe.each([
	["without colours", false],
	["with colours", true],
])("no text of a user makes a terminal obey, %s", (_, colours) => {
	const surroundings = { colors: picocolors.createColors(colours) };
	const check = async (args: readonly string[]) => {
		const { results, notices } = await invoke(args, surroundings);
		const own = new RegExp(`${String.fromCharCode(27)}\\[(?:1|2|22|32|33|39)m`, "g");
		for (const line of results) expect(line.replace(own, "")).not.toMatch(obeyed);
		for (const line of notices) expect(line).not.toMatch(obeyed);
		return { results, notices };
	};

	test("in what is wrong with a deployment", async () => {
		// Files with such line breaks are refused before anything of them is read.
		const read = write(folder(), deployment(hostile.replace(/[\u2028\r]/g, "")), "hostile.yaml");
		const unread = write(folder(), deployment(hostile), "breaks.yaml");
		const { notices } = await check(["synth", read, "--out", "out"]);
		expect(notices.join("\n")).toContain("\\u009b1m\\u202e");
		await check(["synth", unread, "--out", "out"]);
	});

	test("in arguments", async () => {
		const file = write(folder(), plain, "plain.yaml");
		for (const args of [
			[hostile],
			["synth", `no${hostile}`, "--out", "out"],
			["synth", file, "--out", "out", `--${hostile}`],
			["explain", file, hostile, "--group", "pilot"],
			["egress", file, "--group", hostile],
			["keys", "--section", hostile],
			["keys", "--provider", hostile],
		])
			expect((await check(args)).notices.join("\n")).toContain("\\u001b[2J");
	});

	test("in results", async () => {
		const file = write(
			folder(),
			plain.replace("groups:", 'settings: { organizationInstructions: "x\u202e\u009by" }\ngroups:'),
			`named\u009b.yaml`,
		);
		const explained = await check(["explain", file, "organizationInstructions", "--group", "pilot"]);
		expect(explained.results.join("\n")).toContain("\\u202e\\u009b");
		const json = await check(["explain", file, "organizationInstructions", "--group", "pilot", "--json"]);
		expect(JSON.parse(json.results.join("\n"))).toMatchObject({ value: "x\u202e\u009by" });
	});
});

test.each([
	["explain", "FILE", "disableAutoUpdates", "--group", "pilot"],
	["explain", "FILE", "--group", "pilot"],
	["synth", "FILE", "--out", "OUT"],
	["check", "FILE"],
	["egress", "FILE"],
	["plan", "FILE"],
	["review", "none", "FILE"],
])("a line break in the name of a file begins no line of a screen: %s", async (...args) => {
	const inside = path.join(folder(), "x\nINJECTED");
	mkdirSync(inside, { recursive: true });
	const file = write(inside, plain, `${args.length}${args[0]}.yaml`);
	const given = args.map((arg) => (arg === "FILE" ? file : arg === "OUT" ? path.join(inside, "out") : arg));
	const { results, notices } = await invoke(given);
	for (const line of [...results, ...notices]) expect(line).not.toMatch(/^\s*INJECTED/);
});
