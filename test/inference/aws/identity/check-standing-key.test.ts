import { describe, expect, it } from "vitest";
import { checkStandingKey } from "../../../../src/inference/aws/identity/check-standing-key.js";
import { formatProblem } from "../../../../src/problem.js";

const at = ["inference", "bedrock", "provision", "bearerKey"];
const now = new Date("2026-11-29T12:00:00Z");
const said = (key: { expiry: string; age?: string; saidAge?: string }) =>
	checkStandingKey({ name: "shared.current", age: "90", saidAge: "90", ...key }, now, at).map(formatProblem);
const then =
	"and devices that hold it call nothing from then on; make the next one with a new label under current, and put this one's under previous until devices have changed over";
const where = "warning: inference.bedrock.provision.bearerKey";

describe("the end of a key", () => {
	it.each([
		["never", []],
		["2027-02-27T12:00:00Z", []],
		["2026-12-29T12:00:01Z", []],
		["2026-12-29T12:00:00Z", [`${where}: key shared.current ends on 2026-12-29, in 30 days, ${then}`]],
		["2026-11-30T11:00:00Z", [`${where}: key shared.current ends on 2026-11-30, in 1 day, ${then}`]],
		["2026-11-01T00:00:00Z", [`${where}: key shared.current ended on 2026-11-01, ${then}`]],
	])("%s", (expiry, expected) => {
		expect(said({ expiry })).toEqual(expected);
	});
});

describe("the age of a key", () => {
	it.each([
		["90", "180", "was made for 90 days and stays so; one for 180 days needs a new label under current"],
		["90", "never", "was made for 90 days and stays so; one without an end needs a new label under current"],
		["never", "90", "was made without an end and stays so; one for 90 days needs a new label under current"],
	])("%s stays, whatever is said later: %s", (age, saidAge, message) => {
		expect(said({ expiry: "never", age, saidAge })).toEqual([`${where}.ageDays: key shared.current ${message}`]);
	});
});
