import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { shippedPackage } from "../../support/engine.js";

/** A folder further up may have the SDK, which is then not to be found. */
const hideSdk = `const Module = require("node:module");
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolve(request.replace(/^@pulumi\\/aws/, "@pulumi/none"), ...rest);
`;

/** Runs a script of a program where the shipped package is installed, and `@pulumi/aws` is not. */
function run(parent: string, flags: readonly string[], script: string): string {
	const cwd = path.join(parent, "program");
	mkdirSync(cwd, { recursive: true });
	writeFileSync(path.join(cwd, "package.json"), '{ "name": "program" }');
	writeFileSync(path.join(cwd, "hide-sdk.cjs"), hideSdk);
	const options = ["--require", "./hide-sdk.cjs", ...flags, "-e", script];
	return spawnSync(process.execPath, options, { cwd, encoding: "utf8" }).stdout;
}

const report = "(fault) => console.log(fault.message)";
const message = "creating resources in AWS needs the package @pulumi/aws; run npm install @pulumi/aws\n";

describe("pulumi-cowork/aws without @pulumi/aws", () => {
	const folder = shippedPackage();

	test("loads, and names the install command where something is to be created", () => {
		const script = `import("pulumi-cowork/aws").then(({ BedrockFoundation }) => {
			new BedrockFoundation("base", { region: "eu-central-1" });
		}).catch(${report})`;
		expect(run(folder(), ["--input-type=module"], script)).toBe(message);
	});

	test("the same from CommonJS", () => {
		const script = `const { bedrock, bedrockFacts } = require("pulumi-cowork/aws");
			console.log(bedrock({}).name);
			bedrockFacts({ region: "eu-central-1", models: [] }).catch(${report})`;
		expect(run(folder(), [], script)).toBe(`bedrock\n${message}`);
	});
});
