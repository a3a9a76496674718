import { companyOf } from "../egress/company.js";
import {
	type Closing,
	type EgressHost,
	type EgressPlan,
	formatAddress,
	type Operator,
	type Reason,
} from "../egress/plan.js";
import { versionsOf } from "../egress/reason-rows.js";
import { groupBy } from "../group-by.js";
import { oncePer } from "../once-per.js";
import type { DeploymentIdentity } from "../profiles/format.js";
import { markdownCode as code, markdownLink, markdownTable } from "../table/markdown.js";
import { factsEdition } from "../version.js";
import { claimLines } from "./claim-lines.js";
import type { DataFacts } from "./data-facts.js";
import { sentAlike } from "./sent-to-collector.js";
import { fewOf, words } from "./words.js";

export interface DataRequest {
	readonly identity: DeploymentIdentity;
	readonly facts: DataFacts;
	/** The perimeter. */
	readonly egress: EgressPlan;
	/** What says that TLS may be opened on the way, in words; empty where nothing does. */
	readonly opensTls: readonly string[];
	/** The section on what devices report; absent where the deployment says nothing of it. */
	readonly telemetry?: readonly string[];
}

/** `DATA.md`: who receives which data, by which setting, and how to close it. */
export function dataPage(request: DataRequest): string {
	const { identity, facts, egress, telemetry = [] } = request;
	const { deployment, organization } = identity;
	const resolved = { otlpEndpoint: sentInWords(request) };
	const lines = [
		`# Which data leaves: deployment ${deployment} of ${words(organization)}`,
		"",
		`Written from the settings of the deployment; the facts are of Claude Desktop up to ${factsEdition.app}, ${factsEdition.date}.`,
		"The settings of each group are in `groups/<group>/settings.json`, its hosts in `groups/<group>/egress.json`.",
		"",
		"## Conversation content",
		"",
		...claimLines(request),
		"",
		"## Where calls are answered",
		"",
		...markdownTable(["model", "where", "who says so, or knows"], facts.answers.map(answerCells)),
		"",
		...telemetry,
		"## Who receives what",
		"",
		"A setting is closed in `settings` of the deployment, or of one group. Where no data is named, no source says more than",
		"the purpose. A host that starts with `*.` means any depth below the name, and not the name itself.",
		"",
		...operators.flatMap(({ operator, title }) =>
			recipient(
				title,
				egress.hosts.filter((host) => host.operator === operator),
				{ resolved, ifNone: operator === "inference" ? withoutHost(egress) : noHost },
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

const noHost = "No host of the perimeter.";

/** Why the perimeter has no host of the inference provider. */
function withoutHost({ hosts }: EgressPlan): string {
	const isAnthropic = hosts.some(
		({ operator, reasons }) => operator === "anthropic" && reasons.some(({ feature }) => feature === "inference"),
	);
	return isAnthropic ? "It is Anthropic, which is next." : noHost;
}

function answerCells({ model, regions, saidBy, boundary }: DataFacts["answers"][number]): string[] {
	const where =
		regions === undefined
			? "not known here"
			: regions === "anywhere"
				? "anywhere the cloud decides"
				: regions.join(", ");
	return [
		model === undefined ? "those that the app finds" : code(model),
		boundary === undefined ? where : `${where}; ${words(boundary)}`,
		words(saidBy),
	];
}

/** What goes to the collector of each group. */
function sentInWords({ facts: { collector }, telemetry }: DataRequest): string {
	const kept = telemetry
		? "who reads it and for how long is in Telemetry above"
		: "the deployment does not say who reads it and for how long";
	const sent = sentAlike(collector).map(({ groups, data }) => `${fewOf(groups, "groups")}: ${data}`);
	return [...sent, kept].join("; ");
}

/** What goes where other settings decide it, in words, by the key that opens the host. */
type Resolved = Readonly<Record<string, string>>;

function recipient(
	title: string,
	hosts: readonly EgressHost[],
	{ resolved, ifNone }: { readonly resolved: Resolved; readonly ifNone: string },
): string[] {
	const alike = groupBy(hosts, (host) => `${textOf(host.reasons)}\n${host.groups?.join()}\n${runBy(host)}`);
	const rows = [...alike.values()].flatMap((same) => rowsOf(same, resolved));
	return [`### ${title}`, "", ...(rows.length === 0 ? [ifNone] : markdownTable(head, rows)), ""];
}

/** Deployments share most reasons of their hosts, down to the objects. */
const textOf = oncePer((reasons: EgressHost["reasons"]) => JSON.stringify(reasons));

const head = ["host, and groups that reach it", "run by", "what for", "data", "setting", "to close it", "source"];

/** A host that stands in a setting is whoever's the organisation says. */
function runBy({ host, operator, reasons }: EgressHost): string {
	if (operator === "anthropic") return "Anthropic";
	const named = reasons.flatMap(({ key }) =>
		key === null || !(operator === "organization" || /BaseUrl$/.test(key)) ? [] : key,
	);
	if (named.length > 0) return `whom ${[...new Set(named)].map(code).join(", ")} names`;
	return companyOf(host) ?? "not told";
}

/** A row for each reason of hosts that have the same ones. */
function rowsOf(hosts: readonly EgressHost[], resolved: Resolved): string[][] {
	const [first] = hosts;
	if (!first) return [];
	const names = hosts.map((host) => code(formatAddress(host))).join(", ");
	const groups = first.groups ? `; ${fewOf(first.groups, "groups")}` : "";
	return first.reasons.map((reason, index) => [
		...(index === 0 ? [`${names}${groups}`, runBy(first)] : ["", ""]),
		...cells(reason, resolved),
	]);
}

function cells(reason: Reason, resolved: Resolved): string[] {
	const known = cellsOf(reason);
	const { key } = reason;
	const elsewhere = key === null ? undefined : resolved[key];
	return [known.what, elsewhere === undefined ? known.data : words(elsewhere), ...known.setting];
}

/** What the table says of a reason by itself, which is the same for every deployment. */
interface ReasonCells {
	readonly what: string;
	readonly data: string;
	/** With how to close it, and the source. */
	readonly setting: readonly string[];
}

const cellsOf = oncePer((reason: Reason): ReasonCells => {
	const versions = versionsOf(reason);
	const { because, key, data, closedBy, source } = reason;
	return {
		what: words(versions === "" ? because : `${because} (apps ${versions})`),
		data: data === undefined ? "not named" : words(data),
		setting: [
			key === null ? "none" : code(key),
			closedBy === undefined ? "no setting does" : closedBy.map(closing).join(" or "),
			markdownLink(source),
		],
	};
});

function closing({ key, value }: Closing): string {
	return value === undefined ? `leave out ${code(key)}` : code(`${key}: ${JSON.stringify(value)}`);
}

function item(note: string): string {
	return `- ${words(note)}`;
}
