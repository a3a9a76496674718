import { createHash } from "node:crypto";
import { integer } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";
import type { RuleRequest } from "../backend.js";

/** How many rules may stand at one place. */
const span = 1000;

const behindPorts = 65_536;

/** Where rules stand in a policy: before those of ports, at a port, or behind them. */
export type Place = "first" | number | "last";

/**
 * Priorities of rules in a policy, where each has its own and a lower one is asked before. They follow from the place
 * alone, so that no other rule moves one: with the first priority 1000000, rules of port 443 begin at 1443000. Rules of
 * one group have places of their own, by the digest of its name, beside those of other groups in the same policy.
 */
export function prioritiesFrom(
	first: number,
	{ group }: Pick<RuleRequest, "group">,
): (place: Place, slot: number) => number {
	return (place, slot) => first + (group === undefined ? forAll(place) : forGroup(group, place)) * span + slot;
}

function forAll(place: Place): number {
	if (place === "first") return 0;
	return place === "last" ? behindPorts : place;
}

/** A place among many for each group, in the same order. The policy refuses two rules of one priority. */
function forGroup(group: string, place: Place): number {
	const digest = createHash("sha256").update(`${group} ${place}`).digest().readUInt32BE();
	if (place === "first") return 100_000 + (digest % 200_000);
	return place === "last" ? 1_900_000 + (digest % 200_000) : 300_000 + (digest % 1_600_000);
}

/** The last priority that Google takes is 2147483547. */
export const firstPriority: Member = {
	shape: integer({ min: 0, max: 40_000_000 }),
	summary: "Priority before all of these rules, which keep some 65 million behind it.",
	default: 1_000_000,
};
