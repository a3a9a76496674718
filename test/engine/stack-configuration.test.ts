import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeEngine, Project, secretText, shippedPackage } from "../support/engine.js";

const program = "../node_modules/pulumi-cowork/dist/program/index.js";

describeEngine("a stack that is described by its configuration", () => {
	const root = shippedPackage();

	test("deploys the words of a deployment file", async () => {
		const project = new Project(root(), "cowork");
		project.write(program);
		writeFileSync(
			project.inside("Pulumi.test.yaml"),
			`config:
  cowork:deployment:
    name: eu
    organization: { name: Example Corp }
    inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { apiKey: { fromConfig: gatewayKey } } } }
    groups: { pilot: { preset: none, platforms: [linux] } }
    firewall: { squid: {} }
    publish: { local: { directory: ./published } }
`,
		);
		const stack = await project.stack();
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });

		const { outputs, text, changes } = await stack.up();

		expect(changes.map(({ op }) => op)).toEqual(["create", "create", "create"]);
		expect(outputs.published?.value).toEqual({ local: "published/eu" });
		expect(outputs.summary?.value.conversationContentStaysWithProvider).toBe(false);
		expect(stack.state()).toContain('"llm.example.com":"inference"');
		expect(Object.values(outputs).some(({ secret }) => secret)).toBe(false);
		expect(text).toContain("warning: organization.uuid: is missing; devices would share");
		expect(text).not.toContain(secretText);
		expect(stack.state()).not.toContain(secretText);
		expect(
			readFileSync(project.inside("published/eu/groups/pilot/profiles/linux/managed-settings.json"), "utf8"),
		).toContain(secretText);
		// A route that only sets keys asks for no cloud's plugin.
		expect(existsSync(project.inside("home/plugins"))).toBe(false);
		expect(stack.state()).not.toContain(`"folder":"${project.folder}`);

		// The program lies outside of the project, whose folder cannot be guessed from there.
		const said = await stack.failure("destroy");
		const stands = existsSync(project.inside("published/eu/manifest.json"));
		await stack.destroy({ runProgram: true });

		expect(said).toContain("run the same command with --run-program");
		expect(stands).toBe(true);
		expect(existsSync(project.inside("published"))).toBe(true);
		expect(existsSync(project.inside("published/eu"))).toBe(false);
	});

	test("shows what each ring of each group has", async () => {
		const project = new Project(root(), "ringed");
		project.write(program);
		writeFileSync(
			project.inside("Pulumi.test.yaml"),
			`config:
  ringed:deployment:
    name: eu
    organization: { name: Example Corp }
    inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } }
    groups: { pilot: { preset: none, platforms: [linux] } }
    publish: { rings: [canary], local: { directory: ./published } }
`,
		);
		const { outputs } = await (await project.stack()).up();

		const { revision } = JSON.parse(
			readFileSync(project.inside("published/eu/groups/pilot/rings/canary/current.json"), "utf8"),
		);
		const location = `published/eu/groups/pilot/revisions/${revision}/`;
		expect(outputs.rings?.value).toEqual({ pilot: { canary: { local: { revision, location } } } });
	});

	test("is refused with every problem and no stack trace", async () => {
		const project = new Project(root(), "refused");
		project.write(program);
		const stack = await project.stack();
		const file = project.inside("Pulumi.test.yaml");
		// Without what the engine keeps there it writes the file anew, and with it every value as it was read.
		const own = readFileSync(file, "utf8");
		const configuration = (deployment: string) => writeFileSync(file, `config:\n  refused:${deployment}\n${own}`);

		configuration('deployment: { name: eu, groups: {}, inference: { gateway: { signIn: { apiKey: "plain" } } } }');
		const invalid = await stack.failure("preview");
		configuration(
			"deployment: { name: eu, settings: { autoUpdaterEnforcementHours: 017 }, extraSettings: { a: 2026-01-01 } }",
		);
		const ambiguous = await stack.failure("preview");
		configuration("other: text");
		const missing = await stack.failure("preview");

		expect(invalid).toContain("organization: is missing");
		expect(invalid).toContain("groups: is empty; expected at least one group");
		expect(invalid).toContain("inference.gateway.baseUrl: is missing; gateway needs it");
		expect(invalid).toContain("inference.gateway.signIn.apiKey: is a secret in plain text");
		expect(ambiguous).toContain(
			"settings.autoUpdaterEnforcementHours (Pulumi.test.yaml:2:76): is 17 here and 15 in a stack's configuration; put it in quotes, or write a number in plain decimal digits",
		);
		expect(ambiguous).toContain(
			"extraSettings.a (Pulumi.test.yaml:2:103): is text here and a date in a stack's configuration; put it in quotes",
		);
		expect(missing).toContain("refused:deployment: is missing in this stack's configuration");
		for (const text of [invalid, missing]) expect(text).not.toMatch(/\n\s+at .*:\d+:\d+/);
	});
});
