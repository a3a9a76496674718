import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { addressGroup, addressTables, families, familyOf, longestName } from "./forti-gate-addresses.js";
import { cliTable, quote, setList } from "./fortios-cli.js";
import { plannedNames } from "./port-hosts.js";
import { shortName } from "./short-name.js";

/**
 * Objects that a profile of SSL inspection exempts: names in a table of their own, which rules over addresses do not use.
 * https://docs.fortinet.com/document/fortigate/7.4.0/cli-reference/286620
 */
export function bypassLines(prefix: string, hosts: readonly EgressHost[]): string[] {
	// Whatever its port, a name is passed on.
	const all = plannedNames(hosts);
	const names = [...all.topmost.map((name) => `*.${name}`), ...all.alone.filter((name) => !isAddress(name))];
	const objects = names.map((name) => ({ edit: quote(shortName(`${prefix}/${name}`, longestName)), name }));
	const group = shortName(prefix, longestName);
	const addresses = families.flatMap((family) => {
		const targets = all.alone
			.filter((host) => isAddress(host) && familyOf(host) === family)
			.map((value) => ({ value, comment: "not to be opened" }));
		return targets.length === 0 ? [] : [{ family, ...addressGroup(prefix, "bypass", family, targets) }];
	});
	const exempt = [
		...(names.length > 0
			? [`# config ssl-exempt, edit 0, set type wildcard-fqdn, set wildcard-fqdn ${quote(group)}`]
			: []),
		...addresses.map(({ family, name }) => {
			const type = family === 6 ? "address6" : "address";
			return `# config ssl-exempt, edit 0, set type ${type}, set ${type} ${quote(name)}`;
		}),
	];
	return [
		...(exempt.length > 0 ? ["# Once, in each profile under config firewall ssl-ssh-profile:", ...exempt] : []),
		...addressTables(addresses),
		...cliTable(
			"firewall wildcard-fqdn custom",
			objects.map(({ edit, name }) => ({ edit, commands: [`set wildcard-fqdn ${quote(name)}`] })),
		),
		...(names.length > 0
			? cliTable("firewall wildcard-fqdn group", [
					{
						edit: quote(group),
						commands: [
							setList(
								"member",
								objects.map(({ edit }) => edit.slice(1, -1)),
							),
						],
					},
				])
			: []),
	];
}
