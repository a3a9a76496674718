import { codeDocumentation } from "../../claude-code/code-setting.js";
import type { EgressContext } from "../context.js";
import { exact, subdomains } from "../destination.js";
import type { Closing } from "../plan.js";
import type { EgressRow } from "../row.js";
import { holds, type Windows } from "../windows.js";

const source = `${codeDocumentation}network-config`;

/** What opens a host of Claude Code by itself, and each setting that closes it. */
function row(
	said: Pick<EgressRow, "feature" | "because" | "ifDenied" | "hosts"> &
		Partial<Pick<EgressRow, "data" | "operator" | "requirement">>,
	closedBy: readonly [Closing, ...Closing[]],
	also: (context: EgressContext) => boolean = () => true,
): EgressRow {
	return {
		operator: "anthropic",
		requirement: "optional",
		source,
		...said,
		key: closedBy[0].key,
		closedBy,
		when: (context) => holdsUnless(context, closedBy, also),
	};
}

function holdsUnless(
	context: EgressContext,
	closedBy: readonly Closing[],
	also: (context: EgressContext) => boolean,
): Windows {
	if (!context.hasCode || !also(context)) return holds(false);
	return holds(!closedBy.some((closing) => isClosed(context, closing)));
}

function isClosed(context: EgressContext, { key, value }: Closing): boolean {
	const set = context.code(key.slice("claudeCode.".length));
	return Array.isArray(value) ? Array.isArray(set) && value.every((each) => set.includes(each)) : set === value;
}

function variable(name: string): Closing {
	return { key: `claudeCode.env.${name}`, value: "1" };
}

const nonessential = variable("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC");

/** Of the clouds, metrics and reports are off by default: https://code.claude.com/docs/en/data-usage */
function sendsTelemetry(context: EgressContext): boolean {
	return ["anthropic", "gateway"].includes(context.text("inferenceProvider") ?? "");
}

function isAnthropic(context: EgressContext): boolean {
	return context.text("inferenceProvider") === "anthropic";
}

/** What the command line of Claude Code reaches besides inference, where the group has settings of it. */
export const claudeCodeRows: readonly EgressRow[] = [
	row(
		{
			feature: "claude-code-web-fetch",
			because: "host name of each page that Web Fetch of Claude Code opens, checked before the fetch",
			data: "the host name of each page that Web Fetch opens",
			ifDenied: "Web Fetch in Claude Code fails for every page.",
			requirement: "required",
			hosts: [exact("api.anthropic.com")],
		},
		[
			{ key: "claudeCode.skipWebFetchPreflight", value: true },
			variable("CLAUDE_CODE_DISABLE_WEB_FETCH"),
			{ key: "claudeCode.permissions.deny", value: ["WebFetch"] },
		],
	),
	row(
		{
			feature: "claude-code-flags",
			because: "feature flags of Claude Code",
			ifDenied: "Claude Code works with the flags that it was built with.",
			hosts: [exact("api.anthropic.com")],
		},
		[variable("DISABLE_TELEMETRY"), { key: "claudeCode.env.DISABLE_GROWTHBOOK", value: "true" }, nonessential],
		sendsTelemetry,
	),
	row(
		{
			feature: "claude-code-telemetry",
			because: "usage metrics of Claude Code",
			ifDenied: "No usage metrics of Claude Code reach Anthropic; it works.",
			hosts: [exact("http-intake.logs.us5.datadoghq.com")],
		},
		[variable("DISABLE_TELEMETRY"), { key: "claudeCode.env.DO_NOT_TRACK", value: "true" }, nonessential],
		isAnthropic,
	),
	row(
		{
			feature: "claude-code-errors",
			because: "error reports of Claude Code",
			ifDenied: "No error reports of Claude Code reach Anthropic; it works.",
			hosts: [exact("browser-intake-us5-datadoghq.com")],
		},
		[variable("DISABLE_ERROR_REPORTING"), variable("DISABLE_TELEMETRY"), nonessential],
		isAnthropic,
	),
	row(
		{
			feature: "claude-code-updates",
			because: "updates of Claude Code in the background",
			ifDenied: "Claude Code does not update itself.",
			hosts: [exact("downloads.claude.ai")],
		},
		[variable("DISABLE_AUTOUPDATER"), variable("DISABLE_UPDATES"), nonessential],
	),
	row(
		{
			feature: "claude-code-release-notes",
			because: "release notes of Claude Code",
			ifDenied: "Claude Code shows no release notes.",
			operator: "third-party",
			hosts: [exact("raw.githubusercontent.com")],
		},
		[nonessential],
	),
	row(
		{
			feature: "claude-code-marketplace",
			because: "Anthropic's marketplace of plug-ins, which registers itself at the first start",
			ifDenied: "Plug-ins of Anthropic's marketplace are neither installed nor updated.",
			hosts: [exact("downloads.claude.ai"), exact("github.com")],
		},
		[variable("CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL")],
	),
	row(
		{
			feature: "claude-code-artifacts",
			because: "contents of artifacts of Claude Code",
			ifDenied: "Artifacts of Claude Code show nothing.",
			hosts: [subdomains("frame.claudeusercontent.com")],
		},
		[{ key: "claudeCode.enableArtifact", value: false }, variable("CLAUDE_CODE_DISABLE_ARTIFACT")],
		isAnthropic,
	),
];
