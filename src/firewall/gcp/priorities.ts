import { createHash } from "node:crypto";
import { integer } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";
import type { Claim, RuleRequest } from "../backend.js";
import type { RulePlan } from "../rule-plan.js";

/** Where priorities begin unless a block says so. */
export const defaultFirstPriority = 1_000_000;

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
	return (place, slot) =>
		first + (group === undefined ? forAll(place) : forGroup(`${group} ${first}`, place)) * span + slot;
}

function forAll(place: Place): number {
	if (place === "first") return 0;
	return place === "last" ? behindPorts : place;
}

/** A place among many for each group, in the same order; another first priority gives others, where two have the same. */
function forGroup(group: string, place: Place): number {
	const digest = createHash("sha256").update(`${group} ${place}`).digest().readUInt32BE();
	if (place === "first") return 100_000 + (digest % 200_000);
	return place === "last" ? 1_900_000 + (digest % 200_000) : 300_000 + (digest % 1_600_000);
}

/** Priorities of rules, which the policy gives to no others. */
export function claimsOf(plan: RulePlan, policy: string): Claim[] {
	return plan.resources.flatMap(({ properties: { priority } }) =>
		typeof priority === "number" ? [{ what: `priority ${priority} of policy ${policy}`, option: "firstPriority" }] : [],
	);
}

/** What other rules in a policy that stands have to know. */
export function sharedPolicyNote(policy: string, first: number): string {
	return `these rules take priorities of policy ${policy} from ${first} on, each of which one rule alone can have: rules of other deployments there need a firstPriority of their own`;
}

/** The last priority that Google takes is 2147483547. */
export const firstPriority: Member = {
	shape: integer({ min: 0, max: 40_000_000 }),
	summary: "Priority before all of these rules, which keep some 65 million behind it.",
	default: defaultFirstPriority,
};
