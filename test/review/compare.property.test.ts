import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAddress } from "../../src/egress/plan.js";
import { canonicalJson, type JsonValue } from "../../src/json.js";
import { compare } from "../../src/review/compare.js";
import type { Finding } from "../../src/review/finding.js";
import type { ReviewedDeployment } from "../../src/review/reviewed-deployment.js";
import { subjects } from "../../src/review/subjects/index.js";
import { type Editable, edits, plain } from "./edits.js";
import { reviewed } from "./reviewed.js";

/** Edits that can be made one after another, of the deployment without a cloud. */
const small = edits.filter(({ of }) => of === plain);

function edited(chosen: readonly number[]): ReviewedDeployment | undefined {
	const deployment: Editable = structuredClone(plain);
	try {
		for (const index of chosen) small[index]?.edit(deployment);
		return reviewed(deployment);
	} catch {
		// Some go only without others, such as a setting of a group that is gone.
		return undefined;
	}
}

const made = new Map<string, ReviewedDeployment | undefined>();
const deployment = fc.uniqueArray(fc.nat(small.length - 1), { maxLength: 3 }).map((chosen) => {
	const key = chosen.join();
	if (!made.has(key)) made.set(key, edited(chosen));
	return made.get(key);
});
const pair = fc.tuple(deployment, deployment);

function findings(before: ReviewedDeployment, after: ReviewedDeployment): readonly Finding[] {
	return compare({ name: "a", deployments: [before] }, { name: "b", deployments: [after] }).findings;
}

const opposite = { added: "removed", removed: "added", changed: "changed" } as const;

function told({ groups, subject, change, before, after }: Finding): string {
	return canonicalJson([subject, groups, change, before ?? null, after ?? null] satisfies JsonValue);
}

function seenFromBehind({ groups, subject, change, before, after }: Finding): string {
	return canonicalJson([subject, groups, opposite[change], after ?? null, before ?? null] satisfies JsonValue);
}

test("a deployment held against itself changes nothing in meaning", () => {
	fc.assert(
		fc.property(deployment, (one) => {
			if (one) expect(findings(one, structuredClone(one))).toEqual([]);
		}),
	);
});

test("from behind the same is told, the other way round", () => {
	const isRenamed = ({ rule }: Finding) => rule === "group-renamed";
	fc.assert(
		fc.property(pair, ([one, other]) => {
			if (!one || !other) return;
			const [there, back] = [findings(one, other), findings(other, one)];
			// A group that has another name is called by the newer one, either way.
			if (there.some(isRenamed)) expect(back.some(isRenamed)).toBe(true);
			else expect(back.map(seenFromBehind).sort()).toEqual(there.map(told).sort());
		}),
	);
});

test("every host that differs is named once for each group", () => {
	const rules = Object.keys(subjects.hosts.rules);
	fc.assert(
		fc.property(pair, ([one, other]) => {
			if (!one || !other) return;
			const found = findings(one, other);
			if (found.some(({ rule }) => rule === "group-renamed")) return;
			const named = found
				.filter(({ rule }) => rules.includes(rule))
				.flatMap(({ groups, subject }) => groups.map((group) => `${group} ${subject}`));
			expect(new Set(named).size).toBe(named.length);
			expect(named.sort()).toEqual(differing(one, other).sort());
		}),
	);
});

function differing(one: ReviewedDeployment, other: ReviewedDeployment): string[] {
	const groups = [...new Set([...Object.keys(one.groups), ...Object.keys(other.groups)])];
	return groups.flatMap((group) => {
		const [before, after] = [one, other].map(
			({ groups: all }) =>
				new Map(
					(all[group]?.egress.hosts ?? []).map((host) => [
						formatAddress(host),
						canonicalJson([
							host.operator,
							...host.reasons.map(({ because: _, source: __, ...facts }) => facts as unknown as JsonValue),
						]),
					]),
				),
		);
		const addresses = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
		return [...addresses]
			.filter((address) => before?.get(address) !== after?.get(address))
			.map((address) => `${group} ${address}`);
	});
}

test("every rule that speaks is its subject's, with a grade and words of its own", () => {
	const ids = Object.values(subjects).flatMap(({ rules }) => Object.keys(rules));
	expect(new Set(ids).size).toBe(ids.length);
	for (const { title, rules } of Object.values(subjects)) {
		expect(title).not.toBe("");
		for (const [id, { title: sentence, because }] of Object.entries(rules)) {
			expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
			expect(sentence).toMatch(/^[A-Z].*\.$/);
			expect(because).toMatch(/^[a-z].*[^.]$/);
		}
	}
});
