import { findKey } from "../configuration/catalogue.js";
import { checkName } from "../configuration/check-name.js";
import { type ManagedKey, sourcesOf } from "../configuration/managed-key.js";
import { nearestKey } from "../configuration/nearest-key.js";
import { type GroupPlan, planWith } from "../deployment/plan-with.js";
import type { RepositoryOptions } from "../deployment/repository-files.js";
import { printable } from "../printable.js";
import type { Locate } from "../problem.js";
import { chooseGroup } from "./choose-group.js";
import { CommandExit } from "./exit.js";
import { codeNames, explainCode, isCodeName } from "./explain-code.js";
import { type Answer, hostsOf, whatIsSaid } from "./explained.js";
import { type Output, printJson } from "./output.js";
import { readDeployment } from "./read-deployment.js";

export interface ExplainOptions extends RepositoryOptions {
	/** @default - the only one there is */
	readonly group?: string;
	readonly json?: boolean;
}

/** Says where a group's value of a key comes from, and what it does; without a key, of every setting of the group. */
export async function explain(
	file: string,
	name: string | undefined,
	options: ExplainOptions,
	output: Output,
): Promise<void> {
	const parsed = await readDeployment(file, options, output);
	const group = chooseGroup(planWith(parsed.registries, parsed).groups, options.group);
	if (name === undefined) {
		const answers = [
			...[...group.configuration.settings.keys()].map((each) => explainKey(group, each, parsed.locate)),
			...codeNames(group).map((each) => explainCode(group, each, parsed.locate)),
		];
		if (options.json) printJson(output, answers);
		else await printAll(answers, output);
		return;
	}
	const answer = isCodeName(name) ? explainCode(group, name, parsed.locate) : explainKey(group, name, parsed.locate);
	if (options.json) printJson(output, answer);
	else print(answer, output);
}

function explainKey({ configuration, egress }: GroupPlan, name: string, locate: Locate): Answer {
	const setting = configuration.settings.get(name);
	const key = findKey(name);
	if (!setting && !key) throw new CommandExit(2, unknownKey(name));
	return {
		key: name,
		group: configuration.group,
		...whatIsSaid(setting, locate),
		default: key?.default ?? key?.defaultNote ?? null,
		summary: key?.summary ?? "not in the catalogue; kept as it is",
		hosts: hostsOf(egress, name),
		versions: key ? versionsOf(key) : null,
		documentation: key ? (sourcesOf(name, key)[0] ?? null) : null,
	};
}

function unknownKey(name: string): string {
	const [refused] = checkName(name);
	if (refused) return `key "${name}" ${refused.message}`;
	const near = nearestKey(name);
	return `unknown key "${name}"; ${near ? `did you mean "${near}"?` : "pulumi-cowork keys lists them"}`;
}

function versionsOf({ since, removedIn }: ManagedKey): string {
	return removedIn ? `${since} and later, no longer in ${removedIn}` : `${since} and later`;
}

async function printAll(answers: readonly Answer[], output: Output): Promise<void> {
	const { table } = await import("./table.js");
	const rows = answers.map(({ key, value, onWindows, layer, summary, hosts }) => [
		key,
		`${JSON.stringify(value)}${onWindows === undefined ? "" : `, on Windows ${JSON.stringify(onWindows)}`}`,
		layer ?? "",
		hosts.map(({ host }) => host).join(", "),
		summary,
	]);
	// Whoever has one group need not have named it.
	const [first] = answers;
	if (first) output.result(`settings of group ${output.colors.bold(first.group)}`);
	output.result(table(["key", "value", "layer", "opens", "meaning"], rows, output));
}

function print(answer: Answer, { result, colors }: Output): void {
	const { bold, dim } = colors;
	const row = (label: string, text: string) => result(`  ${dim(label.padEnd(13))} ${printable(text)}`);
	result(`${bold(answer.key)} in group ${bold(answer.group)}`);
	result(`  ${answer.summary}`);
	row("value", answer.layer === null ? "not set" : JSON.stringify(answer.value));
	if (answer.onWindows !== undefined) row("on Windows", JSON.stringify(answer.onWindows));
	if (answer.layer !== null) row("layer", `${answer.layer}, ${answer.from}`);
	for (const over of answer.overrides) row("overrides", `${JSON.stringify(over.value)} of ${over.layer}, ${over.from}`);
	if (answer.default !== null)
		row("default", typeof answer.default === "string" ? answer.default : JSON.stringify(answer.default));
	for (const { host, because } of answer.hosts) row("opens", `${host}: ${because.join("; ")}`);
	if (answer.hosts.length === 0) row("opens", "no host");
	if (answer.versions !== null) row("versions", answer.versions);
	if (answer.documentation !== null) row("documentation", answer.documentation);
}
