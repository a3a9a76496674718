import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Runs a script of a program where the shipped package is installed, and an SDK is not. */
export function runWithout(sdk: string, parent: string, flags: readonly string[], script: string): string {
	const cwd = path.join(parent, "program");
	mkdirSync(cwd, { recursive: true });
	writeFileSync(path.join(cwd, "package.json"), '{ "name": "program" }');
	// A folder further up may have the SDK, which is then not to be found.
	const hideSdk = `const Module = require("node:module");
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolve(request.replace(${JSON.stringify(sdk)}, "@pulumi/none"), ...rest);
`;
	writeFileSync(path.join(cwd, "hide-sdk.cjs"), hideSdk);
	const options = ["--require", "./hide-sdk.cjs", ...flags, "-e", script];
	return spawnSync(process.execPath, options, { cwd, encoding: "utf8" }).stdout;
}
