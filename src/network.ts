import ipaddr from "ipaddr.js";
import { error } from "./problem.js";
import { list, text } from "./shape/build.js";
import type { ListShape, Rule } from "./shape/shape.js";

/** Refuses what is no network in the form that every firewall reads alike, and what is all networks. */
const checkNetwork: Rule<string> = (value) => {
	const network = networkOf(value);
	if (network === undefined) {
		return [error("no-network", [], "is no network; expected CIDR notation such as 10.20.0.0/16 or 2001:db8::/32")];
	}
	if (network.endsWith("/0"))
		return [error("every-network", [], "is every address there is; name the networks of the devices")];
	return network === value ? [] : [error("no-network", [], `is no network as it is written; write ${network}`)];
};

/** Networks in CIDR notation, such as `10.20.0.0/16`, as rule sets name where devices come from. */
export const networksShape: ListShape = list(text(checkNetwork), { minItems: 1 });

/** Whether every address of a network is in one of some others, all in CIDR notation. */
export function isWithin(network: string, others: readonly string[]): boolean {
	const [address, length] = ipaddr.parseCIDR(network);
	return others.some((other) => {
		const [base, least] = ipaddr.parseCIDR(other);
		return address.kind() === base.kind() && length >= least && address.match(base, least);
	});
}

/** Whether a network begins among addresses that no public network has. */
export function isInternal(network: string): boolean {
	const [address] = ipaddr.parseCIDR(network);
	return ["private", "uniqueLocal", "linkLocal", "loopback", "carrierGradeNat"].includes(address.range());
}

/** The network that an address and a prefix length mean; undefined where there is none. */
function networkOf(value: string): string | undefined {
	if (!ipaddr.isValidCIDR(value)) return undefined;
	const [address, length] = ipaddr.parseCIDR(value);
	const base =
		address.kind() === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(value) : ipaddr.IPv6.networkAddressFromCIDR(value);
	return `${base.toString()}/${length}`;
}
