import path from "node:path";
import type { Bundle } from "../bundle/bundle.js";
import type { Replaced } from "../files/replace-bundle.js";
import { DeploymentError, located, type Problem } from "../problem.js";
import type { Compiled } from "./compile-file.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";
import type { Output } from "./output.js";
import { isHeldToPolicies, type PolicyChoice } from "./policy-file.js";
import { inTheWay, type PlacedBundle, placeBundle, writeBundle } from "./write-bundle.js";

export interface SynthOptions extends PolicyChoice {
	readonly out: string;
	/** Warnings count as errors. */
	readonly strict?: boolean;
	/** Profiles are for review: none holds a credential. */
	readonly redact?: boolean;
	readonly json?: boolean;
}

/** With a warning where what carries a secret may end up in a repository. */
export async function withSecretsInGit(compiled: Compiled, { out }: Pick<SynthOptions, "out">): Promise<Compiled> {
	const { compilation, warnings, locate } = compiled;
	if (!compilation.bundle.files.some((file) => file.sensitive)) return compiled;
	const { checkSecretsInGit } = await import("./secrets-in-git.js");
	return { ...compiled, warnings: [...warnings, ...located(checkSecretsInGit(compilation, out), locate)] };
}

/**
 * With what is against the policies beside the deployments, as warnings: a bundle is of use for finding out what to mend,
 * and what must not go on is for `check` or `--strict` to stop.
 */
export async function withPolicies(compiled: readonly Compiled[], options: SynthOptions): Promise<readonly Compiled[]> {
	const files = compiled.map(({ file }) => file);
	if (!isHeldToPolicies(files, options)) return compiled;
	const { withPolicyWarnings } = await import("./policy-warnings.js");
	return withPolicyWarnings(compiled, options);
}

interface Written extends Replaced {
	readonly directory: string;
}

/** Writes every bundle, where nothing is in the way of any. */
export function writeBundles(
	[first, ...others]: readonly [Bundle, ...Bundle[]],
	{ out }: Pick<SynthOptions, "out">,
	output: Output,
): readonly [Written, ...Written[]] {
	const place = (bundle: Bundle): PlacedBundle => {
		const folder = path.join(out, bundle.deployment);
		return withFiles("write", folder, () => placeBundle(bundle, folder));
	};
	const placed = [place(first), ...others.map(place)] as const;
	const obstacles = others.length === 0 ? [] : placed.flatMap(inTheWay);
	if (obstacles.length > 0) throw new CommandExit(2, ...obstacles);
	const writeOne = (each: PlacedBundle): Written => {
		return { ...withFiles("write", each.folder, () => writeBundle(each)), directory: each.folder };
	};
	const [placedFirst, ...placedOthers] = placed;
	const written = [writeOne(placedFirst), ...placedOthers.map(writeOne)] as const;
	const done = written.map(({ directory, changed }) => `${directory} was ${changed ? "written" : "up to date"}`);
	output.done(`${done.join(", ")} all the same`);
	return written;
}

/** What was made, or with `strict` the end of the command where there are warnings, all of them as errors. */
export async function orStrictly<Made>(
	{ strict }: Pick<SynthOptions, "strict">,
	work: () => Promise<Made>,
	warningsOf: (made: Made) => readonly Problem[],
): Promise<Made> {
	if (!strict) return work();
	try {
		const made = await work();
		const warnings = warningsOf(made);
		if (warnings.length === 0) return made;
		throw new DeploymentError(warnings);
	} catch (fault) {
		if (!(fault instanceof DeploymentError)) throw fault;
		throw new DeploymentError(fault.problems.map((each) => ({ ...each, severity: "error" })));
	}
}
