import { formatPath, type Path } from "../path.js";
import { calledAs, settingLine } from "./called-as.js";
import type { Output } from "./output.js";
import { shellWord } from "./shell-word.js";

export interface WrittenDeploymentFile {
	/** The file. */
	readonly out: string;
	/** Values that stand for the organisation's own. */
	readonly standIns: readonly Path[];
	/** Environment variables that hold secrets, each with what it holds. */
	readonly secrets: readonly { readonly name: string; readonly what: string }[];
}

/** Says that a deployment file was written, and what is to be done before it is of use: lines to paste where they can be. */
export function printNextSteps(
	{ out, standIns, secrets }: WrittenDeploymentFile,
	{ result, environment }: Pick<Output, "result" | "environment">,
): void {
	result(`${out} was written. Next:`);
	if (standIns.length > 0) result(`  replace what stands for yours: ${standIns.map(formatPath).join(", ")}`);
	for (const { name, what } of secrets) result(`  ${settingLine(name, what)}`);
	result(`  ${calledAs(environment)} synth ${shellWord(out)} --out out`);
}
