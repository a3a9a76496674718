import { describe, expect, test } from "vitest";
import { readFacts } from "../../support/facts.js";
import { type Binding, isAt, isBoundBy, type Row, saidOf } from "./binding.js";
import { capabilityRules } from "./capabilities.js";
import { connectorRules } from "./connectors.js";
import { elsewhere } from "./elsewhere.js";
import { appliesToRow, rowsOfAForm } from "./forms.js";
import { pluginRules } from "./plugins.js";
import { signInRules } from "./sign-in.js";
import { telemetryRules } from "./telemetry.js";

const bindings: readonly Binding[] = [
	...signInRules,
	...capabilityRules,
	...connectorRules,
	...telemetryRules,
	...pluginRules,
];

describe("each example of a rule gets its decision", () => {
	const rows = bindings.flatMap((binding) =>
		binding.examples.map((example) => [binding.decision, JSON.stringify(example.settings), example] as const),
	);
	test.each(rows)("%s %s", (decision, _, example) => {
		const at = example.at ?? "";
		const said = saidOf(example).filter((problem) => isAt(problem, at));
		const severities = said.map(({ severity }) => severity);
		if (decision === "accept") expect(said).toEqual([]);
		else expect(severities, JSON.stringify(said)).toContain(decision);
		if (decision === "warning") expect(severities).not.toContain("error");
	});
});

const facts = readFacts<{ rules: readonly Row[] }>("value-rules.json")?.rules ?? [];
const decided = facts.filter(({ decision }) => decision !== "note");

describe.skipIf(decided.length === 0)("every rule of the facts is held (needs value-rules.json)", () => {
	test.each(decided.map((row) => [`${row.key} ${row.member ?? ""}: ${row.rule}`, row] as const))("%s", (_, row) => {
		const form = rowsOfAForm.find((each) => appliesToRow(each, row));
		const bound = bindings.filter((binding) => isBoundBy(row, binding));
		const held = elsewhere.some(
			({ key, member = "", words }) => key === row.key && member === (row.member ?? "") && row.rule.includes(words),
		);
		expect(form !== undefined || bound.length > 0 || held).toBe(true);
		expect(bound.map(({ decision }) => decision)).toEqual(bound.map(() => row.decision));
		form?.holds(row);
	});

	test("no binding is of a rule that is gone", () => {
		const stale = bindings.filter((binding) => !decided.some((row) => isBoundBy(row, binding)));
		expect(stale.map(({ keys, member, words }) => [keys, member, words])).toEqual([]);
	});
});
