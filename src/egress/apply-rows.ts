import { oncePer } from "../once-per.js";
import { type FleetVersions, fleetMeets } from "../version.js";
import type { EgressContext } from "./context.js";
import type { Destination } from "./destination.js";
import { operatorOf } from "./operator.js";
import { type EgressHost, formatAddress, type Reason } from "./plan.js";
import type { EgressRow } from "./row.js";
import { allOf, everyVersion, noVersion, type Windows } from "./windows.js";

/** What rows give a group. */
export interface RowHosts {
	/** What is equal for two groups is the same object, by which all that follows is told sooner. */
	readonly hosts: readonly EgressHost[];
	/** Those of them that the app adds to the list of the agent's sandbox. */
	readonly added: readonly EgressHost[];
}

/** Rows that follow one after another and hold under one condition, which is looked at once for all. */
interface Family {
	readonly condition: Pick<EgressRow, "needs" | "platforms" | "when">;
	readonly rows: readonly AppliedRow[];
}

interface AppliedRow {
	readonly opensSandbox: boolean;
	/** The hosts of a group where the condition holds for these versions. */
	hosts(context: EgressContext, called: Windows): readonly EgressHost[];
}

/** Makes rows ready to be asked by one group of a fleet after another. */
export function applyRows(rows: readonly EgressRow[], fleet: FleetVersions): (context: EgressContext) => RowHosts {
	const families = familiesOf(rows, fleet);
	return (context) => {
		const hosts: EgressHost[] = [];
		const added: EgressHost[] = [];
		for (const { condition, rows } of families) {
			const called = holdsAt(condition, context);
			if (called.length === 0) continue;
			for (const row of rows) {
				const named = row.hosts(context, called);
				// A list may be longer than a call takes arguments.
				for (const host of named) {
					hosts.push(host);
					if (row.opensSandbox) added.push(host);
				}
			}
		}
		return { hosts, added };
	};
}

function familiesOf(rows: readonly EgressRow[], fleet: FleetVersions): Family[] {
	const families: { condition: EgressRow; rows: AppliedRow[] }[] = [];
	for (const row of rows) {
		const applied = applyRow(row, fleet);
		const last = families.at(-1);
		if (!applied) continue;
		if (last && sameCondition(last.condition, row)) last.rows.push(applied);
		else families.push({ condition: row, rows: [applied] });
	}
	return families;
}

function sameCondition(a: EgressRow, b: EgressRow): boolean {
	return a.needs === b.needs && a.platforms === b.platforms && a.when === b.when;
}

function holdsAt({ needs, platforms, when }: Family["condition"], context: EgressContext): Windows {
	if (needs !== undefined && !context.has(needs)) return noVersion;
	if (platforms && !platforms.some((each) => context.configuration.platforms.includes(each))) return noVersion;
	return when ? when(context) : everyVersion;
}

/** Undefined where the row holds for no app of the fleet. */
function applyRow(row: EgressRow, fleet: FleetVersions): AppliedRow | undefined {
	const own = windowsOf(row);
	const inFleet = (windows: Windows) => windows.filter((window) => fleetMeets(fleet, window));
	if (inFleet(own).length === 0) return undefined;
	const known = new Map<string, EgressHost>();
	const hostAt = (destination: Destination, windows: Windows): EgressHost => {
		const { speaks = "" } = destination;
		const name = `${formatAddress(destination)} ${speaks} ${windows === own ? "" : windowsText(windows)}`;
		const before = known.get(name);
		if (before) return before;
		const host = toHost(row, destination, windows);
		known.set(name, host);
		return host;
	};
	const { hosts } = row;
	return {
		opensSandbox: row.opensSandbox ?? false,
		hosts(context, called) {
			const fixed = called === everyVersion ? fixedHosts(row) : undefined;
			if (fixed) return fixed;
			const windows = called === everyVersion ? own : inFleet(allOf(own, called));
			if (windows.length === 0) return [];
			const destinations = typeof hosts === "function" ? hosts(context) : hosts;
			return destinations.map((host) => hostAt(host, windows));
		},
	};
}

/**
 * What a row names whatever the group and the fleet, made for the first group of any deployment that gets it; undefined
 * where the group decides.
 */
const fixedHosts = oncePer((row: EgressRow): readonly EgressHost[] | undefined => {
	const { hosts } = row;
	if (typeof hosts === "function") return undefined;
	const windows = windowsOf(row);
	return hosts.map((destination) => toHost(row, destination, windows));
});

function toHost(row: EgressRow, destination: Destination, windows: Windows): EgressHost {
	return {
		...destination,
		operator: operatorOf(destination.host, row.operator),
		reasons: windows.map((window) => reasonOf(row, window)),
	};
}

function reasonOf(
	{ feature, key, because, ifDenied, data, closedBy, requirement, source }: EgressRow,
	window: Windows[number],
): Reason {
	const said = { ...(data !== undefined && { data }), ...(closedBy && { closedBy }) };
	return { feature, key, because, ifDenied, ...said, requirement, ...window, source };
}

/** The versions that a row holds for by itself. */
function windowsOf({ since, until }: EgressRow): Windows {
	return since || until ? [{ ...(since && { since }), ...(until && { until }) }] : everyVersion;
}

function windowsText(windows: Windows): string {
	return windows.map(({ since = "", until = "" }) => `${since}-${until}`).join();
}
