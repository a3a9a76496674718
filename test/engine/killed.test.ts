import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { deploymentProgram } from "../support/deployment-program.js";
import { describeEngine, Project, shippedPackage } from "../support/engine.js";

const places = [".owner.json", "groups/pilot/profiles/linux/managed-settings.json", "manifest.json"];

describeEngine("a first update that is killed", () => {
	const root = shippedPackage();

	test.each(places)("at %s: destroy leaves nothing of ours, and nothing of anybody else is touched", async (place) => {
		const project = new Project(root(), `killed-${places.indexOf(place)}`);
		project.write("main.mjs", deploymentProgram({ apiKey: '"correct-horse-battery-staple"', rest: "" }));
		mkdirSync(project.inside("published/eu"), { recursive: true });
		writeFileSync(project.inside("published/eu/notes.txt"), "mine");
		const stack = await project.stack();

		await stack.killedUp(`published/eu/${place}`);
		await stack.destroy();

		expect(readdirSync(project.inside("published/eu"))).toEqual(["notes.txt"]);
	});
});
