import { expect, test } from "vitest";
import {
	DeploymentError,
	error,
	formatProblem,
	formatProblems,
	gatherProblems,
	type Problem,
	warning,
	withWordsBefore,
} from "../src/problem.js";

test("a problem is one line, whatever stands in it", () => {
	const problem = {
		...error("rule", ["settings", "a\nb"], "unknown value \u001b[31m\r\n"),
		location: { file: "d\n.yaml", line: 1, column: 2 },
	};
	expect(formatProblem(problem)).toBe('settings["a\\nb"] (d\\u000a.yaml:1:2): unknown value \\u001b[31m\\u000d\\u000a');
});

test("a thousand problems are a line each", () => {
	const problems = Array.from({ length: 1000 }, (_, index) => error("rule", [index], "is wrong"));
	expect(formatProblems(problems)).toEqual(problems.map(formatProblem));
});

test("of ten thousand problems a hundred are shown, errors first, and how many there are", () => {
	const problems = Array.from({ length: 10_000 }, (_, index) =>
		(index < 9_990 ? warning : error)("rule", [index], "is wrong"),
	);
	const lines = formatProblems(problems);
	expect(lines).toHaveLength(101);
	expect(lines.slice(9, 11)).toEqual(["[9999]: is wrong", "warning: [0]: is wrong"]);
	expect(lines.at(-1)).toBe("and 9900 more problems, of 10000; mend these first");
	expect(new DeploymentError(problems).message).toBe(lines.join("\n"));
	expect(new DeploymentError(problems).problems).toHaveLength(10_000);
});

/** What a firewall says of a host. */
function ofHost(word: string, host: string, says = "is open too"): Problem {
	const alike = { before: "", host, says, cure: "close it" };
	return { ...warning("rule-widened", ["firewall", word], `${host} ${says}; close it`), alike };
}

test("what is alike for several hosts is one line that names each, where the first stood", () => {
	const other = warning("rule", ["app"], "is old");
	const problems = [ofHost("squid", "a.example"), other, ofHost("squid", "b.example"), ofHost("squid", "c.example")];
	expect(formatProblems(problems)).toEqual([
		"warning: firewall.squid: each of 3 hosts is open too: a.example, b.example, c.example; close it",
		"warning: app: is old",
	]);
	// As data each stays for itself.
	expect(new DeploymentError(problems).problems).toHaveLength(4);
});

test("of a great many hosts a line names the first, and says how many more there are and where", () => {
	const hosts = (count: number) => Array.from({ length: count }, (_, index) => `${index}.example`);
	const line = (count: number) => formatProblems(hosts(count).map((host) => ofHost("squid", host)));
	expect(line(50)).toEqual([
		`warning: firewall.squid: each of 50 hosts is open too: ${hosts(50).join(", ")}; close it`,
	]);
	expect(line(1000)).toEqual([
		`warning: firewall.squid: each of 1000 hosts is open too: ${hosts(50).join(", ")}, and 950 more (--json and egress.json name each); close it`,
	]);
});

test.each<[string, Problem]>([
	["of another block", ofHost("rpz", "b.example")],
	["with other words", ofHost("squid", "b.example", "is closed")],
	["by another rule", { ...ofHost("squid", "b.example"), code: "rule-narrowed" }],
	["as an error", { ...ofHost("squid", "b.example"), severity: "error" }],
	["for a group", withWordsBefore("for group pilot, ", ofHost("squid", "b.example"))],
	["in another file", { ...ofHost("squid", "b.example"), location: { file: "b.yaml", line: 1, column: 1 } }],
])("what is said %s is a line of its own", (_, other) => {
	const problems = [ofHost("squid", "a.example"), other];
	expect(gatherProblems(problems)).toEqual(problems);
	expect(formatProblems(problems)).toEqual(problems.map(formatProblem));
});

test("words stand before the message of those that are put together, too", () => {
	const problems = ["a.example", "b.example"].map((host) =>
		withWordsBefore("for group pilot, ", ofHost("squid", host)),
	);
	expect(problems.map(formatProblem)[0]).toBe(
		"warning: firewall.squid: for group pilot, a.example is open too; close it",
	);
	expect(formatProblems(problems)).toEqual([
		"warning: firewall.squid: for group pilot, each of 2 hosts is open too: a.example, b.example; close it",
	]);
});
