import type { TimeBound } from "../configuration/time-bound.js";
import { formatHostOrLate } from "../egress/plan.js";
import type { AnsweredModel } from "../inference/cloud-plan.js";
import { printable } from "../printable.js";
import { byKey } from "./by-key.js";
import type { Output } from "./output.js";
import type { GroupSummary, Summary } from "./summary.js";

/** The summary for people. */
export function printSummary(summary: Summary, { result, colors }: Output): void {
	const { bold, dim, yellow } = colors;
	printHead(summary.deployment, summary, { result, colors });
	const missing = byKey(summary.omitted.map(({ path }) => [path.split("/", 2).join("/"), path]));
	for (const group of summary.groups) {
		const lacks = missing.get(`groups/${group.name}`)?.length ?? 0;
		printGroup(group, { deployment: summary.deployment, lacks }, { result, colors });
	}

	result("");
	result(bold("Anthropic-operated hosts that stay reachable"));
	if (summary.anthropicHosts.length === 0) result("  none");
	for (const { host, because, groups } of summary.anthropicHosts) {
		const whose = groups.length === summary.groups.length ? "every group" : groups.join(", ");
		result(`  ${host} ${dim(`(${whose})`)}`);
		for (const reason of because) result(`    ${dim(reason)}`);
	}

	printList("Where models are answered", summary.answers.flatMap(answerLines), { result, colors });
	result("");
	result(`${bold("Conversation content")}  ${contentClaim(summary, colors)}`);
	for (const { host, key, because } of summary.contentAlsoReaches) {
		result(`  ${yellow(`also reaches ${formatHostOrLate(host)}`)}: ${because} ${dim(`(${key})`)}`);
	}
	result(`  ${dim(`${summary.deployment}/DATA.md says who receives which data, and how to close it`)}`);
	if (summary.telemetryHandover !== undefined) {
		result("");
		result(bold("Telemetry and other agents"));
		result(`  ${dim(`${summary.deployment}/${summary.telemetryHandover} says who takes which files, into what`)}`);
	}
	if (summary.phase) {
		const { current, next, checks } = summary.phase;
		const until = next === undefined ? "" : `, to see before ${next}`;
		printList(`Rollout of telemetry: phase ${current}${until}`, checks, { result, colors });
	}
	printList("Notes", summary.notes, { result, colors });
	printList("Removed, as files of the bundle before alone", shortened(summary.removed), { result, colors });
	printList("Left alone, as no files of this bundle", shortened(summary.foreign), { result, colors });
	printList("Not written", omissionLines(summary.omitted), { result, colors });
	result("");
	result(`${bold("Facts")}  of Claude Desktop up to ${summary.facts.app}, ${summary.facts.date}`);
	printWarningCount(summary.warnings.length, { result, colors });
}

/** What became of a folder. */
export function printHead(
	what: string,
	{ changed, directory }: Pick<Summary, "changed" | "directory">,
	{ result, colors }: Pick<Output, "result" | "colors">,
): void {
	result(`${colors.bold(what)}: ${changed ? "written to" : "unchanged in"} ${printable(directory)}`);
}

export function printWarningCount(count: number, { result, colors }: Pick<Output, "result" | "colors">): void {
	result("");
	result(count === 0 ? "No warnings." : colors.yellow(`${count} warning${count === 1 ? "" : "s"} on standard error.`));
}

/** A model with what tells it, and below it how far its content goes. */
function answerLines({ model, regions, saidBy, boundary }: AnsweredModel): string[] {
	const where = regions === "anywhere" ? "anywhere the cloud decides" : regions.join(", ");
	return [`${model}: ${where} (${saidBy})`, ...(boundary === undefined ? [] : [`  ${boundary}`])];
}

function contentClaim(
	{ conversationContentStaysWithProvider: stays, contentAlsoReaches }: Summary,
	{ green, yellow }: Output["colors"],
): string {
	if (stays) return green("stays with the inference provider");
	if (contentAlsoReaches.length > 0) return yellow("no claim that it stays with the inference provider");
	return yellow("no claim: this route or a listed model carries no statement that it stays with the provider");
}

function printGroup(
	group: GroupSummary,
	{ deployment, lacks }: { readonly deployment: string; readonly lacks: number },
	{ result, colors }: Pick<Output, "result" | "colors">,
): void {
	const { bold, dim, yellow } = colors;
	result("");
	result(`${bold(group.name)}  preset ${group.preset}, on ${group.platforms.join(", ")}`);
	const removals = new Set(group.removals);
	const profiles = group.files.filter((path) => path.includes("/profiles/") && !removals.has(path));
	for (const file of profiles) result(`  ${dim("file")}     ${deployment}/${file}`);
	for (const file of removals) result(`  ${dim("removal")}  ${deployment}/${file}`);
	if (lacks > 0) result(`  ${dim("file")}     ${yellow(`${lacks} not written`)}, see below`);
	result(`  ${dim("hosts")}    ${group.hosts.length}: ${shorten(group.hosts)}`);
	if (group.identities.length > 0) result(`  ${dim("identity")} ${group.identities.join(", ")}`);
	if (group.openedBeyond > 0) {
		const own = `${deployment}/groups/${group.name}/egress.txt`;
		result(
			`           the deployment's one list opens ${group.openedBeyond} more than this group needs: ${own} is exact`,
		);
	}
	result(`  ${dim("device")}   ${device(group)}`);
	result(`  ${dim("effect")}   ${effect(group.timeBound)}`);
	result(`  ${dim("handover")} ${deployment}/groups/${group.name}/HANDOVER.md ${dim("(which file for which tool)")}`);
}

/** When every running app has what its device has got. */
function effect({ since, recheckMinutes, relaunchHours }: TimeBound): string {
	const hours = `within ${relaunchHours} hour${relaunchHours === 1 ? "" : "s"} more`;
	const restart = relaunchHours === 0 ? "and restarts at once" : `and restarts ${hours}`;
	return `once delivered, an app of ${since} or later sees it within ${recheckMinutes} minutes ${restart}; an older one at its next start`;
}

function device({ takesOverDevice, takenOverBy }: GroupSummary): string {
	if (!takesOverDevice) return "stays the user's to configure: only app-behaviour keys are set";
	const [first, ...others] = takenOverBy.includes("inferenceProvider")
		? ["inferenceProvider", ...takenOverBy.filter((key) => key !== "inferenceProvider")]
		: takenOverBy;
	const keys = `${first}${others.length > 0 ? ` and ${others.length} more keys` : ""}`;
	// The Admin Console hands out its settings where the app keeps local ones, which are not read then.
	return `taken over by ${keys}: local settings become read-only, and those of the Admin Console are not read`;
}

export function shorten(hosts: readonly string[]): string {
	const shown = hosts.slice(0, 5).join(", ");
	return hosts.length > 5 ? `${shown} and ${hosts.length - 5} more (see egress.txt)` : shown || "none";
}

export function shortened(lines: readonly string[]): string[] {
	const others = lines.length - 20;
	const shown = others > 1 ? [...lines.slice(0, 20), `and ${others} more`] : lines;
	return shown.map(printable);
}

export function printList(
	title: string,
	lines: readonly string[],
	{ result, colors }: Pick<Output, "result" | "colors">,
): void {
	if (lines.length === 0) return;
	result("");
	result(colors.bold(title));
	for (const line of lines) result(`  ${line}`);
}

/** Files below the reason they share. */
function omissionLines(omitted: Summary["omitted"]): string[] {
	const paths = byKey(omitted.map(({ because, path }) => [because, path]));
	return [...paths].flatMap(([reason, lacking]) => [reason, ...lacking.map((path) => `  ${path}`)]);
}
