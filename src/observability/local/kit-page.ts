import { markdownCode, markdownTable, markdownText } from "../../table/markdown.js";
import { collectorVersion } from "../collector/collector-version.js";
import { pseudonymKey } from "../collector/redaction.js";
import type { ObservedPart } from "../observed-part.js";
import { imageVariable } from "./compose-file.js";
import type { GroupActions } from "./group-actions.js";
import type { ScriptKind } from "./script-kind.js";
import { kindsOfAll } from "./script-kinds.js";

/** A group of the kit. */
export interface KitGroup extends GroupActions {
	readonly name: string;
	/** What scripts of its machines are written in. */
	readonly kinds: readonly ScriptKind[];
}

/** How one test machine shows that events come as they should. */
export function kitPage(part: ObservedPart, groups: readonly KitGroup[]): string {
	const kinds = kindsOfAll(groups);
	const exampleOf = (kind: ScriptKind) => groups.find((group) => group.kinds.includes(kind))?.name ?? "<group>";
	const lines = [
		`# Local kit of deployment ${part.name}`,
		"",
		"One test machine shows what Claude Code and Claude Desktop send, and what of it every sink would get, before any device",
		"is told anything. Nothing leaves the machine but what the programs send to the model.",
		"",
		"## The collector",
		"",
		...kinds.flatMap((kind) => kind.page.collector),
		`Where the variable \`${imageVariable}\` is set, such as to \`name@sha256:...\`, that image is started.`,
		"",
		`Without containers, \`otelcol-contrib\` ${collectorVersion} runs the same file, in a shell with the variable`,
		`\`${pseudonymKey}\` set to \`local\`: \`otelcol-contrib --config collector.yaml\`. Nothing but the machine reaches either.`,
		"",
		...markdownTable(
			["file of received", "what"],
			[
				["`sent.jsonl`", "everything as it came"],
				["`events.jsonl`", "events as the SIEM would get them"],
				["`metrics.jsonl`, `traces.jsonl`, `content.jsonl`", "what the other sinks would get"],
			],
		),
		"",
		"## The programs",
		"",
		"Install the profile of the group first: its rules are what the actions try.",
		"",
		...kinds.flatMap((kind) => kind.page.programs),
		"- Claude Desktop gets the keys of `claude-desktop.json` in the managed settings of this machine alone. It has no console: what",
		"  it sends is in `sent.jsonl`.",
		"",
		"## Actions and what comes of them",
		"",
		...kinds.flatMap((kind) => kind.page.runs(exampleOf(kind))),
		"Each action of the script is a request to the model. The check needs jq, prints a line for each event that is missing or",
		"should not be there, and for content that the machine sends at all, and ends with 1 where there is a line. Where the model",
		"did not try an action, run the script again.",
		...groups.flatMap(groupLines),
	];
	return `${lines.join("\n")}\n`;
}

function groupLines({ name, kinds, actions, notTried }: KitGroup): string[] {
	const scripts = kinds.map((kind) => `\`${kind.actions.name}\``).join(" or ");
	const shown = (expectations: GroupActions["actions"][number]["expects"]) =>
		expectations
			.map((each) => Object.entries(each).map(([field, value]) => `${field} ${value}`))
			.map((each) => markdownText(each.join(", ")))
			.join("; ");
	return [
		"",
		`## Group ${markdownCode(name)}`,
		"",
		...markdownTable(
			["action", "what", "done by", "events to expect", "events that may not come"],
			actions.map(({ id, title, session, expects, never }) => [
				markdownCode(id),
				markdownText(title),
				session ? scripts : "a person",
				shown(expects),
				shown(never),
			]),
		),
		...(notTried.length === 0
			? []
			: [
					"",
					"Not tried:",
					"",
					...markdownTable(
						["setting", "why"],
						notTried.map(({ what, because }) => [markdownCode(what), markdownText(because)]),
					),
				]),
	];
}
