import { expect, test } from "vitest";
import { checkTableRegion } from "../../../../src/inference/aws/models/check-region.js";
import { formatProblem } from "../../../../src/problem.js";

test.each([
	["eu-central-1", "error", []],
	["us-gov-west-1", "error", []],
	// Its partition has no table, and is refused with another sentence.
	["cn-north-1", "error", []],
	["eu-central-9", "error", ['deployment: no region of the table of 2026-07; did you mean "eu-central-1"?']],
	["eu-central-9", "warning", ['warning: deployment: no region of the table of 2026-07; did you mean "eu-central-1"?']],
] as const)("%s as %s", (region, severity, problems) => {
	expect(checkTableRegion(region, severity).map(formatProblem)).toEqual(problems);
});
