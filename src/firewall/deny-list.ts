import { parse as parseSuffix } from "tldts";
import { type EgressHost, formatAddress } from "../egress/plan.js";
import { groupBy } from "../group-by.js";
import { isAddress, parseHostName } from "../host.js";
import { compareText } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import type { Path } from "../path.js";
import { error, isError, type Problem } from "../problem.js";
import { list, object, text, words } from "../shape/build.js";
import type { Member, Rule } from "../shape/shape.js";
import type { DeniedHost, DenyReason } from "./denied-host.js";
import { ancestorsOf } from "./port-hosts.js";
import { type AgentName, agents, sharedDomains } from "./telemetry-hosts.js";

/** Hosts that a rule set denies by name besides what it opens. */
export interface DenyList {
	/** Coding agents whose telemetry is denied. @default none */
	readonly agents?: readonly AgentName[];
	/** Other hosts, each exactly: no wildcard, and no whole domain. @default none */
	readonly hosts?: readonly string[];
}

const exactHost: Rule<string> = (value) => {
	const wildcard = value.startsWith("*.") ? value.slice(2) : undefined;
	const { value: parsed, problems } = parseHostName(wildcard ?? value);
	if (!parsed) return problems;
	const { host } = parsed;
	if (isAddress(host)) return [error("not-a-name", [], "is an address; a deny list names hosts")];
	const isBroad = wildcard !== undefined || sharedDomains.includes(host) || isWholeDomain(host);
	return isBroad
		? [error("broad-domain", [], `is more than one host, which other programs need too; ${nameHosts(host)}`)]
		: [];
};

/** {@link DenyList} as a member of a block. */
export const denyMember: Member = {
	shape: object(
		{
			agents: {
				shape: list(words(Object.keys(agents)), { minItems: 1 }),
				summary: "Coding agents whose telemetry is denied.",
				defaultNote: "none",
			},
			hosts: {
				shape: list(text(exactHost), { minItems: 1 }),
				summary: "Other hosts to deny, each exactly.",
				defaultNote: "none",
			},
		},
		{
			name: "DenyList",
			summary: "Hosts that a rule set denies by name besides what it opens.",
			rules: [
				(list) => (Object.keys(list).length > 0 ? [] : [error("empty", [], "is empty; expected agents or hosts")]),
			],
		},
	),
	summary: "Hosts to deny by name: those of coding agents' telemetry, and others.",
	defaultNote: "none",
};

function isWholeDomain(host: string): boolean {
	const { domain, publicSuffix } = parseSuffix(host);
	return host === domain || host === publicSuffix;
}

function nameHosts(domain: string): string {
	const known = Object.values(agents)
		.flatMap(({ hosts }) => hosts.map(({ host }) => host))
		.filter((host) => host.endsWith(`.${domain}`));
	const names = [...new Set(known)].sort(compareText);
	return `name its hosts${names.length > 0 ? `, such as ${names.join(" and ")}` : " one by one"}`;
}

/** An entry of a list as a deployment writes it: where, which host, and why. */
interface Entry {
	readonly at: Path;
	readonly host: string;
	readonly reason: DenyReason;
	/** What leaves it out again. */
	readonly without: string;
}

/**
 * The hosts that a list comes to, in code-unit order, each once with everybody who sends there. An error for each that
 * would cut what the plan opens; paths start at the list.
 */
export function deniedHosts(list: DenyList, planned: readonly EgressHost[]): Outcome<readonly DeniedHost[]> {
	const entries = [...ofAgents(list), ...ofHosts(list)];
	if (entries.length === 0) return made([]);
	const cut = cutsOf(planned);
	const problems = entries.flatMap((entry) => cut(entry.host).map((host) => cutProblem(entry, host)));
	if (problems.some(isError)) return { problems };
	const hosts = [...groupBy(entries, ({ host }) => host)].sort(([a], [b]) => compareText(a, b));
	return made(hosts.map(([host, same]) => ({ host, reasons: same.map(({ reason }) => reason) })));
}

function ofAgents(list: DenyList): Entry[] {
	return (list.agents ?? []).flatMap((word, index) => {
		const { title, hosts } = agents[word];
		return hosts.map(({ host, unnecessaryWith, source }) => ({
			at: ["agents", index],
			host,
			reason: { agent: title, unnecessaryWith, source },
			without: `leave ${word} out and name its other hosts under deny.hosts`,
		}));
	});
}

function ofHosts(list: DenyList): Entry[] {
	return (list.hosts ?? []).map((text, index) => ({
		at: ["hosts", index],
		// The block was checked.
		host: parseHostName(text).value?.host ?? text,
		reason: { agent: null, unnecessaryWith: null, source: null },
		without: "leave it out here",
	}));
}

/** Tells what of a plan a name is part of, without looking at every host for each name. */
function cutsOf(planned: readonly EgressHost[]): (name: string) => readonly EgressHost[] {
	const byName = (match: EgressHost["match"]) =>
		groupBy(
			planned.filter((host) => host.match === match),
			({ host }) => host,
		);
	const exact = byName("exact");
	const above = byName("subdomains");
	return (name) => [...(exact.get(name) ?? []), ...ancestorsOf(name).flatMap((ancestor) => above.get(ancestor) ?? [])];
}

function cutProblem({ at, host, reason, without }: Entry, planned: EgressHost): Problem {
	const keys = [...new Set(planned.reasons.flatMap(({ key }) => key ?? []))];
	const features = [...new Set(planned.reasons.map(({ feature }) => feature))].join(", ");
	const whose = reason.agent === null ? host : `${host} of ${reason.agent}`;
	const needs = `would cut ${formatAddress(planned)}, which the plan needs for ${features}`;
	// What no setting governs stays needed whatever the others say.
	const isGoverned = planned.reasons.every(({ key }) => key !== null);
	const cure =
		isGoverned && keys.length > 0 ? `change ${keys.join(" and ")} so that it is not needed, or ${without}` : without;
	return error("denies-planned-host", at, `${whose} ${needs}; ${cure}`);
}
