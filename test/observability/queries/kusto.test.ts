import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { cached } from "../../support/cached.js";
import { run } from "../../support/programs.js";
import { queriesOf, questionsOf } from "./every-query.js";

const language = cached("kusto-language-12.4.1", "node_modules", "@kusto", "language-service-next");
const program = path.join(import.meta.dirname, "..", "programs", "kusto.cjs");

/** What the language page says the query reads, so that the parser knows names and types. */
const table =
	"let OTelLogs = datatable(TimeGenerated: datetime, Attributes: dynamic, ResourceAttributes: dynamic)[];\n";

function faults(queries: readonly string[]): readonly (readonly string[])[] {
	const whole = JSON.stringify(queries.map((query) => `${table}${query}`));
	return JSON.parse(run(process.execPath, [program, language], {}, whole));
}

describe.skipIf(!existsSync(language))("Microsoft's parser of Kusto, which .ci/run installs", () => {
	test("takes every query, and knows every name and type in it", () => {
		const queries = new Map([...queriesOf("kusto"), ...questionsOf("kusto")]);
		expect(queries.size).toBe(13 + 9);
		const found = faults([...queries.values()]);
		expect([...queries.keys()].map((name, index) => [name, found[index]])).toEqual(
			[...queries.keys()].map((name) => [name, []]),
		);
	});

	test("refuses what is no query of that table", () => {
		const wrong = [
			'OTelLogs\n| where Attribute["a"] == "b"',
			'OTelLogs\n| where tostring(Attributes["a"]) in ("b"',
			'OTelLogs\n| where todouble(Attributes["a"]) contains_cs "b"',
			"OTelLogs\n| summarize Measure = counts() by bin(TimeGenerated, 1h)",
			"OTelLogs\n| where Measure > 3",
			"OTelLogs\n| orders by TimeGenerated desc",
		];
		expect(faults(wrong).map((found) => found.length > 0)).toEqual(wrong.map(() => true));
	});
});
