import type { NamedProgram } from "../device/programs.js";
import { codeDeviceCheck, deviceCheck } from "../device/rollout.js";
import type { EgressPlan } from "../egress/plan.js";
import { groupBy } from "../group-by.js";
import type { JsonValue } from "../json.js";
import type { PlacedAgentFile } from "../observability/placed-agent-files.js";
import type { FormatFacts, Handling, Platform, ProfileIdentity } from "../profiles/format.js";
import { markdownCode as code, markdownLink, markdownTable } from "../table/markdown.js";
import type { FleetVersions } from "../version.js";
import { agentTable } from "./agent-table.js";
import { noticedSettings } from "./noticed.js";
import { platformNames } from "./platform-names.js";
import { takingEffect } from "./taking-effect.js";
import { words } from "./words.js";

/** A file of a group, by its path below the group's folder. */
export interface HandedFile {
	readonly path: string;
	/** Whether it carries a credential. */
	readonly sensitive: boolean;
}

/** A format of a group's profiles, as its files are handed over. */
export interface HandedFormat extends Pick<FormatFacts<object>, "title" | "docs"> {
	/** Absent where it is of none: a server has it. */
	readonly platform?: Platform;
	readonly handling: Handling;
	/** Paths below the group's folder, of what was not written too. */
	readonly paths: readonly string[];
	/** The same of files that take away what the others bring. */
	readonly removalPaths: readonly string[];
}

/** What somebody still has to do or to know. */
export interface Waiting {
	readonly code: string;
	readonly message: string;
}

export interface HandoverRequest {
	readonly identity: ProfileIdentity;
	/** Title of the preset that the group starts from. */
	readonly preset: string;
	/** Says which settings these are: eight hexadecimal digits. */
	readonly revision: string;
	readonly platforms: readonly Platform[];
	/** Versions of the app that its devices run. */
	readonly fleet: FleetVersions;
	/** By name, what is not known as references. */
	readonly settings: Readonly<Record<string, JsonValue>>;
	readonly egress: EgressPlan;
	readonly formats: readonly HandedFormat[];
	/** Those for Claude Code. */
	readonly codeFormats: readonly HandedFormat[];
	/** All but rule sets, which a group has where others need other hosts. */
	readonly files: readonly HandedFile[];
	/** Switches of other coding agents, with paths below the group's folder. */
	readonly agentFiles: readonly PlacedAgentFile[];
	/** Whether the deployment has a page for whoever takes what devices report. */
	readonly reports: boolean;
	/** Programs that have to stand on devices. */
	readonly programs: readonly NamedProgram[];
	readonly omitted: readonly { readonly path: string; readonly because: string }[];
	readonly waiting: readonly Waiting[];
	/** Whether words stand in the place of credentials: what carries one is for review then. @default false */
	readonly redacted?: boolean;
}

/** `HANDOVER.md` of a group: who does what with its files. Nothing in it is of another group. */
export function handoverPage(request: HandoverRequest): string {
	const { identity, preset, revision, platforms, settings, egress } = request;
	const on = platforms.map((platform) => platformNames[platform]).join(", ");
	const lines = [
		`# Handing over: deployment ${identity.deployment}, group ${identity.group}`,
		"",
		`Preset ${words(preset)}, settings ${revision}, on ${on}. Paths are below this folder.`,
		"",
		...(request.redacted
			? ["This is a copy for review, with words in the place of credentials: what carries one is not written.", ""]
			: []),
		"## Who does what",
		"",
		...roles(request),
		"",
		"## Files for devices",
		"",
		...platforms.flatMap((platform) => ofPlatform(platform, request)),
		...served(request),
		...ofCode(request),
		...ofAgents(request),
		"## What users will notice",
		"",
		egress.summary.takesOverDevice ? "Settings in the app become read-only." : "Settings in the app stay the user's.",
		"Of what users see or may do this is set, and the rest is as the app has it. What users do not see, such as where the",
		"app connects to and what it reports, is in `settings.json` alone.",
		"",
		...noticedSettings(settings),
		"",
		"## When every device has it",
		"",
		...takingEffect(settings, request.fleet),
		"",
		"## How to check a device",
		"",
		...platforms.map(
			(platform) => `- ${platformNames[platform]}, in \`device/${platform}/\`: ${deviceCheck(platform)}.`,
		),
		...codeChecks(request),
		`- The right answer is \`revision ${revision}\` alone. In the app, Help > Troubleshooting > diagnostic report lists every key.`,
		"",
		"## How to go back",
		"",
		"- To an earlier revision: deliver its files the way these are delivered. `revision` above tells them apart.",
		...removals(request),
		"",
		"## What still waits for somebody",
		"",
		...waiting(request),
		"",
		"## Other files",
		"",
		"- `settings.json`: every setting with its value and the layer that it comes from",
		"- `egress.json`, `egress.txt`: hosts of this group, with reasons and as a list",
		"- `firewall/`: rule sets, where the deployment asks for them: those of this group alone, where groups need different hosts",
		"  or a block says so; otherwise `../../firewall/` has those for all of them",
		...(request.reports
			? ["- `../../observability/HANDOVER.md`: who takes the collector, detections, runbooks and dashboards, into what"]
			: []),
	];
	return `${lines.join("\n")}\n`;
}

function roles({ egress, files, formats }: HandoverRequest): string[] {
	const credentials = files.filter(({ sensitive }) => sensitive).length;
	const hosts = egress.hosts.length;
	const isServed = formats.some(({ platform }) => platform === undefined);
	return [
		`- **Endpoint**: deliver one file for each platform, in the order of \`device/<platform>/INSTALL.md\`${isServed ? ", beside the answer of the server" : ""}; then check a device.`,
		`- **Network**: open the ${hosts} address${hosts === 1 ? "" : "es"} of \`egress.txt\`; \`egress.json\` says why, and what stops without each.`,
		`- **Security**: \`../../DATA.md\` says who receives which data, \`settings.json\` where each value comes from. ${credentials === 0 ? "No file here carries a credential." : `${credentials} file${credentials === 1 ? " carries a credential" : "s carry credentials"}, in clear.`}`,
		"- **Helpdesk**: what users will notice, how to check a device, and how to go back.",
	];
}

function ofPlatform(platform: Platform, request: HandoverRequest): string[] {
	const { formats, files } = request;
	const own = formats.filter((format) => format.platform === platform);
	const checks = files.filter(({ path }) => path.startsWith(`device/${platform}/`)).map(({ path }) => code(path));
	return [
		`### ${platformNames[platform]}`,
		"",
		...(own.length > 1
			? ["Take one of these for a device, the one that its tool takes: each of them carries the same settings.", ""]
			: []),
		...(own.length === 0
			? ["No format of this platform is written.", ""]
			: [
					...markdownTable(
						importHead,
						own.flatMap((format) => imports(format, request)),
					),
					"",
				]),
		...(checks.length === 0 ? [] : [`Order of the steps, checks and allow rules: ${checks.join(", ")}.`, ""]),
	];
}

const importHead = ["file", "tool", "what to do", "format"];

/** What the table says of a format besides its files, which is the same for every group. */
const handlingCells = new WeakMap<Handling, readonly (readonly [tool: string, step: string, format: string])[]>();

function imports(handed: HandedFormat, { files, omitted }: HandoverRequest): string[][] {
	const { paths, removalPaths, handling, title, docs } = handed;
	const cells =
		handlingCells.get(handling) ??
		handling.imports.map(({ tool, step }, index) => {
			const format = index === 0 ? `${words(title)} (${markdownLink(docs)})` : "";
			return [words(tool), words(step), format] as const;
		});
	handlingCells.set(handling, cells);
	const inWords = (path: string) => {
		const carries = files.some((file) => file.sensitive && file.path === path);
		const isAbsent = omitted.some((omission) => omission.path === path);
		return `${code(path)}${carries ? " with a credential" : ""}${isAbsent ? " (not written)" : ""}`;
	};
	const named = paths.map(inWords).join(", ");
	const rows = cells.map(([tool, step, format], index) => [index === 0 ? named : "", tool, step, format]);
	if (removalPaths.length === 0) return rows;
	const tools = cells.map(([tool]) => tool).join(", ");
	const goingBack = `only to go back: ${words(handling.removal)}`;
	return [...rows, [removalPaths.map(inWords).join(", "), tools, goingBack, cells[0]?.[2] ?? ""]];
}

function served(request: HandoverRequest): string[] {
	const { formats } = request;
	const own = formats.filter(({ platform }) => platform === undefined);
	if (own.length === 0) return [];
	const rows = own.flatMap((format) => imports(format, request));
	return ["### A server", "", ...markdownTable(importHead, rows), ""];
}

/** Where files for Claude Code go, which is another program with a place of its own on the same devices. */
function ofCode(request: HandoverRequest): string[] {
	const { codeFormats, platforms } = request;
	if (codeFormats.length === 0) return [];
	return [
		"### Claude Code on these devices",
		"",
		"Its settings stand apart from those of Claude Desktop, and both are delivered. Of several files with settings for a",
		"platform take one: a policy of device management wins over files, and one source alone is read. In Claude Code `/status`",
		"names the source on the line Setting sources.",
		"",
		...platforms.flatMap((platform) => {
			const own = codeFormats.filter((format) => format.platform === platform);
			if (own.length === 0) return [];
			return [
				`${platformNames[platform]}:`,
				"",
				...markdownTable(
					importHead,
					own.flatMap((format) => imports(format, request)),
				),
				"",
			];
		}),
	];
}

/** Other programs on the same devices, whose files are those of the whole deployment. */
function ofAgents({ agentFiles }: HandoverRequest): string[] {
	if (agentFiles.length === 0) return [];
	return [
		"### Other coding agents on these devices",
		"",
		"Where devices have these programs, deliver what switches off telemetry of their own. README.md above each folder says",
		"what each switch does.",
		"",
		...agentTable(agentFiles),
		"",
	];
}

/** Where Claude Code has a check of its own, by the files that are there. */
function codeChecks({ platforms, files, revision }: HandoverRequest): string[] {
	const own = platforms
		.map((platform) => `device/${platform}/${codeDeviceCheck(platform)}`)
		.filter((check) => files.some(({ path }) => path === check));
	if (own.length === 0) return [];
	return [
		`- Claude Code: ${own.map(code).join(", ")}. The right answer is \`Claude Code revision ${revision}\` alone.`,
	];
}

/** Programs that nothing here delivers. */
function programsToPlace({ programs, platforms: all }: HandoverRequest): string[] {
	return programs.map(({ path, names, platforms }) => {
		const on =
			platforms.length < all.length ? ` with ${platforms.map((each) => platformNames[each]).join(" or ")}` : "";
		const of = names.map(code).join(" and ");
		return `- ${code(path)} of ${of} has to stand on every device${on} that reads it, before its settings: no file here brings it. \`INSTALL.md\` says how.`;
	});
}

const removalWords = new WeakMap<Handling, string>();

function removals({ formats, codeFormats }: HandoverRequest): string[] {
	return [...formats, ...codeFormats].map(({ title, platform, handling }) => {
		const known = removalWords.get(handling) ?? `${words(title)}: ${words(handling.removal)}.`;
		removalWords.set(handling, known);
		const name = platform === undefined ? undefined : platformNames[platform];
		return `- ${name === undefined || title.startsWith(name) ? "" : `${name}, `}${known}`;
	});
}

function waiting(request: HandoverRequest): string[] {
	const { omitted, waiting: others } = request;
	const missing = [...groupBy(omitted, ({ because }) => because)].map(([because, same]) => {
		const paths = same.map(({ path }) => code(path)).join(", ");
		return `- ${paths} ${same.length === 1 ? "is" : "are"} not written: ${words(because)}`;
	});
	const said = others.map(({ code: word, message }) => `- ${code(word)}: ${words(message)}`);
	const all = [...programsToPlace(request), ...missing, ...said];
	return all.length === 0 ? ["Nothing that the deployment tells of."] : all;
}
