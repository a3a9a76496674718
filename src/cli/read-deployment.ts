import { readFileSync } from "node:fs";
import { loadDeployment } from "../deployment/load.js";
import { type ParseResult, parseDeployment } from "../deployment/parse.js";
import type { Locate } from "../problem.js";
import { CommandExit } from "./exit.js";

/** Reads and checks a deployment file; what is wrong with it surfaces as a DeploymentError. */
export function readDeployment(file: string): ParseResult & { readonly locate: Locate } {
	const loaded = loadOrExit(file);
	const { deployment, warnings } = parseDeployment(loaded.value, { locate: loaded.locate, found: loaded.problems });
	return { deployment, warnings, locate: loaded.locate };
}

function loadOrExit(file: string) {
	try {
		return loadDeployment(file, (path) => readFileSync(path, "utf8"));
	} catch (fault) {
		if (!(fault instanceof Error) || !("code" in fault)) throw fault;
		throw new CommandExit(2, `cannot read ${file}: ${reasons[String(fault.code)] ?? fault.message}`);
	}
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file",
	EISDIR: "it is a folder; name the deployment file in it",
	EACCES: "permission denied",
};
