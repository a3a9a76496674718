import {
	codeSettings,
	findCodeSetting,
	findCodeVariable,
	sourceOfSetting,
	sourceOfVariable,
} from "../claude-code/catalogue.js";
import type { CodeSetting, CodeVariable } from "../claude-code/code-setting.js";
import type { GroupPlan } from "../deployment/plan-with.js";
import { suggestName } from "../nearest-name.js";
import type { Locate } from "../problem.js";
import { CommandExit } from "./exit.js";
import { type Answer, hostsOf, whatIsSaid } from "./explained.js";

const prefix = "claudeCode.";

/** Whether a name is that of a setting of Claude Code, as `claudeCode.permissions.deny`. */
export function isCodeName(name: string): boolean {
	return name.startsWith(prefix);
}

/** The settings of Claude Code that a group has, by such names. */
export function codeNames({ configuration: { code } }: GroupPlan): readonly string[] {
	return [...(code?.settings.keys() ?? [])].map((name) => `${prefix}${name}`);
}

/** Says where a group's value of a setting of Claude Code comes from, and what it does. */
export function explainCode({ configuration, egress }: GroupPlan, name: string, locate: Locate): Answer {
	const own = name.slice(prefix.length);
	const setting = configuration.code?.settings.get(own);
	const variable = own.startsWith("env.") ? own.slice("env.".length) : undefined;
	const known = variable === undefined ? findCodeSetting(own) : findCodeVariable(variable);
	if (!setting && !known) {
		const candidates = [...Object.keys(codeSettings), ...(configuration.code?.settings.keys() ?? [])];
		throw new CommandExit(2, `unknown setting "${name}" of Claude Code; ${suggestName(own, candidates)}`);
	}
	const byDefault = known && "default" in known ? known.default : undefined;
	const note = known && "defaultNote" in known ? known.defaultNote : undefined;
	const source = variable === undefined ? sourceOfSetting(own) : sourceOfVariable(variable);
	return {
		key: name,
		group: configuration.group,
		...whatIsSaid(setting, locate),
		default: byDefault ?? note ?? null,
		summary: known
			? summaryOf(known)
			: own.startsWith("hooks.")
				? "Hooks of an event."
				: "not in the catalogue; kept as it is",
		hosts: hostsOf(egress, name),
		versions: known ? versionsOf(known) : null,
		documentation: known ? source : null,
	};
}

function summaryOf({ summary, unverified }: CodeSetting | CodeVariable): string {
	return unverified ? `${summary} No page describes it: try it on one device first.` : summary;
}

function versionsOf(known: CodeSetting | CodeVariable): string | null {
	const versions = [
		...(known.since === undefined ? [] : [`Claude Code ${known.since} and later`]),
		...("sinceDesktop" in known && known.sinceDesktop !== undefined
			? [`Claude Desktop ${known.sinceDesktop} and later`]
			: []),
	];
	return versions.length === 0 ? null : versions.join(", ");
}
