import type { RepositoryOptions } from "../deployment/repository-files.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import type { PlannedScope } from "../publication/check-published.js";
import { findGone } from "../publication/gone-scopes.js";
import { plannedScopes, scopeRequests } from "../publication/planned-scopes.js";
import type { FoundPublication } from "../publication/published.js";
import { type ReadingOptions, readPublished } from "../publication/read-published.js";
import { moveLines, type RingMove, ringMoves } from "../publication/ring-moves.js";
import { type RingReport, ringReports } from "../publication/ring-report.js";
import { CommandExit } from "./exit.js";
import { type Output, printJson } from "./output.js";
import { orExit, type PublishingStore, publishingStores, storeLine } from "./publishing-stores.js";
import { readDeployment } from "./read-deployment.js";
import { type SignersOptions, takeSigners } from "./read-signers.js";

export interface RingsOptions extends RepositoryOptions, SignersOptions {
	/** Reads files with a secret as well, where they have a place of their own. */
	readonly secrets?: boolean;
	readonly json?: boolean;
}

/** A store with what each ring of it has. */
interface StoreRings extends PublishingStore {
	/** Of groups that the file no longer names, too. */
	readonly found: FoundPublication;
	readonly reports: readonly RingReport[];
}

/** Shows what each ring has in each store, and the lines that move it. */
export async function rings(file: string, options: RingsOptions, output: Output): Promise<void> {
	const read = await readDeployment(file, options, output);
	const scopes = plannedScopes(read.deployment);
	const signers = takeSigners(read, options);
	if (!signers && read.deployment.publication?.sign) output.notice(notVerified);
	const reading = { ...(signers && { signers }), ...(options.secrets && { withSecrets: true }) };
	const stores = await Promise.all(
		(await publishingStores(read, output)).map((each) =>
			readStore(each, { deployment: read.deployment.name, scopes, reading }),
		),
	);
	const moves = ringMoves(
		scopes,
		stores.map(({ reports }) => reports),
	);
	const wrong = stores.flatMap((each) => each.found.problems.map((problem) => storeLine(each, problem)));
	const disagreed = moves.disagreed.map(
		({ scope, ring }) => `stores name different revisions for ring ${ring} of ${whose(scope.group)}; run pulumi up`,
	);
	if (options.json) printJson(output, document(read.deployment.name, stores, moves));
	else {
		for (const store of stores) await printStore(read.deployment.name, store, output);
		const { at } = read;
		printMoves("To promote, hold a ring at what the ring before it has now", { at, moves: moves.promotions }, output);
		printMoves("To go back, hold a ring at what it had before", { at, moves: moves.rollbacks }, output);
	}
	const lines = [...wrong, ...disagreed];
	if (lines.length > 0) throw new CommandExit(1, ...lines);
}

const notVerified =
	"signatures are not verified: publish.sign names no publicKeys, whose files openssl pkey -pubout writes; --public-key does for once";

interface StoreRequest {
	readonly deployment: string;
	readonly scopes: readonly PlannedScope[];
	readonly reading: ReadingOptions;
}

async function readStore(
	{ store, opened }: PublishingStore,
	{ deployment, scopes, reading }: StoreRequest,
): Promise<StoreRings> {
	const gone = await orExit(store, () => findGone(opened, deployment, scopes));
	const all = [...scopes, ...(gone.value ?? []).map((each): PlannedScope => ({ scope: each, rings: [], at: [] }))];
	const requests = scopeRequests(all).map((request) => ({ ...request, isThorough: true as const }));
	const { published, problems } = await orExit(store, () => readPublished(opened, requests, reading));
	const found = { published, problems: [...gone.problems, ...problems] };
	return { store, opened, found, reports: ringReports(all, found) };
}

function whose(group: string | undefined): string {
	return group === undefined ? "the perimeter" : `group ${group}`;
}

async function printStore(deployment: string, { store, opened, found, reports }: StoreRings, output: Output) {
	const { result, colors } = output;
	result(`${colors.bold(`${deployment} in ${store}`)}  ${opened.general.title}`);
	if (!found.published.place.exists) {
		result("  is not there yet: nothing was published\n");
		return;
	}
	const { table } = await import("./table.js");
	const groups = new Set(reports.filter(({ isDeclared }) => isDeclared).map(({ scope }) => scope.group));
	const rows = reports.map((report) => [
		report.scope.group ?? "(perimeter)",
		report.ring,
		report.revision?.slice(0, shownDigits) ?? "",
		stateOf(report, groups.has(report.scope.group)),
		report.since?.replace(/\.\d+Z$/, "Z") ?? "",
		manifestOf(report),
	]);
	result(table(["group", "ring", "revision", "state", "since", "manifest"], rows, output));
	result("");
}

/** As many digits tell revisions apart. */
const shownDigits = 12;

function stateOf({ state, isDeclared }: RingReport, isOfGroup: boolean): string {
	const words = { newest: "newest", held: "held", none: "nothing published", unreadable: "not readable" };
	return isDeclared ? words[state] : `${words[state]}, no ${isOfGroup ? "ring" : "group"} of the file`;
}

function manifestOf({ manifest, expires }: RingReport): string {
	if (manifest === undefined) return "";
	return expires === undefined ? manifest : `${manifest}, removed by the store on ${expires.slice(0, 10)}`;
}

function printMoves(
	title: string,
	{ at, moves }: { readonly at: Path; readonly moves: readonly RingMove[] },
	{ result, data, colors }: Output,
): void {
	if (moves.length === 0) return;
	result(colors.bold(title));
	// They go into the deployment file.
	for (const line of moveLines(moves, at)) data(`  ${line}`);
	result("");
}

function document(deployment: string, stores: readonly StoreRings[], moves: ReturnType<typeof ringMoves>) {
	return {
		deployment,
		stores: stores.map(({ store, opened, found, reports }) => ({
			store,
			place: opened.general.title,
			...found.published.place,
			rings: reports.map(({ scope, ...report }) => ({ group: scope.group ?? null, ...report })),
			problems: found.problems.map(problemOf),
		})),
		promotions: moves.promotions.map(moveOf),
		rollbacks: moves.rollbacks.map(moveOf),
		disagreed: moves.disagreed.map(moveOf),
	};
}

function moveOf<Move extends Pick<RingMove, "scope">>({ scope, ...move }: Move) {
	return { group: scope.group ?? null, ...move };
}

function problemOf({ severity, code, path: [key], message }: Problem) {
	return { severity, code, key, message };
}
