import { describe, expect, it } from "vitest";
import { accessUntil, checkAccessEnd } from "../../../../src/inference/google/access/condition.js";
import { formatProblem } from "../../../../src/problem.js";
import { checkShape } from "../../../../src/shape/check-shape.js";

describe("the end of access", () => {
	const problems = (time: string) => checkShape(accessUntil.shape, time, { at: ["accessUntil"] }).map(formatProblem);

	it.each(["2027-03-31T00:00:00Z", "2028-02-29T23:59:59Z", "2000-02-29T00:00:00Z"])("%s is a time", (time) => {
		expect(problems(time)).toEqual([]);
	});

	it.each(["2027-02-29", "2027-02-31", "2100-02-29", "2027-04-31"])("no calendar has a %s", (day) => {
		expect(problems(`${day}T00:00:00Z`)).toEqual([
			`accessUntil: is no time: there is no ${day}; expected one such as 2027-03-31T00:00:00Z`,
		]);
	});

	it.each(["2027-13-01T00:00:00Z", "2027-03-31", "2027-03-31T00:00:00+01:00", '2027-03-31T00:00:00Z") || true || ("'])(
		"%s is of no form that Google takes",
		(time) => {
			expect(problems(time)).toEqual(["accessUntil: is no time; expected one such as 2027-03-31T00:00:00Z"]);
		},
	);

	it("is told once it is past", () => {
		const on = (now: string) => checkAccessEnd("2027-03-31T00:00:00Z", new Date(now), ["accessUntil"]);
		expect(on("2027-03-30T23:59:59Z")).toEqual([]);
		expect(on("2027-03-31T00:00:00Z").map(formatProblem)).toEqual([
			"warning: accessUntil: is past, so that nobody of this deployment may call a model; give a later time, or leave it out for access without an end",
		]);
	});
});
