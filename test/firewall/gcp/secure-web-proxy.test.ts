import { describe, expect, it } from "vitest";
import type { RuleRequest } from "../../../src/firewall/backend.js";
import { blockShape } from "../../../src/firewall/block-shape.js";
import { type GcpSecureWebProxyOptions, gcpSecureWebProxy } from "../../../src/firewall/gcp/secure-web-proxy.js";
import { formatProblem } from "../../../src/problem.js";
import { checkShape } from "../../../src/shape/check-shape.js";
import { planned } from "../cases.js";

const place = { location: "europe-west3" };

function outcomeOf(
	entries: readonly string[],
	options: Partial<GcpSecureWebProxyOptions> = {},
	request: Partial<RuleRequest> = {},
) {
	return gcpSecureWebProxy.render(
		{ deployment: "eu", hosts: entries.map(planned), ...request },
		{ ...place, ...options },
	);
}

function problemsOf(...parameters: Parameters<typeof outcomeOf>): string[] {
	return outcomeOf(...parameters).problems.map(formatProblem);
}

function matchersOf(...parameters: Parameters<typeof outcomeOf>): Record<string, unknown> {
	const resources = outcomeOf(...parameters).value?.plan?.resources ?? [];
	const rules = resources.filter(({ type }) => type.endsWith("PolicyRule"));
	return Object.fromEntries(rules.map(({ id, properties }) => [id, properties.sessionMatcher]));
}

const networks = (count: number) => Array.from({ length: count }, (_, index) => `10.${index}.0.0/16`);
const tags = (count: number) => Array.from({ length: count }, (_, index) => `tagValues/${index + 1}`);

describe("a matcher", () => {
	it("asks for list and port", () => {
		expect(matchersOf(["a.example.com", "*.example.net:8443"])).toEqual({
			"allow-443": "inUrlList(host(), '<late:list-allow-443.id>') && destination.port == 443",
			"allow-8443": "inUrlList(host(), '<late:list-allow-8443.id>') && destination.port == 8443",
		});
	});

	it("compares what a list has no words for, an address or a name without a dot", () => {
		expect(matchersOf(["10.0.0.5", "llm"])).toEqual({
			"allow-443-hosts": "(host() == '10.0.0.5' || host() == 'llm') && destination.port == 443",
		});
	});

	it("has an address of IPv6 dropped, whose spelling nothing says", () => {
		expect(outcomeOf(["[2001:db8::1]"]).value?.effects).toMatchObject([{ kind: "dropped", host: "2001:db8::1" }]);
	});

	it("asks for the network, and for the machine as well where both are said", () => {
		expect(matchersOf(["a.example.com"], { secureTags: tags(1) }, { clients: networks(2) })["allow-443"]).toBe(
			"inUrlList(host(), '<late:list-allow-443.id>') && destination.port == 443 && (inIpRange(source.ip, '10.0.0.0/16') || inIpRange(source.ip, '10.1.0.0/16')) && source.matchTag('tagValues/1')",
		);
	});

	it.each<[string, Pick<GcpSecureWebProxyOptions, "secureTags">, Pick<RuleRequest, "clients">]>([
		["networks", {}, { clients: networks(30) }],
		["tags", { secureTags: tags(30) }, {}],
		["both", { secureTags: tags(5) }, { clients: networks(5) }],
	])("never has more than twelve logical operators, with many %s", (_, options, request) => {
		const entries = ["a.example.com", ...Array.from({ length: 9 }, (_, index) => `192.0.2.${index}`)];
		const matchers = Object.values(matchersOf(entries, options, request)).map(String);
		expect(matchers.length).toBeGreaterThan(2);
		for (const matcher of matchers) expect((matcher.match(/&&|\|\|/g) ?? []).length).toBeLessThanOrEqual(12);
		for (const asked of [...(options.secureTags ?? []), ...(request.clients ?? [])])
			expect(matchers.some((matcher) => matcher.includes(`'${asked}'`))).toBe(true);
	});

	it("is refused where sources cannot be split any more", () => {
		expect(problemsOf(["a.example.com"], {}, { clients: networks(255) })).toEqual([
			"deployment: has more hosts or sources than its rules can be split for",
		]);
	});
});

describe("options", () => {
	it("give a policy that stands no rules for everybody, and no gateway", () => {
		const gateway = { network: "n", subnetwork: "s" };
		expect(problemsOf([], { policy: "perimeter", gateway })).toEqual([
			"policy: serves others, too, to whom these rules would open hosts; say clients, secureTags or serviceAccounts, or leave this out",
			"gateway: is for a policy of its own; that of policy has its gateway where it stands",
		]);
	});

	it("refuse a network of IPv6 that the proxy cannot compare", () => {
		expect(problemsOf([], {}, { clients: ["2001:db8::/96"] })).toEqual([
			"clients: has 2001:db8::/96, of which the proxy compares at most 64 bits",
		]);
	});

	it.each<[string, object]>([
		["no region", {}],
		["a zone", { location: "europe-west3-a" }],
		["a port that is none", { ...place, gateway: { network: "n", subnetwork: "s", ports: [0] } }],
		["a network that looks like the policy", { ...place, gateway: { network: "<late:policy.id>", subnetwork: "s" } }],
		["a gateway without a subnet", { ...place, gateway: { network: "n" } }],
		["a tag that leaves its quotes", { ...place, secureTags: ["tagValues/1') || ('1' == '1"] }],
	])("do not take %s", (_, block) => {
		expect(checkShape(blockShape(gcpSecureWebProxy), block, { at: [] })).toHaveLength(1);
	});
});

it("a host that goes takes its list along when it was the last, and touches no other", () => {
	const ids = (...entries: string[]) => outcomeOf(entries).value?.plan?.resources.map(({ id }) => id);
	expect(ids("a.example.com", "b.example.com:8443")).toEqual([
		"list-allow-443",
		"list-allow-8443",
		"policy",
		"allow-443",
		"allow-8443",
	]);
	expect(ids("a.example.com")).toEqual(["list-allow-443", "policy", "allow-443"]);
});
