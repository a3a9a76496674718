import { isAddress } from "../../host.js";
import type { RuleRequest } from "../backend.js";
import { type Family, families, familyOf, ofFamily } from "../families.js";
import { portsOf } from "../port-hosts.js";
import { atMost, stableParts } from "../stable-parts.js";
import type { Place } from "./priorities.js";
import type { PolicyRuleMatch } from "./properties.js";

/** A rule of a firewall policy, where it stands, and what it is called by. */
export interface PolicyRule {
	readonly role: string;
	readonly place: Place;
	readonly slot: number;
	readonly action: "allow" | "deny";
	readonly match: PolicyRuleMatch;
	/** What it is about, for its description. */
	readonly about: string;
}

/** How many rules the names of one port may be split into, for each family of sources. */
const parts = 256;

/** Where other rules begin among those of one place. */
const slots = { names: { 4: 0, 6: parts }, addresses: { 4: 600, 6: 700 }, rest: { 4: 998, 6: 999 } } as const;

/** Sources of a rule; without ranges it is for everybody. */
interface Source {
	readonly family: Family;
	readonly ranges?: readonly string[];
}

const everything = [{ ipProtocol: "all" }];
const everywhere = { 4: "0.0.0.0/0", 6: "::/0" } as const;

/** The rules of hosts that a policy can express; undefined where they are too many. */
export function policyRules(
	{ hosts, clients, denied = [] }: RuleRequest,
	isDedicated: boolean,
	most: number,
): readonly PolicyRule[] | undefined {
	const sources = sourcesOf(clients);
	const bySource = clients ? sources : [{ family: 4 } as const];
	const rules: PolicyRule[] = [];
	const addNames = (
		names: readonly string[],
		role: string,
		rule: Pick<PolicyRule, "place" | "action" | "about"> & Pick<PolicyRuleMatch, "layer4Configs">,
	) => {
		const split = stableParts(names, atMost(most), parts);
		const { layer4Configs, ...rest } = rule;
		for (const { family, ranges } of bySource) {
			for (const [first, destFqdns] of split ?? []) {
				const match = { ...from(ranges), destFqdns, layer4Configs };
				const slot = slots.names[family] + first;
				rules.push({ ...rest, role: `${role}${suffixOf(family)}${first === 0 ? "" : `-${first}`}`, slot, match });
			}
		}
		return split !== undefined;
	};
	for (const { port, alone } of portsOf(hosts)) {
		const layer4Configs = [{ ipProtocol: "tcp", ports: [String(port)] }];
		const shared = { place: port, action: "allow", about: `TCP ${port}` } as const;
		const names = alone.filter((name) => !isAddress(name));
		if (!addNames(names, `allow-${port}`, { ...shared, layer4Configs })) return undefined;
		for (const { family, ranges } of sources) {
			const addresses = ofFamily(alone.filter(isAddress), family);
			if (addresses.length === 0) continue;
			const destIpRanges = addresses.map(networkOf);
			const role = `allow-${port}-addresses${suffixOf(family)}`;
			const match = { ...from(ranges), destIpRanges, layer4Configs };
			rules.push({ ...shared, role, slot: slots.addresses[family], match });
		}
	}
	const closing = { place: "last", action: "deny" } as const;
	const names = denied.map(({ host }) => host);
	if (!addNames(names, "deny", { ...closing, about: "denied by name", layer4Configs: everything })) return undefined;
	// Whoever it is: an address outside of the clients' networks is none to trust more.
	for (const family of isDedicated ? families : []) {
		const match = { destIpRanges: [everywhere[family]], layer4Configs: everything };
		const role = `deny-rest${suffixOf(family)}`;
		rules.push({ ...closing, role, slot: slots.rest[family], match, about: "everything else" });
	}
	return rules;
}

function sourcesOf(clients: readonly string[] | undefined): readonly Source[] {
	if (!clients) return families.map((family) => ({ family }));
	return families
		.map((family) => ({ family, ranges: ofFamily(clients, family) }))
		.filter(({ ranges }) => ranges.length > 0);
}

function from(ranges: readonly string[] | undefined): Pick<PolicyRuleMatch, "srcIpRanges"> {
	return ranges ? { srcIpRanges: ranges } : {};
}

function suffixOf(family: Family): string {
	return family === 6 ? "-ipv6" : "";
}

function networkOf(address: string): string {
	return `${address}/${familyOf(address) === 6 ? 128 : 32}`;
}
