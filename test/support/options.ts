import { expect } from "vitest";
import type { Member } from "../../src/shape/shape.js";

/** Refuses a member that does not say what it does, or what holds where it is absent. */
export function expectDescribed(members: Readonly<Record<string, Member>>): void {
	for (const [name, { summary, required, default: value, defaultNote }] of Object.entries(members)) {
		expect(summary, name).toMatch(/^[A-Z].*\.$/);
		expect(required === true || value !== undefined || defaultNote !== undefined, `${name} has a default`).toBe(true);
	}
}
