import type { RepositoryOptions } from "../deployment/repository-files.js";
import { byteCount } from "../html/byte-count.js";
import { isError, type Problem } from "../problem.js";
import type { PlannedScope } from "../publication/check-published.js";
import { goneIn } from "../publication/gone-scopes.js";
import { scopeFolder } from "../publication/layout.js";
import { plannedScopes } from "../publication/planned-scopes.js";
import { type PrunePlan, type PruneRequest, planPrune, removeRevision, stillUnneeded } from "../publication/prune.js";
import { CommandExit } from "./exit.js";
import type { Output } from "./output.js";
import { orExit, type PublishingStore, publishingStores, storeLine } from "./publishing-stores.js";
import { readDeployment } from "./read-deployment.js";

export interface PruneOptions extends RepositoryOptions {
	readonly keep: string;
	readonly olderThan: string;
	readonly yes?: boolean;
}

interface PlannedStore extends PublishingStore {
	readonly plan: PrunePlan;
}

/** Shows which revisions nobody needs any more, and removes them where it is told to. */
export async function prune(file: string, options: PruneOptions, output: Output): Promise<void> {
	const keep = count(options.keep, "--keep", 1);
	const olderThanDays = count(options.olderThan, "--older-than", 0);
	const read = await readDeployment(file, options, output);
	const scopes = plannedScopes(read.deployment);
	const request: PruneRequest = {
		deployment: read.deployment.name,
		holds: scopes.flatMap(({ scope, rings }) =>
			rings.flatMap(({ hold }) => (hold === undefined ? [] : [{ scope, revision: hold }])),
		),
		keep,
		olderThanDays,
		now: new Date(),
	};
	// Everything is read, in every store, before anything is removed from one.
	const plans = await planAll(await publishingStores(read, output), request);
	for (const planned of plans) await printPlan(planned, scopes, output);
	if (plans.every(({ plan }) => plan.going.length === 0)) return;
	if (!options.yes) {
		output.result("Nothing was removed; with --yes these are.");
		return;
	}
	const stayed: string[] = [];
	for (const planned of plans) stayed.push(...(await removeAll(planned, output)));
	if (stayed.length > 0) throw new CommandExit(1, ...stayed);
}

/** A whole number that is not below the least. */
function count(written: string, option: string, least: number): number {
	const value = Number(written);
	if (/^\d{1,6}$/.test(written) && value >= least) return value;
	throw new CommandExit(2, `${option} is ${JSON.stringify(written)}; expected a whole number from ${least} on`);
}

async function planAll(stores: readonly PublishingStore[], request: PruneRequest): Promise<readonly PlannedStore[]> {
	const outcomes = await Promise.all(
		stores.map(async (each) => ({ ...each, outcome: await orExit(each.store, () => planPrune(each.opened, request)) })),
	);
	const wrong = outcomes.flatMap((each) => each.outcome.problems.map((problem) => storeLine(each, problem)));
	const planned = outcomes.flatMap(({ outcome: { value: plan }, ...store }) => (plan ? [{ ...store, plan }] : []));
	if (planned.length === outcomes.length) return planned;
	throw new CommandExit(1, ...wrong, "nothing was removed: what cannot be read may name any revision");
}

async function printPlan(
	{ store, opened, plan }: PlannedStore,
	scopes: readonly PlannedScope[],
	output: Output,
): Promise<void> {
	const { going, stock } = plan;
	const { result, colors } = output;
	const all = stock.scopes.reduce((sum, { revisions }) => sum + revisions.length, 0);
	const bytes = going.reduce((sum, each) => sum + each.bytes, 0);
	result(`${colors.bold(store)}  ${opened.general.title}`);
	if (going.length > 0) {
		const { table } = await import("./table.js");
		const rows = going.map((each) => [
			each.scope.group ?? "(perimeter)",
			each.revision,
			each.written.toISOString().slice(0, 10),
			String(each.objects),
			byteCount(each.bytes),
			each.isWhole ? "" : "never completed",
		]);
		result(table(["group", "revision", "written", "objects", "size", ""], rows, output));
	}
	result(`  ${going.length} of ${all} revisions, ${byteCount(bytes)}, are no longer needed`);
	if (stock.strangers > 0)
		result(
			`  ${stock.strangers} ${stock.strangers === 1 ? "object of somebody else's is" : "objects of somebody else's are"} left alone`,
		);
	for (const gone of goneIn(stock, scopes))
		result(
			`  group ${gone.group} is none of the file any more, and its pointers keep what they name: remove ${opened.general.title}${scopeFolder(gone)}/rings/ when no device reads them`,
		);
	result("");
}

/** Removes what was planned, but for what a pointer has come to name since; lines for what is there still by a fault. */
async function removeAll(planned: PlannedStore, { result, notice }: Output): Promise<readonly string[]> {
	const { store, opened, plan } = planned;
	const line = (problem: Problem) => storeLine(planned, problem);
	const stayed: string[] = [];
	let removed = 0;
	let retained = 0;
	for (const { scope } of plan.stock.scopes) {
		const going = plan.going.filter((each) => each.scope.group === scope.group);
		if (going.length === 0) continue;
		const again = await orExit(store, () => stillUnneeded(opened, scope, going));
		if (!again.value) {
			stayed.push(...again.problems.map(line));
			continue;
		}
		for (const revision of again.value) {
			const problems = await removeRevision(opened, revision);
			const isRetained = problems.length > 0 && problems.every(({ code }) => code === "object-retained");
			stayed.push(...problems.filter(isError).map(line));
			for (const each of problems.filter((problem) => !isError(problem))) notice(line(each));
			if (isRetained) retained++;
			else if (problems.length === 0) removed++;
		}
	}
	const kept =
		retained > 0 ? `; ${retained} are kept by a retention, and go when it ends and this command runs again` : "";
	result(`${store}: removed ${removed} revision${removed === 1 ? "" : "s"}${kept}`);
	return stayed;
}
