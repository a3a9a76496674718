import { isAddress } from "../../host.js";
import type { RuleRequest } from "../backend.js";
import { portsOf } from "../port-hosts.js";
import { atMost, stableParts } from "../stable-parts.js";
import type { Place } from "./priorities.js";
import { anyOf, sourceSlots } from "./proxy-sources.js";

/** Names that rules share, as one list. */
export interface UrlList {
	readonly role: string;
	readonly values: readonly string[];
	readonly about: string;
}

/** A rule of a gateway's policy: of a list, or of hosts that stand in it. */
export interface ProxyRule {
	readonly role: string;
	readonly place: Place;
	readonly slot: number;
	readonly action: "ALLOW" | "DENY";
	/** Role of the list. */
	readonly list?: string;
	/** Conditions besides the list, each of which must hold. */
	readonly conditions: readonly string[];
	readonly about: string;
}

export interface ProxyRules {
	readonly lists: readonly UrlList[];
	readonly rules: readonly ProxyRule[];
}

/** Hosts that one matcher compares: with a port and sources they make the twelve logical operators that it takes. */
const hostsAtOnce = 4;

/** Nothing says how many names a list takes: five hundred are more than a deployment has. */
const namesOfList = 500;

/** Into how many parts names, and hosts beside lists, may be split. */
const parts = { names: 32, hosts: 16 };

/**
 * The rules and lists of hosts that a proxy can express; undefined where they are too many.
 *
 * @param sources whom they are for, each a rule of its own
 */
export function proxyRules(
	{ hosts, denied = [] }: RuleRequest,
	sources: ReadonlyMap<number, string | undefined>,
): ProxyRules | undefined {
	const lists: UrlList[] = [];
	const rules: ProxyRule[] = [];
	const add = (rule: Omit<ProxyRule, "role" | "slot">, role: string, kindAndPart: number) => {
		for (const [first, source] of sources) {
			rules.push({
				...rule,
				role: first === 0 ? role : `${role}-from-${first}`,
				slot: kindAndPart * sourceSlots + first,
				conditions: [...rule.conditions, ...(source === undefined ? [] : [source])],
			});
		}
	};
	const addNames = (names: readonly string[], word: string, rule: Omit<ProxyRule, "role" | "slot" | "list">) => {
		const split = stableParts(names, atMost(namesOfList), parts.names);
		for (const [first, values] of split ?? []) {
			const role = partOf(word, first);
			lists.push({ role: `list-${role}`, values, about: rule.about });
			add({ ...rule, list: `list-${role}` }, role, first);
		}
		return split !== undefined;
	};
	for (const { port, topmost, alone } of portsOf(hosts)) {
		const conditions = [`destination.port == ${port}`];
		const rule = { place: port, action: "ALLOW", conditions, about: `TCP ${port}` } as const;
		const names = [...topmost.map((name) => `*.${name}`), ...alone.filter(isListed)];
		const others = stableParts(
			alone.filter((name) => !isListed(name)),
			atMost(hostsAtOnce),
			parts.hosts,
		);
		if (!others || !addNames(names, `allow-${port}`, rule)) return undefined;
		for (const [first, some] of others) {
			const isOne = anyOf(some.map((host) => `host() == '${host}'`));
			add({ ...rule, conditions: [isOne, ...conditions] }, partOf(`allow-${port}-hosts`, first), parts.names + first);
		}
	}
	const names = denied.map(({ host }) => host);
	const rule = { place: "first", action: "DENY", conditions: [], about: "denied by name" } as const;
	return addNames(names, "deny", rule) ? { lists, rules } : undefined;
}

/** A list holds names with a dot. https://cloud.google.com/secure-web-proxy/docs/url-list-syntax-reference */
function isListed(host: string): boolean {
	return host.includes(".") && !isAddress(host);
}

function partOf(word: string, first: number): string {
	return first === 0 ? word : `${word}-${first}`;
}
