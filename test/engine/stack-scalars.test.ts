import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineReading } from "../../src/deployment/engine-scalar.js";
import { parseSource } from "../../src/deployment/source.js";
import { describeEngine, Project, type Stack } from "../support/engine.js";
import { knownScalars, scalars } from "../support/yaml-scalars.js";

describeEngine("plain scalars in a stack's configuration", () => {
	const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-scalars-"));
	const project = new Project(folder, "cowork");
	let stack: Stack;
	let salt = "";
	beforeAll(async () => {
		stack = await project.stack();
		salt = readFileSync(project.inside("Pulumi.test.yaml"), "utf8");
	}, 300_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** What the engine makes of lines below the deployment; undefined where it refuses the file. */
	async function ofEngine(lines: readonly string[]): Promise<unknown> {
		const file = project.inside("Pulumi.test.yaml");
		writeFileSync(file, `config:\n  cowork:deployment:\n${lines.map((line) => `    ${line}\n`).join("")}`);
		appendFileSync(file, salt);
		try {
			const all = await stack.inner.getAllConfig();
			return JSON.parse(all["cowork:deployment"]?.value ?? "null");
		} catch {
			return undefined;
		}
	}

	const texts = [...new Set([...knownScalars, ...fc.sample(scalars, { numRuns: 4000, seed: 12 })])];

	test("the engine reads each as is foretold, and each is refused unless both readers agree", async () => {
		const readings = texts.map((text) => ({ text, reading: engineReading(text) }));
		const taken = readings.filter(({ reading }) => reading.kind !== "refused");
		const values = await ofEngine(["list:", ...taken.map(({ text }) => `- ${text}`)]);
		const { list } = values as { list: readonly unknown[] };
		expect(list).toHaveLength(taken.length);
		taken.forEach(({ text, reading }, index) => {
			const there = list[index];
			// JSON has one zero.
			if (reading.kind === "value") expect([text, there, there === reading.value]).toEqual([text, there, true]);
			// A date is text there, and written anew.
			else expect([text, typeof there, there === text]).toEqual([text, "string", false]);
			const { value, problems } = parseSource(`list:\n- ${text}\n`, "d.yaml");
			const here = (value as { list: readonly unknown[] }).list[0];
			const agree = reading.kind === "value" && here === there;
			if (!text.startsWith("?")) expect([text, problems.length]).toEqual([text, agree ? 0 : 1]);
		});
	});

	test("what has no value in JSON it refuses", async () => {
		for (const text of texts.filter((each) => engineReading(each).kind === "refused"))
			expect([text, await ofEngine([`a: ${text}`])]).toEqual([text, undefined]);
	});

	test("a name that passes is the same name there", async () => {
		const passing = texts.filter(
			(text) => text !== "" && text !== "<<" && parseSource(`${text}: 1\n`, "d.yaml").problems.length === 0,
		);
		const names = await ofEngine(["map:", ...passing.map((text) => `  ${text}: 1`)]);
		const { map } = names as { map: Readonly<Record<string, unknown>> };
		expect(passing.length).toBeGreaterThan(100);
		expect(Object.keys(map).sort()).toEqual([...passing].sort());
	});

	test.each([
		['"a\u0085b"', "a b"],
		['"a\rb"', "a b"],
		["[?a]", [{ a: null }]],
		["! 017", 15],
		["!!int 017", 15],
	])("%j is something else there, and is refused", async (text, there) => {
		expect(await ofEngine([`a: ${text}`])).toEqual({ a: there });
		expect(parseSource(`a: ${text}\n`, "d.yaml").problems).toHaveLength(1);
	});
});
