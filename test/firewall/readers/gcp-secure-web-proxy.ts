import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

interface Resource {
	readonly id: string;
	readonly type: string;
	readonly properties: {
		readonly values: string[];
		readonly priority: number;
		readonly basicProfile: string;
		readonly sessionMatcher: string;
	};
}

type Lists = ReadonlyMap<string, readonly string[]>;

/**
 * https://cloud.google.com/secure-web-proxy/docs/policies-and-rules-overview: the matching rule of the lowest number
 * decides, and what none matches is denied.
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const { resources }: { readonly resources: Resource[] } = JSON.parse(onlyFile(files, "resources.json"));
	const ofType = (type: string) => resources.filter((each) => each.type === `networksecurity.googleapis.com/${type}`);
	const lists: Lists = new Map(ofType("UrlList").map(({ id, properties }) => [`<late:${id}.id>`, properties.values]));
	for (const values of lists.values()) for (const value of values) checkEntry(value);
	const rules = ofType("GatewaySecurityPolicyRule")
		.map(({ properties }) => properties)
		.sort((a, b) => a.priority - b.priority)
		.map((rule) => ({ ...rule, holds: matcher(rule.sessionMatcher, lists) }));
	if (new Set(rules.map(({ priority }) => priority)).size < rules.length) throw new Error("two rules of one priority");
	return (probe) => {
		const decisive = rules.find(({ holds }) => holds(probe));
		return decisive?.basicProfile === "ALLOW" ? "open" : "closed";
	};
}

/** Expressions of the language, as far as rules here use it: https://cloud.google.com/secure-web-proxy/docs/cel-matcher-language-reference */
function matcher(text: string, lists: Lists): (probe: Probe) => boolean {
	const operators = text.match(/&&|\|\|/g) ?? [];
	if (operators.length > 12) throw new Error(`${operators.length} logical operators`);
	const parts = text.split(" && ").map((part) => {
		const [, inner = part] = /^\((.*)\)$/.exec(part) ?? [];
		return inner.split(" || ").map((condition) => conditionOf(condition, lists));
	});
	return (probe) => parts.every((conditions) => conditions.some((holds) => holds(probe)));
}

function conditionOf(text: string, lists: Lists): (probe: Probe) => boolean {
	const [, list] = /^inUrlList\(host\(\), '([^']+)'\)$/.exec(text) ?? [];
	if (list !== undefined) {
		const values = lists.get(list);
		if (!values) throw new Error(`no list: ${list}`);
		return ({ host }) =>
			values.some((value) => (value.startsWith("*.") ? host.endsWith(value.slice(1)) : value === host));
	}
	const [, port] = /^destination\.port == (\d+)$/.exec(text) ?? [];
	if (port !== undefined) return (probe) => probe.port === Number(port);
	const [, host] = /^host\(\) == '([^']+)'$/.exec(text) ?? [];
	if (host !== undefined) return (probe) => probe.host === host;
	const isSource =
		/^inIpRange\(source\.ip, '[0-9a-f.:]+\/\d+'\)$/.test(text) ||
		/^source\.match(Tag\('tagValues\/\d+'\)|ServiceAccount\('[a-z0-9@.-]+'\))$/.test(text);
	if (isSource) return ({ stranger = false }) => !stranger;
	throw new Error(`no condition: ${text}`);
}

/** https://cloud.google.com/secure-web-proxy/docs/url-list-syntax-reference */
function checkEntry(value: string): void {
	if (!/^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(value) || !value.includes("."))
		throw new Error(`no entry: ${value}`);
}
