import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { formatAddress, type Reason } from "../../src/egress/plan.js";
import type { Platform } from "../../src/profiles/format.js";
import { type AppVersion, newestKnownVersion, oldestKnownVersion } from "../../src/version.js";
import { type Circumstances, planOf } from "../support/configuration.js";
import { readFacts } from "../support/facts.js";
import { type RowCase, type RowProof, rowCases } from "./row-cases.js";

interface Row {
	readonly id: string;
	readonly feature: string;
	readonly key: string | null;
	readonly hosts: readonly string[];
	readonly requirement: Reason["requirement"];
	readonly since?: AppVersion;
	readonly until?: AppVersion;
	readonly platforms?: readonly Platform[];
	readonly because: string;
	readonly ifDenied: string;
}

interface Table {
	readonly rows: readonly Row[];
}

const copy = readFileSync(path.resolve(import.meta.dirname, "egress-rows.json"), "utf8");
const { rows: table }: Table = JSON.parse(copy);

test("every row of the table has cases, and every case a row", () => {
	expect(Object.keys(rowCases).sort()).toEqual(table.map(({ id }) => id).sort());
});

describe.each(table.map((row) => [row.id, row] as const))("row %s", (id, row) => {
	const { holds, not, hosts = row.hosts }: RowProof = rowCases[id] ?? { holds: [], not: [] };

	test.each(holds)("holds with $settings", ({ settings, circumstances }) => {
		expect(addresses(row, settings, circumstances)).toEqual([...new Set(hosts)].sort());
	});

	test.each(not)("does not hold with $settings", ({ settings, circumstances }) => {
		expect(addresses(row, settings, { oldest: oldestMeeting(row), ...circumstances })).toEqual([]);
	});

	const elsewhere = holds.flatMap((each) => outside(row, each));
	if (elsewhere.length > 0) {
		test("holds for its own versions and platforms alone", () => {
			for (const { settings, circumstances } of elsewhere) expect(addresses(row, settings, circumstances)).toEqual([]);
		});
	}
});

const facts = readFacts<Table>("egress-rows.json");

test.skipIf(facts === undefined)("the copy of the table is whole (needs egress-rows.json)", () => {
	expect(table).toMatchObject(facts?.rows.map(({ id, hosts, because }) => ({ id, hosts, because })) ?? []);
});

/** The addresses that a plan has by a row, which its texts, its requirement and its versions tell. */
function addresses(row: Row, settings: RowCase["settings"], circumstances: Circumstances = {}): string[] {
	return planOf(settings, circumstances)
		.hosts.filter(({ reasons }) => reasons.some((reason) => isOf(reason, row)))
		.map(formatAddress)
		.sort();
}

function isOf(reason: Reason, row: Row): boolean {
	const { feature, key, because, requirement, since, until } = row;
	if (reason.feature !== feature || reason.key !== key || reason.because !== because) return false;
	if (reason.requirement !== requirement || reason.since !== since || reason.until !== until) return false;
	expect(reason.ifDenied ?? "Nothing stops working").toBe(
		reason.ifDenied === null ? row.ifDenied.slice(0, "Nothing stops working".length) : row.ifDenied,
	);
	return true;
}

/** A fleet that has the row: for what closes it, the newest apps tell, where they have it. */
function oldestMeeting({ until }: Row): AppVersion {
	return until ? oldestKnownVersion : newestKnownVersion;
}

/** The same settings where the row does not hold: before it, after it, on other platforms. */
function outside({ since, until, platforms }: Row, { settings, circumstances }: RowCase): RowCase[] {
	const others = (["macos", "windows", "linux"] as const).filter((each) => !platforms?.includes(each));
	return [
		...(since ? [{ newest: before(since), oldest: oldestKnownVersion }] : []),
		...(until ? [{ oldest: until }] : []),
		...(platforms ? [{ platforms: others }] : []),
	].map((where) => ({ settings, circumstances: { ...circumstances, ...where } }));
}

function before(version: AppVersion): AppVersion {
	const [major, minor, patch] = version.split(".").map(Number) as [number, number, number];
	return patch > 0 ? `${major}.${minor}.${patch - 1}` : `${major}.${minor - 1}.99`;
}
