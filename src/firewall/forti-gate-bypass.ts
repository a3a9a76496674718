import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { families, familyOf } from "./families.js";
import { addressGroup, addressTables, longestName } from "./forti-gate-addresses.js";
import { cliTable, quote, setList } from "./fortios-cli.js";
import { plannedNames } from "./port-hosts.js";
import { shortName } from "./short-name.js";

/** Stands in a group that has nothing else, because a group without members is refused: names that nobody has (RFC 2606). */
const noName = "nothing.invalid";

/** Addresses for documentation (RFC 5737, RFC 3849), which lead nowhere. */
const noAddress = { 4: "192.0.2.1", 6: "2001:db8::1" } as const;

/**
 * Objects that a profile of SSL inspection exempts: names in a table of their own, which rules over addresses do not use.
 * Its three groups are always there, so that a revision without names or addresses takes out those of an earlier one.
 * https://docs.fortinet.com/document/fortigate/7.4.0/cli-reference/286620
 */
export function bypassLines(prefix: string, hosts: readonly EgressHost[]): string[] {
	// Whatever its port, a name is passed on.
	const all = plannedNames(hosts);
	const names = orElse(
		[...all.topmost.map((name) => `*.${name}`), ...all.alone.filter((name) => !isAddress(name))],
		noName,
	);
	const objects = names.map((name) => ({ edit: quote(shortName(`${prefix}/${name}`, longestName)), name }));
	const group = shortName(prefix, longestName);
	const addresses = families.map((family) => {
		const planned = all.alone.filter((host) => isAddress(host) && familyOf(host) === family);
		const comment = planned.length > 0 ? "not to be opened" : "nothing";
		const targets = orElse(planned, noAddress[family]).map((value) => ({ value, comment }));
		return { family, ...addressGroup(prefix, "bypass", family, targets) };
	});
	return [
		"# Once, in each profile under config firewall ssl-ssh-profile:",
		`# config ssl-exempt, edit 0, set type wildcard-fqdn, set wildcard-fqdn ${quote(group)}`,
		...addresses.map(({ family, name }) => {
			const type = family === 6 ? "address6" : "address";
			return `# config ssl-exempt, edit 0, set type ${type}, set ${type} ${quote(name)}`;
		}),
		...addressTables(addresses),
		...cliTable(
			"firewall wildcard-fqdn custom",
			objects.map(({ edit, name }) => ({ edit, commands: [`set wildcard-fqdn ${quote(name)}`] })),
		),
		...cliTable("firewall wildcard-fqdn group", [
			{
				edit: quote(group),
				commands: [
					setList(
						"member",
						objects.map(({ edit }) => edit.slice(1, -1)),
					),
				],
			},
		]),
	];
}

function orElse(some: readonly string[], nothing: string): readonly string[] {
	return some.length > 0 ? some : [nothing];
}
