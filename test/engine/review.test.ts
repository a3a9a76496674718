import { beforeAll, expect, test } from "vitest";
import { deploymentProgram } from "../support/deployment-program.js";
import { describeEngine, Project, type Stack, shippedPackage } from "../support/engine.js";

const groups = (pilot: string, finance: string) => `{ pilot: { ${pilot} }, finance: { ${finance} } }`;
const program = (pilot: string, finance: string) =>
	deploymentProgram({ groups: groups(pilot, finance), apiKey: '"a text"', rest: "" });

/** What a reviewer is shown of a change, before it is made. */
describeEngine("a preview for a reviewer", () => {
	const root = shippedPackage();
	let project: Project;
	let stack: Stack;

	beforeAll(async () => {
		project = new Project(root(), "review");
		project.write("main.mjs", program('preset: "standard"', 'preset: "lockedDown"'));
		stack = await project.stack();
		await stack.up();
	}, 120_000);

	test("another preset is one line of meaning, and readable without its details", async () => {
		project.write("main.mjs", program('preset: "standard"', 'preset: "standard"'));

		const { text } = await stack.preview();

		const said = text.slice(text.lastIndexOf("Diagnostics:"));
		expect(said.match(/^ {4}\w+: .*$/gm)).toContain(
			"    finance: opens 26 hosts, loosens 11 switches, tightens 2 switches",
		);
		expect(said).not.toMatch(/pilot: opens|because|sha256/);
		expect(text).toMatch(/eu-group-finance-local\s+update\s+\[diff: ~part\]/);
	});

	test("one host more is one line more", async () => {
		const more = 'preset: "standard", settings: { otlpEndpoint: "https://otel.example.com" }';
		project.write("main.mjs", program(more, 'preset: "lockedDown"'));

		const { text } = await stack.preview({ diff: true });

		const lines = text.split("\n").filter((line) => /^\s*[+~-] .*\botel\.example\.com(?!")/.test(line));
		expect(lines.map((line) => line.trim())).toEqual([
			expect.stringMatching(/^\+ otel\.example\.com\s*: "open-telemetry"$/),
		]);
		expect(text).not.toMatch(/^\s*[+~-] +\[\d+\]/m);
		expect(text).toContain("pilot: opens 1 host, changes 1 other setting");
	});
});
