import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { deploymentProgram } from "../support/deployment-program.js";
import { describeEngine, Project, shippedPackage } from "../support/engine.js";

const plain = { groups: '{ pilot: { preset: "none", platforms: ["linux"] } }', apiKey: '"a text"', rest: "" };

describeEngine("one stack in two checkouts", () => {
	const root = shippedPackage();

	test("a second checkout restores what its disk lacks, and each destroys its own files from where its main is", async () => {
		const first = new Project(root(), "cowork");
		const second = new Project(path.join(root(), "second"), "cowork", first.backend);
		for (const project of [first, second]) {
			mkdirSync(project.inside("program"));
			project.write("program/main.mjs", deploymentProgram(plain));
		}
		const one = await first.stack();
		await one.up();
		const two = await second.stack();

		const planned = await two.preview();
		await two.up();
		const again = await two.up();
		const back = await one.up();
		await one.destroy();

		expect(planned.changes.map(({ op }) => op)).toEqual(["update", "update", "update"]);
		expect([again.changes, back.changes]).toEqual([[], []]);
		expect(existsSync(first.inside("published/eu"))).toBe(false);
		expect(existsSync(second.inside("published/eu/manifest.json"))).toBe(true);
	});
});

describeEngine("the package behind a link", () => {
	const root = shippedPackage();
	const home = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-linked-"));
	afterAll(() => rmSync(home, { recursive: true, force: true }));

	test("publishes below the project, and is destroyed by its program, never by a project that is upward of it", async () => {
		mkdirSync(path.join(home, "linked/node_modules"), { recursive: true });
		const project = new Project(home, "linked");
		symlinkSync(path.join(root(), "node_modules/pulumi-cowork"), project.inside("node_modules/pulumi-cowork"));
		symlinkSync(path.resolve("node_modules/@pulumi"), project.inside("node_modules/@pulumi"));
		project.write("node_modules/pulumi-cowork/dist/program/index.js");
		const deployment = {
			name: "eu",
			organization: { name: "Example Corp" },
			inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } },
			groups: { pilot: { preset: "none", platforms: ["linux"] } },
			publish: { local: { directory: "./published" } },
		};
		writeFileSync(project.inside("Pulumi.test.yaml"), JSON.stringify({ config: { "linked:deployment": deployment } }));
		const stack = await project.stack();

		await stack.up();
		const { changes } = await stack.up();
		const manifest = readFileSync(project.inside("published/eu/manifest.json"), "utf8");
		const said = await stack.failure("destroy");
		await stack.destroy({ runProgram: true });

		expect(changes).toEqual([]);
		const { files }: { files: { path: string }[] } = JSON.parse(manifest);
		expect(files.map((file) => file.path)).toContain("groups/pilot/profiles/linux/managed-settings.json");
		expect(said).toContain("run the same command with --run-program");
		expect(existsSync(project.inside("published/eu"))).toBe(false);
	});
});
