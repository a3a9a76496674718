import { describe, expect, it } from "vitest";
import { awsDnsFirewall } from "../../../src/firewall/aws/dns-firewall.js";
import { describeEffect, type RuleRequest } from "../../../src/firewall/backend.js";
import { formatProblem } from "../../../src/problem.js";
import { planned, rulesOf } from "../cases.js";

function resourcesOf(entries: readonly string[], options: object = {}, request: Partial<RuleRequest> = {}) {
	const hosts = entries.map(planned);
	return awsDnsFirewall.render({ deployment: "eu", hosts, ...request }, options).value?.plan?.resources ?? [];
}

function ofKind(resources: ReturnType<typeof resourcesOf>, kind: string) {
	return resources.filter(({ type }) => type === `AWS::Route53Resolver::${kind}`).map(({ properties }) => properties);
}

const telemetry = { host: "telemetry.example.org", reasons: [] };

describe("rules", () => {
	const rules = ofKind(
		resourcesOf(["llm.example.com", "*.sentry.io"], {}, { denied: [telemetry] }),
		"FirewallRuleGroup.FirewallRules",
	);

	it("block what is denied first and everything else last, and trust where planned names lead", () => {
		expect(rules).toMatchObject([
			{ priority: 100, action: "BLOCK", blockResponse: "NXDOMAIN" },
			{ priority: 1000, action: "ALLOW", firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN" },
			{ priority: 9000, action: "BLOCK", blockResponse: "NXDOMAIN" },
		]);
	});

	it("stand before the VPC is attached", () => {
		const resources = resourcesOf(["llm.example.com"], { association: { vpcId: "vpc-0123456789abcdef0" } });
		expect(resources.at(-1)).toMatchObject({ id: "association", after: ["allow-1-rule", "rest-rule"] });
		expect(resources.at(-1)?.properties.priority).toBe(9000);
	});
});

it("takes a thousand domains into each list", () => {
	const names = Array.from({ length: 2001 }, (_, index) => `h${index}.example.com`);
	const lists = ofKind(resourcesOf(names), "FirewallDomainList");
	expect(lists.map(({ domains }) => (domains as readonly string[]).length)).toEqual([1000, 1000, 1, 1]);
	const rules = ofKind(resourcesOf(names), "FirewallRuleGroup.FirewallRules");
	expect(rules.map(({ priority }) => priority)).toEqual([1000, 1010, 1020, 9000]);
});

it("changes the domains of a list alone when a host comes", () => {
	const [before, after] = [["llm.example.com"], ["a.example.com", "llm.example.com"]].map((entries) =>
		resourcesOf(entries, { association: { vpcId: "vpc-0123456789abcdef0" } }),
	);
	const withoutDomains = (resources: typeof before) =>
		JSON.parse(JSON.stringify(resources), (name, value) => (name === "domains" ? [] : value));
	expect(withoutDomains(after)).toEqual(withoutDomains(before));
});

it("writes each name, whatever covers it, because nobody says how deep a wildcard reaches", () => {
	const entries = ["*.sentry.io", "*.ingest.us.sentry.io", "o1.ingest.us.sentry.io", "my_host.example.com", "10.0.0.5"];
	const { files, effects } = rulesOf(awsDnsFirewall, entries);
	expect(files[0]?.content).toBe("*.ingest.us.sentry.io\n*.sentry.io\no1.ingest.us.sentry.io\n");
	expect(effects.map((effect) => describeEffect("awsDnsFirewall", effect)).sort()).toEqual([
		"awsDnsFirewall: *.sentry.io may also match sentry.io, and may not match every depth below it (unverified) (widened)",
		"awsDnsFirewall: 10.0.0.5 is an address, which no resolver is asked for (dropped)",
		"awsDnsFirewall: my_host.example.com has an underscore, which no list of domains takes (dropped)",
	]);
});

it("has names that the resolver takes, however long those of deployment and group are", () => {
	const longest = { deployment: `a${"-".repeat(30)}`, group: `b${"-".repeat(30)}`, denied: [telemetry] };
	const names = resourcesOf(["llm.example.com"], {}, longest).map(({ name }) => name);
	for (const name of names) expect(name).toMatch(/^(?!\d+$)[a-zA-Z0-9-_' ]{1,64}$/);
	expect(new Set(names.slice(0, 3)).size).toBe(3);
});

it("refuses what is more than any resolver is asked to look through", () => {
	const hosts = Array.from({ length: 50_001 }, (_, index) => planned(`h${index}.example.com`));
	expect(awsDnsFirewall.render({ deployment: "eu", hosts }, {}).problems.map(formatProblem)).toEqual([
		expect.stringMatching(/would be 50001 domains, in lists of a thousand; at most 50000 are written$/),
	]);
});
