import { type Compilation, compileWith } from "../bundle/compile-with.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import type { Locate, Problem } from "../problem.js";
import type { Registries } from "../registries.js";
import { environmentSecrets } from "./environment-secrets.js";
import type { Output } from "./output.js";
import type { ReadDeployment } from "./read-deployment.js";
import { readSigning } from "./read-signing.js";

export interface Compiled {
	/** The deployment file. */
	readonly file: string;
	readonly locate: Locate;
	readonly deployment: ParsedDeployment;
	readonly compilation: Compilation;
	/** What it was compiled with. */
	readonly registries: Registries;
	readonly warnings: readonly Problem[];
}

/** Tells how far the compilation of a deployment is. */
export type Report = (deployment: string, done: number, total: number) => void;

export interface CompileFileOptions {
	readonly report: Report;
	/** Whether words stand in the place of credentials, of which none is read. @default false */
	readonly redact?: boolean;
}

/**
 * Compiles a deployment whose secrets are in the environment.
 *
 * @throws DeploymentError with every problem
 */
export async function compileFile(
	read: ReadDeployment,
	output: Output,
	{ report, redact = false }: CompileFileOptions,
): Promise<Compiled> {
	const { file, warnings, locate, registries } = read;
	const onProgress = (done: number, total: number) => report(read.deployment.name, done, total);
	if (redact) {
		const compilation = await compileWith(registries, read, { redact, locate, onProgress });
		const said = [...warnings, ...compilation.warnings];
		return { file, locate, deployment: read.deployment, compilation, registries, warnings: said };
	}
	const environment = environmentSecrets(output);
	const signing = await readSigning(read.deployment, { file, locate, secrets: environment, now: new Date() });
	const { deployment, secrets } = signing;
	const compilation = await compileWith(registries, { ...read, deployment }, { secrets, locate, onProgress });
	const said = [...warnings, ...signing.warnings, ...compilation.warnings];
	return { file, locate, deployment, compilation, registries, warnings: said };
}

/** A line a second, once the command has taken longer than one. */
export function progressTo(output: Output): Report {
	let last = 0;
	return (deployment, done, total) => {
		if (output.elapsed() - last < 1000) return;
		last = output.elapsed();
		output.notice(`compiling ${deployment}: ${done} of ${total} groups`);
	};
}
