import { isAddress } from "../host.js";
import { commentOf } from "./comment.js";
import type { PlannedNames } from "./port-hosts.js";

/** A list as the API takes it. */
export interface GatewayList {
	readonly name: string;
	readonly type: "DOMAIN" | "IP";
	readonly description: string;
	readonly items: readonly { readonly value: string; readonly description: string }[];
}

/** The lists that some hosts come to. */
export interface ListSet {
	/** Names that are meant exactly. */
	readonly exact: readonly GatewayList[];
	/** Names whose subdomains are meant. */
	readonly below: readonly GatewayList[];
	readonly addresses: readonly GatewayList[];
}

/** Lists of at most so many entries, each with a name of its own that begins alike. */
export function listSetOf(of: PlannedNames, prefix: string, title: string, most: number): ListSet {
	const lists = (kind: string, type: GatewayList["type"], hosts: readonly string[]): GatewayList[] =>
		Array.from({ length: Math.ceil(hosts.length / most) }, (_, index) => ({
			name: `${prefix}-${kind}-${index + 1}`,
			type,
			description: title,
			items: hosts
				.slice(index * most, (index + 1) * most)
				.map((value) => ({ value, description: commentOf(of.named(value)) })),
		}));
	return {
		exact: lists(
			"exact",
			"DOMAIN",
			of.alone.filter((name) => !isAddress(name)),
		),
		below: lists("below", "DOMAIN", of.topmost),
		addresses: lists("addresses", "IP", of.alone.filter(isAddress)),
	};
}

export function allLists({ exact, below, addresses }: ListSet): GatewayList[] {
	return [...exact, ...below, ...addresses];
}

/** Fields of a kind of policy. */
export interface Fields {
	/** The name that is asked for. */
	readonly host: string;
	/** The name with every domain that it lies in, itself too. */
	readonly domains: string;
	readonly address?: string;
}

/**
 * What matches a host of the lists; undefined where there are none. A list is named where its UUID is to stand, as in
 * https://developers.cloudflare.com/cloudflare-one/traffic-policies/expression-syntax/#list-handling.
 */
export function matchOf(lists: ListSet, { host, domains, address }: Fields): string | undefined {
	const matches = [
		...lists.exact.map(({ name }) => `${host} in $<${name}>`),
		...lists.below.map(({ name }) => `(any(${domains}[*] in $<${name}>) and not(${host} in $<${name}>))`),
		...(address === undefined ? [] : lists.addresses.map(({ name }) => `${address} in $<${name}>`)),
	];
	return matches.length === 0 ? undefined : `(${matches.join(" or ")})`;
}
