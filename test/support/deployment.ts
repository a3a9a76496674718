import { type LoadedDeployment, loadDeployment } from "../../src/deployment/load.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { ParseOptions } from "../../src/deployment/parse-with.js";
import { DeploymentError, formatProblem } from "../../src/problem.js";

/** A deployment that nothing is wrong with, nor warned about. */
export const sound = {
	name: "eu",
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: {
		gateway: {
			baseUrl: "https://llm.example.com",
			models: ["claude-sonnet-5"],
			signIn: { apiKey: { fromEnv: "GATEWAY_KEY" } },
		},
	},
	groups: { pilot: { preset: "none" } },
};

/** The deployment of {@link sound} with other members. */
export function soundWith(members: Record<string, unknown>): Record<string, unknown> {
	return { ...sound, ...members };
}

/** Every problem of a deployment, errors and warnings, as the command prints them. */
export function problemsOf(input: unknown, options: ParseOptions = {}): string[] {
	try {
		return parseDeployment(input, options).warnings.map(formatProblem);
	} catch (fault) {
		if (fault instanceof DeploymentError) return fault.problems.map(formatProblem);
		throw fault;
	}
}

/** Deployment files by name, the first being the one that is loaded. */
export function load(files: Readonly<Record<string, string>>): LoadedDeployment {
	const [first = ""] = Object.keys(files);
	return loadDeployment(first, (file) => {
		const text = Object.hasOwn(files, file) ? files[file] : undefined;
		if (text === undefined) throw Object.assign(new Error(`no file ${file}`), { code: "ENOENT" });
		return text;
	});
}

/** Every problem of deployment files, with the place of each. */
export function problemsOfFiles(files: Readonly<Record<string, string>>): string[] {
	const { value, locate, problems } = load(files);
	return problemsOf(value, { locate, found: problems });
}
