import { existsSync } from "node:fs";
import { cached } from "./cached.js";
import { program, run } from "./programs.js";

const python = cached("google-models-2/bin/python");

/** Why modules of Google's published models of its APIs cannot read; undefined where they can. */
export function whyNoGoogleModels(...modules: readonly string[]): string | undefined {
	// Found, not imported: that takes many seconds on a busy machine.
	const find = `from importlib.util import find_spec\nassert all(find_spec(name) for name in ${JSON.stringify(modules)})`;
	return existsSync(python) && program(python, ["-c", find])
		? undefined
		: "Google's models of its APIs are not installed";
}

/** Runs a Python script that reads resources as JSON from its input, and writes for each what is wrong, or null. */
export function readWithGoogleModels(script: string, resources: readonly object[]): readonly (string | null)[] {
	return JSON.parse(run(python, ["-c", script], {}, JSON.stringify(resources)));
}
