import { createHash } from "node:crypto";
import type { Family } from "./families.js";
import type { AddressGroup } from "./forti-gate-addresses.js";
import { type CliEntry, quote, setList } from "./fortios-cli.js";
import { ruleIds } from "./rule-ids.js";
import { shortName } from "./short-name.js";

/** Policies that a rule set has for ports; two more are for denied hosts and for the rest. */
export const portPolicies = 8;
const policies = portPolicies + 2;

/** Rule sets that have ten ids of their own each: so many that two do not meet in practice. */
const owners = 10_000_000;

/** https://docs.fortinet.com/document/fortigate/6.4.9/cli-reference/319620 */
const longestPolicyName = 35;

interface Grouped extends AddressGroup {
	readonly family: Family;
}

export interface PolicyRequest {
	/** What names the rule set. */
	readonly owner: string;
	readonly families: readonly Family[];
	/** Groups of the networks that devices come from; none where they are everywhere. */
	readonly sources: readonly Grouped[];
	readonly openings: readonly {
		readonly port: number;
		readonly service: string;
		readonly groups: readonly Grouped[];
	}[];
	readonly denied: readonly Grouped[];
	readonly options: {
		readonly sourceInterfaces: readonly string[];
		readonly destinationInterfaces: readonly string[];
		readonly firstPolicyId?: number;
		readonly nat?: boolean;
		readonly denyRest?: boolean;
	};
}

/** What one policy says; nothing of a family where it is not for its addresses. */
interface Saying {
	readonly isOpen: boolean;
	readonly service: string;
	readonly comment: string;
	readonly destinations: Readonly<Partial<Record<Family, string>>>;
}

/**
 * All policies of a rule set in the order in which they decide: ports, denied hosts, the rest. Those that have nothing to
 * say are disabled, and deny, so that a revision disables what an earlier one opened.
 */
export function policyEntries(request: PolicyRequest): CliEntry[] {
	const { owner, families, openings, denied, options } = request;
	const first = (options.firstPolicyId ?? 1_000_000) + policies * blockOf(owner);
	const ports = ruleIds(
		openings.map(({ port }) => String(port)),
		0,
		portPolicies,
	);
	const sayings = new Map<number, Saying>(
		openings
			.filter(({ groups }) => groups.length > 0)
			.map(({ port, service, groups }) => [
				ports.get(String(port)) ?? 0,
				{ isOpen: true, service, comment: `planned hosts on TCP port ${port}`, destinations: namesOf(groups) },
			]),
	);
	if (denied.length > 0) {
		const destinations = namesOf(denied);
		sayings.set(portPolicies, { isOpen: false, service: "ALL", comment: "denied hosts", destinations });
	}
	if (options.denyRest) {
		const destinations = Object.fromEntries(families.map((family) => [family, "all"]));
		sayings.set(portPolicies + 1, { isOpen: false, service: "ALL", comment: "everything else", destinations });
	}
	return Array.from({ length: policies }, (_, slot) => ({
		edit: first + slot,
		commands: commandsOf(request, first + slot, sayings.get(slot)),
	}));
}

/** Which ten ids are those of a rule set. */
function blockOf(owner: string): number {
	return createHash("sha256").update(owner).digest().readUInt32BE() % owners;
}

function namesOf(groups: readonly Grouped[]): Partial<Record<Family, string>> {
	return Object.fromEntries(groups.map(({ family, name }) => [family, name]));
}

function commandsOf({ owner, sources, options }: PolicyRequest, id: number, saying: Saying | undefined): string[] {
	const { sourceInterfaces, destinationInterfaces, nat = true } = options;
	const source = namesOf(sources);
	const addresses = ([4, 6] as const).flatMap((family) => {
		const ending = family === 6 ? "6" : "";
		const to = saying?.destinations[family];
		if (saying && to === undefined) return [`unset srcaddr${ending}`, `unset dstaddr${ending}`];
		return [
			setList(`srcaddr${ending}`, [saying ? (source[family] ?? "all") : "all"]),
			setList(`dstaddr${ending}`, [to ?? "all"]),
		];
	});
	return [
		`set name ${quote(`${shortName(owner, longestPolicyName - 1 - String(id).length)} ${id}`)}`,
		setList("srcintf", sourceInterfaces),
		setList("dstintf", destinationInterfaces),
		`set action ${saying?.isOpen ? "accept" : "deny"}`,
		`set status ${saying ? "enable" : "disable"}`,
		...addresses,
		'set schedule "always"',
		setList("service", [saying?.service ?? "ALL"]),
		...(saying?.isOpen ? [`set nat ${nat ? "enable" : "disable"}`] : []),
		"set logtraffic all",
		`set comments ${quote(saying?.comment ?? "not in use")}`,
	];
}
