import ipaddr from "ipaddr.js";
import { isAddress } from "../host.js";
import { type Family, families, familyOf } from "./families.js";
import { type CliEntry, cliTable, quote, setList } from "./fortios-cli.js";
import { shortName } from "./short-name.js";

/** What an address object stands for. */
export interface Target {
	/** A name, a name after `*.`, an address, or a network in CIDR notation. */
	readonly value: string;
	/** Why it is there, on one line. */
	readonly comment: string;
}

/** Longest name of an address or a group: https://docs.fortinet.com/document/fortigate/6.4.9/cli-reference/319620 */
export const longestName = 79;

/** So that no line gets too long for a command line, with names of any length; a group of more is one of groups. */
const membersOfGroup = 40;

/** A group with the addresses that it holds, whole; its members before itself. */
export interface AddressGroup {
	readonly name: string;
	readonly addresses: readonly CliEntry[];
	readonly groups: readonly CliEntry[];
}

/**
 * A group of addresses of one family.
 *
 * @param prefix what every name of these rules begins with
 * @param role what the group is for, which is its own among those of the prefix
 */
export function addressGroup(prefix: string, role: string, family: Family, targets: readonly Target[]): AddressGroup {
	const ending = family === 6 ? "/ipv6" : "";
	const name = shortName(`${prefix}:${role}${ending}`, longestName);
	const members = targets.map(({ value }) => shortName(`${prefix}${ending}/${value}`, longestName));
	const addresses = targets.map((target, index) => ({
		edit: quote(members[index] ?? ""),
		commands: [...addressCommands(target.value, family), `set comment ${quote(target.comment)}`],
	}));
	const entry = (edit: string, some: readonly string[]) => ({ edit: quote(edit), commands: [setList("member", some)] });
	if (members.length <= membersOfGroup) return { name, addresses, groups: [entry(name, members)] };
	const parts = Array.from({ length: Math.ceil(members.length / membersOfGroup) }, (_, index) =>
		entry(
			shortName(`${prefix}:${role}.${index + 1}${ending}`, longestName),
			members.slice(index * membersOfGroup, (index + 1) * membersOfGroup),
		),
	);
	const names = parts.map(({ edit }) => edit);
	return { name, addresses, groups: [...parts, { edit: quote(name), commands: [`set member ${names.join(" ")}`] }] };
}

function addressCommands(value: string, family: Family): string[] {
	const network = networkOf(value);
	if (network === undefined) return ["set type fqdn", `set fqdn ${quote(value)}`];
	if (family === 6) return ["set type ipprefix", `set ip6 ${network}`];
	const [address = "", length = ""] = network.split("/");
	const mask = ipaddr.IPv4.subnetMaskFromPrefixLength(Number(length)).toString();
	return ["set type ipmask", `set subnet ${address} ${mask}`];
}

function networkOf(value: string): string | undefined {
	if (value.includes("/")) return value;
	return isAddress(value) ? `${value}/${familyOf(value) === 6 ? 128 : 32}` : undefined;
}

/** The tables of groups and what they hold, each address once. */
export function addressTables(groups: readonly (AddressGroup & { readonly family: Family })[]): string[] {
	return families.flatMap((family) => {
		const those = groups.filter((group) => group.family === family);
		const addresses = new Map(those.flatMap((group) => group.addresses).map((entry) => [entry.edit, entry]));
		const ending = family === 6 ? "6" : "";
		return [
			...cliTable(`firewall address${ending}`, [...addresses.values()]),
			...cliTable(
				`firewall addrgrp${ending}`,
				those.flatMap((group) => group.groups),
			),
		];
	});
}
