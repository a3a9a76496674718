import { documentation } from "../configuration/managed-key.js";
import {
	type Closing,
	type EgressHost,
	type EgressPlan,
	formatAddress,
	formatHostOrLate,
	type Operator,
	type Reason,
} from "../egress/plan.js";
import { versionsOf } from "../egress/reason-rows.js";
import { groupBy } from "../group-by.js";
import type { ObservedPart } from "../observability/observed-part.js";
import type { DeploymentIdentity } from "../profiles/format.js";
import { markdownCode as code, markdownLink, markdownTable } from "../table/markdown.js";
import { factsEdition } from "../version.js";
import { telemetrySection } from "./telemetry-section.js";
import { fewOf, words } from "./words.js";

export interface DataRequest {
	readonly identity: DeploymentIdentity;
	/** The perimeter. */
	readonly egress: EgressPlan;
	/** Absent where the deployment says nothing of it. */
	readonly observability?: ObservedPart;
}

/** `DATA.md`: who receives which data, by which setting, and how to close it. */
export function dataPage({ identity, egress, observability }: DataRequest): string {
	const { deployment, organization } = identity;
	const lines = [
		`# Which data leaves: deployment ${deployment} of ${words(organization)}`,
		"",
		`Written from the settings of the deployment; the facts are of Claude Desktop up to ${factsEdition.app}, ${factsEdition.date}.`,
		"The settings of each group are in `groups/<group>/settings.json`, its hosts in `groups/<group>/egress.json`.",
		"",
		"## Conversation content",
		"",
		...claim(egress),
		"",
		...(observability ? telemetrySection(observability) : []),
		"## Who receives what",
		"",
		"A setting is closed in `settings` of the deployment, or of one group. Where no data is named, no source says more than",
		"the purpose. A host that starts with `*.` means any depth below the name, and not the name itself.",
		"",
		...operators.flatMap(({ operator, title }) =>
			recipient(
				title,
				egress.hosts.filter((host) => host.operator === operator),
			),
		),
		...(egress.notes.length === 0 ? [] : ["## What the lists do not say", "", ...egress.notes.map(item), ""]),
	];
	return `${lines.join("\n").trimEnd()}\n`;
}

const operators: readonly { readonly operator: Operator; readonly title: string }[] = [
	{ operator: "inference", title: "The inference provider" },
	{ operator: "anthropic", title: "Anthropic" },
	{ operator: "organization", title: "Whom the deployment names" },
	{ operator: "third-party", title: "Others" },
];

function claim({ summary, notes }: EgressPlan): string[] {
	const { conversationContentStaysWithProvider: stays, contentAlsoReaches: others } = summary;
	const source = `${documentation}telemetry`;
	if (stays) {
		return [
			"It stays with the inference provider: Anthropic states of this route that inference brings no conversation content to",
			`Anthropic (${markdownLink(source)}), and no proxy, collector or model of this deployment makes an exception.`,
			"The statement is about inference: what connectors, extensions and tools of the agent send is in the tables, as far as a",
			notes.length === 0
				? "list of hosts can name it."
				: "list of hosts can name it; what none can is in the last section.",
		];
	}
	const none = `There is no claim that it stays with the inference provider (${markdownLink(source)}).`;
	if (others.length === 0) {
		return [
			none,
			"Anthropic makes no such statement of this route, or a listed model is an exception, named below then.",
		];
	}
	const exceptions = others.map(
		({ host, key, because }) => `- ${code(formatHostOrLate(host))}: ${words(because)} (${code(key)})`,
	);
	return [`${none} It also reaches:`, "", ...exceptions];
}

function recipient(title: string, hosts: readonly EgressHost[]): string[] {
	const alike = groupBy(hosts, ({ reasons, groups }) => JSON.stringify([reasons, groups]));
	const rows = [...alike.values()].flatMap((same) => rowsOf(same));
	return [`### ${title}`, "", ...(rows.length === 0 ? ["No host of the perimeter."] : markdownTable(head, rows)), ""];
}

const head = ["host, and groups that reach it", "what for", "data", "setting", "to close it", "source"];

/** A row for each reason of hosts that have the same ones. */
function rowsOf(hosts: readonly EgressHost[]): string[][] {
	const [first] = hosts;
	if (!first) return [];
	const names = hosts.map((host) => code(formatAddress(host))).join(", ");
	const groups = first.groups ? `; ${fewOf(first.groups, "groups")}` : "";
	return first.reasons.map((reason, index) => [index === 0 ? `${names}${groups}` : "", ...cells(reason)]);
}

function cells(reason: Reason): string[] {
	const versions = versionsOf(reason);
	const { because, data, key, closedBy, source } = reason;
	return [
		words(versions === "" ? because : `${because} (apps ${versions})`),
		data === undefined ? "not named" : words(data),
		key === null ? "none" : code(key),
		closedBy === undefined ? "no setting does" : closedBy.map(closing).join(" or "),
		markdownLink(source),
	];
}

function closing({ key, value }: Closing): string {
	return value === undefined ? `leave out ${code(key)}` : code(`${key}: ${JSON.stringify(value)}`);
}

function item(note: string): string {
	return `- ${words(note)}`;
}
