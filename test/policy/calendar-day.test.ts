import { expect, test } from "vitest";
import { calendarDay, daysBetween } from "../../src/policy/calendar-day.js";
import { checkShape } from "../../src/shape/check-shape.js";

test("days are those of the calendar", () => {
	const faults = (day: string) => checkShape(calendarDay, day, { at: [] }).length;
	for (const day of ["2027-03-31", "2028-02-29", "2026-12-01"]) expect(faults(day)).toBe(0);
	for (const day of ["2027-02-29", "2027-04-31", "2027-13-01", "2027-1-1", "soon", ""]) expect(faults(day)).toBe(1);
});

test("days are counted across months and years", () => {
	expect(daysBetween("2027-02-28", "2027-03-01")).toBe(1);
	expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
	expect(daysBetween("2027-01-01", "2026-12-31")).toBe(-1);
});
