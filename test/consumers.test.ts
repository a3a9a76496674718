import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { deploymentProgram } from "./support/deployment-program.js";
import { installedPackage } from "./support/packed.js";

/** Compilers that people have, by the folder they stand in here. */
const compilers = { "TypeScript 5.9": "typescript-5.9", "TypeScript 6.0": "typescript" };

const common = { strict: true, noEmit: true, target: "es2022", types: ["node"], skipLibCheck: false };

/** As `pulumi new typescript` used to write it, and as it writes it now. */
const templates = {
	commonjs: { ...common, module: "commonjs", moduleResolution: "node", ignoreDeprecations: "6.0" },
	nodenext: { ...common, module: "nodenext", moduleResolution: "nodenext" },
};

const program = `${deploymentProgram()}
import { azureFirewall } from "pulumi-cowork/azure";
import { compileBundle, parseDeployment } from "pulumi-cowork/core";
import { gcpFirewallPolicy, gcpSecureWebProxy } from "pulumi-cowork/gcp";
export const pure = [compileBundle, parseDeployment];
export const rules = [
	azureFirewall({ resourceGroup: "network", clients: ["10.20.0.0/16"] }),
	gcpFirewallPolicy({ leaveTo: "gcpSecureWebProxy" }),
	gcpSecureWebProxy({ location: "europe-west3" }),
];
`;

/** The declarations of a cloud's SDK take a compiler several times as long as all else, so one program has them. */
const cloudProgram = `import { bedrock, BedrockFoundation } from "pulumi-cowork/aws";
export const cloud = [bedrock, BedrockFoundation];
`;

describe("a program that checks the declarations of its libraries, too", () => {
	const root = installedPackage();

	test.each(
		Object.entries(compilers).flatMap(([compiler, folder]) =>
			Object.entries(templates).map(([template, options]) => [compiler, template, folder, options] as const),
		),
	)("%s, %s", { timeout: 240_000 }, (_, template, folder, options) => {
		const project = path.join(root(), `${folder}-${template}`);
		mkdirSync(project);
		const sdk = path.join(root(), "node_modules/@pulumi/aws");
		if (!existsSync(sdk)) symlinkSync(path.resolve("node_modules/@pulumi/aws"), sdk);
		// The older option is unknown to the older compiler.
		const { ignoreDeprecations, ...known }: Partial<typeof templates.commonjs> = options;
		const compilerOptions = folder === "typescript" && ignoreDeprecations ? options : known;
		writeFileSync(path.join(project, "package.json"), '{ "name": "program", "private": true }\n');
		const cloud = template === "nodenext" && folder === "typescript" ? cloudProgram : "";
		writeFileSync(path.join(project, "index.ts"), program + cloud);
		writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
		const compiler = path.resolve("node_modules", folder, "bin/tsc");
		const { stdout } = spawnSync(process.execPath, [compiler, "-p", project], { encoding: "utf8" });
		expect(stdout).toBe("");
	});
});
