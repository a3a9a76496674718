import type { RuleRequest } from "../backend.js";
import { atMost, stableParts } from "../stable-parts.js";
import type { DeviceOptions } from "./devices.js";

/** Into how many rules of their own sources may be split. */
export const sourceSlots = 16;

/** Conditions of a matcher, of which one must hold. */
export function anyOf(conditions: readonly string[]): string {
	return conditions.length === 1 ? conditions.join() : `(${conditions.join(" || ")})`;
}

/**
 * Whom rules are for, as one condition for each rule that it takes, by slot: devices in one of the networks, on machines of
 * one of the tags or accounts. Without a condition they are for everybody who reaches the gateway. Each has eight logical
 * operators at most; undefined where the slots are too few.
 */
export function proxySources(
	{ clients = [] }: RuleRequest,
	{ secureTags = [], serviceAccounts = [] }: DeviceOptions,
): ReadonlyMap<number, string | undefined> | undefined {
	const networks = clients.map((network) => `inIpRange(source.ip, '${network}')`);
	const machines = [
		...secureTags.map((tag) => `source.matchTag('${tag}')`),
		...serviceAccounts.map((account) => `source.matchServiceAccount('${account}')`),
	];
	if (networks.length === 0 && machines.length === 0) return new Map([[0, undefined]]);
	if (networks.length > 0 && machines.length > 0) return crossed(networks, machines);
	const parts = stableParts([...networks, ...machines], atMost(8), sourceSlots);
	return parts && new Map([...parts].map(([slot, some]) => [slot, anyOf(some)]));
}

function crossed(networks: readonly string[], machines: readonly string[]): ReadonlyMap<number, string> | undefined {
	const side = Math.sqrt(sourceSlots);
	const [from, on] = [stableParts(networks, atMost(4), side), stableParts(machines, atMost(4), side)];
	if (!from || !on) return undefined;
	const conditions = [...from].flatMap(([row, some]) =>
		[...on].map(([column, others]) => [row * side + column, `${anyOf(some)} && ${anyOf(others)}`] as const),
	);
	return new Map(conditions);
}
