import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { invoke } from "../cli/invoke.js";
import { deploymentProgram } from "../support/deployment-program.js";
import { describeEngine, Project, type Stack, secretText, shippedPackage } from "../support/engine.js";

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

/** The findings of a review, as lines without the places in files, which a program has none of. */
const findingsIn = (text: string) => {
	const lines = text.split("\n").map((line) => line.trim());
	return lines.filter((line) => line !== "" && !line.includes(" -> ") && !/^at /.test(line));
};

describeEngine("a preview that knows what stands published", () => {
	const root = shippedPackage();
	let project: Project;
	let stack: Stack;

	const described = (settings: object, publish: object) => ({
		organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
		inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { apiKey: { fromEnv: "GATEWAY_KEY" } } } },
		settings,
		groups: { pilot: { preset: "lockedDown" }, finance: { preset: "lockedDown" } },
		publish: { ...publish, local: { directory: "./published" } },
	});
	const program = (settings: object, publish: object = {}) => {
		const { organization, inference, groups } = described(settings, publish);
		return `import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway, local, lookUpPublished } from "pulumi-cowork";
const args = {
	...${JSON.stringify({ organization, settings, groups })},
	inference: gateway({ ...${JSON.stringify(inference.gateway)}, signIn: { apiKey: pulumi.secret("${secretText}") } }),
	publish: { ...${JSON.stringify(publish)}, stores: [local({ directory: "./published" })] },
};
const deploy = async () => new CoworkDeployment("eu", await lookUpPublished("eu", args)).egress.summary;
export const summary = deploy();
`;
	};
	/** What the command says of the same change. */
	const commandSays = async (before: object, after: object, publish: object = {}) => {
		const sides = [before, after].map((settings, index) => {
			const file = project.inside(`side-${index}.yaml`);
			writeFileSync(file, stringify({ name: "eu", ...described(settings, publish) }));
			return file;
		});
		return findingsIn((await invoke(["review", ...sides])).results.join("\n"));
	};
	const old = { otlpEndpoint: "https://otel.example.com" };
	const wide = {
		...old,
		coworkEgressAllowedHosts: ["*"],
		managedMcpServers: [{ name: "crm", url: "https://crm.example.com/mcp", transport: "http" }],
	};

	beforeAll(async () => {
		project = new Project(root(), "reviewed");
		project.write("main.mjs", program(old));
		stack = await project.stack();
		expect((await stack.up()).text).not.toContain("finding");
	}, 120_000);

	test("says what the command says, once for the groups that share it", async () => {
		project.write("main.mjs", program(wide));
		const { text } = await stack.preview();

		const expected = await commandSays(old, wide);
		expect(expected).toEqual(
			expect.arrayContaining([
				"sandbox [finance and pilot] lets everything through, where it let nothing through that is not the app's own before",
			]),
		);
		expect(findingsIn(text)).toEqual(expect.arrayContaining(expected));
		expect(text).toContain(`${project.inside("published")}/ -> this program: `);
	});

	test("says of the same meaning that nothing changes", async () => {
		project.write("main.mjs", program({ otlpEndpoint: "https://otel.example.com" }));
		const { text } = await stack.preview();
		expect(text).toContain("-> this program: no change in meaning");
		expect(text).not.toContain(secretText);
	});

	test("goes on where what stands there was altered, and says that it is not compared", async () => {
		const file = project.inside("published/eu/groups/pilot/settings.json");
		const content = readFileSync(file);
		writeFileSync(file, "{}");
		const { text } = await stack.preview();
		writeFileSync(file, content);
		expect(text).toContain("publish.local: what changes is not told, because what stands there is not read");
		expect(text).not.toContain("-> this program");
	});

	test("compares with a ring that gets what is published, not with one that is held", async () => {
		const rings = { rings: ["canary", "broad"] };
		project.write("main.mjs", program(old, rings));
		await stack.up();
		const pointer = project.inside("published/eu/groups/pilot/rings/broad/current.json");
		const { revision } = JSON.parse(readFileSync(pointer, "utf8"));
		const held = program(wide, rings).replace('"pilot":{', `"pilot":{"rings":{"broad":{"hold":"${revision}"}},`);
		project.write("main.mjs", held);
		const { text } = await stack.preview();

		expect(text).toContain("(ring canary) -> this program: ");
		const expected = await commandSays(old, wide, rings);
		const widens = expected.slice(0, expected.indexOf("For information (1)"));
		expect(widens.length).toBeGreaterThan(2);
		expect(findingsIn(text)).toEqual(
			expect.arrayContaining([...widens, expect.stringMatching(/^ring broad \[pilot\] stays at revision /)]),
		);
	});
});
