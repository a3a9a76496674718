import { expect, test } from "vitest";
import { DeploymentError, error, formatProblem, formatProblems, warning } from "../src/problem.js";

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
