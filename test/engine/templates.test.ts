import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { deploymentProgram } from "../support/deployment-program.js";
import { describeEngine, Project, secretText } from "../support/engine.js";
import { installedPackage } from "../support/packed.js";
import { run } from "../support/programs.js";

interface Template {
	readonly packageJson: object;
	readonly compilerOptions: object;
	/** Whether a TypeScript compiler of today is among the project's own packages; without one Pulumi brings 3.8. */
	readonly ownCompiler: boolean;
	/** Whether the user compiles, and Pulumi runs the outcome. */
	readonly compiled: boolean;
}

const common = { strict: true, outDir: "bin", target: "es2020", sourceMap: true, types: ["node"], skipLibCheck: true };

const templates: Readonly<Record<string, Template>> = {
	"ES modules, compiled": {
		packageJson: { name: "compiled", type: "module" },
		compilerOptions: { ...common, module: "nodenext", moduleResolution: "nodenext" },
		ownCompiler: false,
		compiled: true,
	},
	"CommonJS, as `pulumi new typescript` used to write it": {
		packageJson: { name: "older", main: "index.ts" },
		compilerOptions: { ...common, module: "commonjs", moduleResolution: "node" },
		ownCompiler: false,
		compiled: false,
	},
	"nodenext, as `pulumi new typescript` writes it now": {
		packageJson: { name: "newer", main: "index.ts" },
		compilerOptions: { ...common, module: "nodenext", moduleResolution: "nodenext" },
		ownCompiler: true,
		compiled: false,
	},
};

describeEngine("the packed package in projects of users", () => {
	const root = installedPackage();

	test.each(Object.entries(templates))("%s", async (_, { packageJson, compilerOptions, ownCompiler, compiled }) => {
		const project = new Project(root(), "name" in packageJson ? String(packageJson.name) : "");
		project.write(compiled ? "bin/index.js" : "index.ts", "", `typescript: ${!compiled}`);
		writeFileSync(project.inside("package.json"), JSON.stringify(packageJson));
		writeFileSync(project.inside("tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
		writeFileSync(project.inside("index.ts"), deploymentProgram());
		// Pulumi looks for it from where it is itself, so every project after this one has it too.
		const compiler = project.inside("../node_modules/typescript");
		if (ownCompiler) cpSync("node_modules/typescript", compiler, { recursive: true });
		if (compiled) run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", project.folder]);
		const stack = await project.stack();
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });

		await stack.up();
		const profile = project.inside("published/eu/groups/pilot/profiles/linux/managed-settings.json");
		const published = readFileSync(profile, "utf8");
		const { changes } = await stack.destroy();

		expect(published).toContain(secretText);
		expect(changes.map(({ op }) => op)).toEqual(["delete", "delete", "delete", "delete"]);
	});
});
