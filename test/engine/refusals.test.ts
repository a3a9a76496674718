import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { deploymentProgram, deploymentStatement } from "../support/deployment-program.js";
import { describeEngine, Project, secretText, shippedPackage } from "../support/engine.js";

const oneGroup = '{ pilot: { preset: "none" } }';
const plain = { groups: oneGroup, apiKey: '"a text of the program"', rest: "" };

describeEngine("what the real engine refuses, and how it recovers", () => {
	const root = shippedPackage();

	test("a folder that another stack publishes to is refused in the preview", async () => {
		const project = new Project(root(), "two-stacks");
		project.write("main.mjs", deploymentProgram(plain));
		const one = await project.stack("one");
		await one.up();
		const two = await project.stack("two");

		expect(await two.failure("preview")).toContain(
			`${project.inside("published/eu")} is published by two-stacks/one/eu; choose another directory or another name for this deployment, or destroy the other first`,
		);
	});

	test("a folder that two components publish to is refused in the preview", async () => {
		const project = new Project(root(), "two-components");
		const other = deploymentStatement({ ...plain, name: "us" }, "other").replace("settings: {},", 'name: "eu",');
		project.write("main.mjs", deploymentProgram({ ...plain, rest: other }));
		const stack = await project.stack();

		expect(await stack.failure("preview")).toMatch(
			/published\/eu is published by two-components\/test\/(eu|us); choose/,
		);
	});

	test("an invalid deployment and a secret that is not set are told without a stack trace", async () => {
		const project = new Project(root(), "invalid");
		project.write("main.mjs", deploymentProgram({ ...plain, groups: '{ Pilot: { preset: "nune" } }' }));
		const stack = await project.stack();

		const invalid = await stack.failure("preview");
		project.write("main.mjs", deploymentProgram({ ...plain, apiKey: '{ fromConfig: "gatewayKey" }' }));
		const unset = await stack.failure("preview");

		expect(invalid).toContain("groups.Pilot: is no valid name");
		expect(invalid).toContain(
			'groups.Pilot.preset: unknown value "nune"; expected one of standard, restricted, lockedDown, none',
		);
		expect(unset).toContain(
			"inference.gateway.signIn.apiKey: Pulumi configuration secret gatewayKey is not set; run pulumi config set --secret gatewayKey",
		);
		for (const text of [invalid, unset]) expect(text).not.toMatch(/\n\s+at .*:\d+:\d+/);
	});

	test("a secret that is known late is unknown in the preview, and checked once it is there", async () => {
		const project = new Project(root(), "late");
		const late = (text: string) => `class Late extends pulumi.dynamic.Resource {
	constructor() {
		super({ create: async () => ({ id: "late", outs: { text: ${text} } }) }, "late", { text: undefined });
	}
}
${deploymentProgram({ ...plain, apiKey: "new Late().text" })}`;
		const stack = await project.stack();

		project.write("main.mjs", late(`"${secretText}\\n"`));
		const { changes } = await stack.preview();
		const said = await stack.failure("up");
		await stack.destroy();
		project.write("main.mjs", late(`"${secretText}"`));
		await stack.up();

		expect(changes.map(({ op }) => op)).toEqual(["create", "create", "create"]);
		expect(said).toContain(
			"inference.gateway.signIn.apiKey: the secret that the program passes at inference.gateway.signIn.apiKey ends with a line break, which nothing trims; set it without",
		);
		expect(said).not.toContain(secretText);
		const profile = project.inside("published/eu/groups/pilot/profiles/linux/managed-settings.json");
		expect(readFileSync(profile, "utf8")).toContain(secretText);
	});

	test("a store that fails is tried again, and what a crash left behind is completed", async () => {
		const project = new Project(root(), "failing");
		project.write("main.mjs", deploymentProgram(plain));
		const stack = await project.stack();

		writeFileSync(project.inside("published"), "in the way");
		const said = await stack.failure("up");
		rmSync(project.inside("published"));
		const empty = await stack.inner.exportStack();
		await stack.up();
		// A crash after the files and before the state: the files are there, what a run left behind too, and no resource.
		await stack.inner.importStack(empty);
		const remains = project.inside("published/eu/.pulumi-cowork/staged-1");
		mkdirSync(remains, { recursive: true });
		writeFileSync(path.join(remains, "0"), "half");
		rmSync(project.inside("published/eu/egress.txt"));
		const { changes } = await stack.up();

		expect(said).toContain(project.inside("published"));
		expect(changes.map(({ op }) => op)).toEqual(["create", "create", "create"]);
		expect(existsSync(project.inside("published/eu/egress.txt"))).toBe(true);
		expect(existsSync(remains)).toBe(false);
	});

	test("what is somebody else's is refused in the preview, and a link is not followed", async () => {
		const project = new Project(root(), "foreign");
		project.write("main.mjs", deploymentProgram(plain));
		const stack = await project.stack();
		const elsewhere = project.inside("elsewhere");
		mkdirSync(elsewhere);
		mkdirSync(project.inside("published/eu"), { recursive: true });
		writeFileSync(project.inside("published/eu/egress.txt"), "mine");

		const foreign = await stack.failure("preview");
		rmSync(project.inside("published/eu/egress.txt"));
		symlinkSync(elsewhere, project.inside("published/eu/groups"));
		const linked = await stack.failure("preview");
		rmSync(project.inside("published/eu/groups"));
		await stack.up();
		rmSync(project.inside("published/eu/groups"), { recursive: true });
		symlinkSync(elsewhere, project.inside("published/eu/groups"));
		mkdirSync(path.join(elsewhere, "pilot"));
		writeFileSync(path.join(elsewhere, "pilot/settings.json"), "mine");
		await stack.destroy();

		expect(foreign).toContain(
			`${project.inside("published/eu/egress.txt")} is there already and is no file of this bundle`,
		);
		expect(linked).toContain(`${project.inside("published/eu/groups")} is a link, which may lead anywhere`);
		expect(readdirSync(project.inside("published/eu"))).toEqual(["groups"]);
		expect(readFileSync(path.join(elsewhere, "pilot/settings.json"), "utf8")).toBe("mine");
	});
});
