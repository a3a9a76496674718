import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { expect, test } from "vitest";
import { deploymentProgram } from "../support/deployment-program.js";
import { describeEngine, Project, type Stack, secretText, shippedPackage } from "../support/engine.js";

/**
 * State as `pulumi stack export` gave it when each build was current, with the folder it published to taken out.
 * Users have such state for ever, so none is ever recorded anew: a build that changes what is in state adds its own.
 */
const recorded = readdirSync("test/engine/states").filter((name) => name.endsWith(".json"));

const program = deploymentProgram({ groups: '{ pilot: { preset: "none", platforms: ["linux"] } }', rest: "" });

describeEngine("state that an earlier build wrote", () => {
	const root = shippedPackage();

	test.each(recorded)("%s: is taken over, and destroyed by the text that is in it", async (name) => {
		const project = new Project(root(), "upgrade");
		project.write("main.mjs", program);
		const stack = await project.stack();
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });
		await load(stack, name, project);

		await stack.up();
		const { changes } = await stack.up();
		const profile = project.inside("published/eu/groups/pilot/profiles/linux/managed-settings.json");
		const published = readFileSync(profile, "utf8");
		await load(stack, name, project);
		// What a build of that time did not write.
		for (const place of [
			"deployment.json",
			"manifest.json",
			"DATA.md",
			"groups/pilot/device",
			"groups/pilot/HANDOVER.md",
		]) {
			rmSync(project.inside("published/eu", place), { recursive: true });
		}
		await stack.destroy();

		expect(published).toContain(secretText);
		expect(changes).toEqual([]);
		expect(existsSync(project.inside("published/eu"))).toBe(false);
	});
});

async function load(stack: Stack, name: string, project: Project): Promise<void> {
	const text = readFileSync(`test/engine/states/${name}`, "utf8");
	await stack.inner.importStack(JSON.parse(text.replaceAll("{{published}}", project.inside("published"))));
}
