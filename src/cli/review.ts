import type { RepositoryOptions } from "../deployment/repository-files.js";
import { compare } from "../review/compare.js";
import { type Grade, grades } from "../review/finding.js";
import type { ReviewFormat } from "../review/formats/format.js";
import { reviewFormats } from "../review/formats/index.js";
import { CommandExit } from "./exit.js";
import type { Output } from "./output.js";
import type { SignersOptions } from "./read-signers.js";
import { readSide } from "./review-side.js";

export interface ReviewOptions extends RepositoryOptions, SignersOptions {
	/** @default "text" */
	readonly format?: keyof typeof reviewFormats;
	/** The command fails where a finding has this grade or a worse one. @default - it does not */
	readonly failOn?: Grade;
}

/** Says what changes in meaning from one side to the other. */
export async function review(
	before: string,
	after: string,
	{ format = "text", failOn, ...options }: ReviewOptions,
	output: Output,
): Promise<void> {
	if (before === "-" && after === "-") throw new CommandExit(2, "- is given twice; standard input can be read once");
	const sides = [await readSide(before, options, output), await readSide(after, options, output)] as const;
	const found = compare(...sides);
	const { render, isScreen }: ReviewFormat = reviewFormats[format];
	output[isScreen ? "result" : "data"](render(found).trimEnd());
	if (failOn === undefined) return;
	const worst = grades.indexOf(failOn);
	const failing = found.findings.filter(({ grade }) => grades.indexOf(grade) <= worst).length;
	if (failing > 0)
		throw new CommandExit(1, `${failing} ${failing === 1 ? "finding" : "findings"} of grade ${failOn} or worse`);
}
