import { describe, expect, it } from "vitest";
import type { RuleRequest } from "../../../src/firewall/backend.js";
import { blockShape } from "../../../src/firewall/block-shape.js";
import { type GcpFirewallPolicyOptions, gcpFirewallPolicy } from "../../../src/firewall/gcp/firewall-policy.js";
import { formatProblem } from "../../../src/problem.js";
import { checkShape } from "../../../src/shape/check-shape.js";
import { planned } from "../cases.js";

interface Planned {
	readonly id: string;
	readonly name: string;
	readonly properties: {
		readonly priority: number;
		readonly match: { readonly destFqdns?: string[]; readonly srcIpRanges?: string[] };
		readonly targetSecureTags?: object[];
	};
}

function outcomeOf(
	entries: readonly string[],
	options: GcpFirewallPolicyOptions = {},
	request: Partial<RuleRequest> = {},
) {
	return gcpFirewallPolicy.render({ deployment: "eu", hosts: entries.map(planned), ...request }, options);
}

function problemsOf(...parameters: Parameters<typeof outcomeOf>): string[] {
	return outcomeOf(...parameters).problems.map(formatProblem);
}

function rulesOf(...parameters: Parameters<typeof outcomeOf>): Planned[] {
	const resources = outcomeOf(...parameters).value?.plan?.resources ?? [];
	return resources.filter(({ type }) => type.endsWith(".Rule")) as unknown as Planned[];
}

const hosts = (count: number) => Array.from({ length: count }, (_, index) => `host-${index}.example.com`);

describe("priorities", () => {
	it("follow from the port alone", () => {
		const of = (...entries: string[]) =>
			Object.fromEntries(rulesOf(entries, { dedicated: true }).map(({ id, properties }) => [id, properties.priority]));
		expect(of("a.example.com:22", "a.example.com", "a.example.com:65535")).toEqual({
			"allow-22": 1_022_000,
			"allow-443": 1_443_000,
			"allow-65535": 66_535_000,
			"deny-rest": 66_536_998,
			"deny-rest-ipv6": 66_536_999,
		});
		expect(of("a.example.com")["allow-443"]).toBe(1_443_000);
	});

	it("of groups are apart in one policy, in the same order, and below what Google takes", () => {
		const groups = ["finance", "general", "legal", "pilot"];
		const entries = ["a.example.com", "a.example.com:8443", "10.0.0.5"];
		const options = { policy: "perimeter", dedicated: true, firstPriority: 40_000_000 };
		const all = groups.flatMap((group) => rulesOf(entries, options, { group, clients: ["10.20.0.0/16"] }));
		const numbers = all.map(({ properties }) => properties.priority);
		expect(new Set(numbers).size).toBe(numbers.length);
		expect(Math.max(...numbers)).toBeLessThanOrEqual(2_147_483_547);
		const numbersOf = (kind: string) =>
			all.filter(({ id }) => id.startsWith(kind)).map(({ properties }) => properties.priority);
		expect(Math.max(...numbersOf("allow"))).toBeLessThan(Math.min(...numbersOf("deny")));
	});
});

describe("names", () => {
	it("become rules of a hundred, and one more or less changes one rule", () => {
		const [before, after] = [rulesOf(hosts(350)), rulesOf(hosts(351))].map(
			(rules) => new Map(rules.map((rule) => [rule.id, JSON.stringify(rule)])),
		);
		for (const { properties } of rulesOf(hosts(350)))
			expect(properties.match.destFqdns?.length).toBeLessThanOrEqual(100);
		expect([...(after ?? [])].filter(([id, text]) => before?.get(id) !== text)).toHaveLength(1);
		expect([...(before ?? [])].filter(([id]) => !after?.has(id))).toEqual([]);
	});

	it.each([
		["*.example.com", "is a wildcard, for which no addresses can be asked"],
		["my_host.example.com", "is no name as Google takes it, of two labels or more without underscores"],
		["llm", "is no name as Google takes it, of two labels or more without underscores"],
	])("%s is dropped", (entry, because) => {
		expect(outcomeOf([entry]).value?.effects).toMatchObject([{ kind: "dropped", because }]);
	});
});

describe("clients", () => {
	it("of both families are rules apart, each with addresses of its own family", () => {
		const clients = ["10.20.0.0/16", "2001:db8:20::/48"];
		const rules = rulesOf(["a.example.com", "10.0.0.5", "[2001:db8::1]"], {}, { clients });
		expect(rules.map(({ id, properties }) => [id, properties.match.srcIpRanges])).toEqual([
			["allow-443", ["10.20.0.0/16"]],
			["allow-443-ipv6", ["2001:db8:20::/48"]],
			["allow-443-addresses", ["10.20.0.0/16"]],
			["allow-443-addresses-ipv6", ["2001:db8:20::/48"]],
		]);
	});

	it("of one family reach no address of the other", () => {
		const { value } = outcomeOf(["[2001:db8::1]"], {}, { clients: ["10.20.0.0/16"] });
		expect(value?.effects).toMatchObject([
			{ kind: "dropped", because: "is an address of IPv6, and none of the clients' networks is" },
		]);
	});
});

describe("a policy that stands", () => {
	it("is given no rules for everybody", () => {
		expect(problemsOf([], { policy: "perimeter" })).toEqual([
			"policy: serves others, too, to whom these rules would open hosts; say clients, secureTags or serviceAccounts, or dedicated: true",
		]);
		const tags = { secureTags: ["tagValues/1"] };
		for (const options of [tags, { serviceAccounts: ["a@b.iam.gserviceaccount.com"] }, { dedicated: true }])
			expect(problemsOf([], { policy: "perimeter", ...options })).toEqual([]);
		expect(problemsOf([], { policy: "perimeter" }, { clients: ["10.20.0.0/16"] })).toEqual([]);
	});

	it("is not associated, and tags and accounts do not go together", () => {
		const options = {
			policy: "perimeter",
			network: "n",
			secureTags: ["tagValues/1"],
			serviceAccounts: ["a@b.iam.gserviceaccount.com"],
		};
		expect(problemsOf([], options).map((problem) => problem.split(":")[0])).toEqual(["network", "serviceAccounts"]);
	});
});

it("denied hosts come after opened ones, whose addresses they may share", () => {
	const denied = [{ host: "telemetry.example.org", reasons: [] }];
	const rules = rulesOf(["a.example.com"], {}, { denied });
	const [allow, deny] = ["allow-443", "deny"].map((id) => rules.find((rule) => rule.id === id)?.properties.priority);
	expect(allow).toBeLessThan(deny ?? 0);
	expect(outcomeOf([], {}, { denied }).value?.notes?.join()).toContain("a denied host at the address of an opened one");
});

it("says what is not closed, or closed with the rest", () => {
	const notesOf = (options: GcpFirewallPolicyOptions) => outcomeOf([], options).value?.notes?.join("\n") ?? "";
	expect(notesOf({})).toContain("these rules alone close nothing");
	expect(notesOf({ dedicated: true })).toContain("a proxy inside the network neither");
	expect(notesOf({})).toContain("until it is associated with a network");
	expect(notesOf({ network: "n" })).not.toContain("until it is associated");
});

it("more networks than a rule takes are refused", () => {
	const clients = Array.from({ length: 5001 }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
	expect(problemsOf([], {}, { clients })).toEqual([
		"deployment: has 5001 networks in one rule; at most 5000 are possible",
	]);
});

it("names of what is created are Google's, whoever they are for", () => {
	const long = { deployment: `d${"-x".repeat(15)}`, group: "g".repeat(31) };
	for (const request of [{}, { group: "pilot" }, long, { deployment: "eu-" }]) {
		const { value } = outcomeOf(["a.example.com:65535", "[2001:db8::1]:65535"], { network: "n" }, request);
		for (const { name } of value?.plan?.resources ?? []) expect(name).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);
	}
});

it("names of what is created are one deployment's or group's alone", () => {
	const owners = [
		{ deployment: "eu-group-pilot" },
		{ deployment: "eu", group: "pilot" },
		{ deployment: "eu-group", group: "pilot" },
		{ deployment: "eu", group: "group-pilot" },
		{ deployment: "eu-group-a", group: "b" },
		{ deployment: "eu", group: "a-group-b" },
	];
	const names = owners.map((owner) => outcomeOf([], {}, owner).value?.plan?.resources[0]?.name);
	expect(new Set(names).size).toBe(6);
});

describe("the block refuses", () => {
	it.each<[string, object]>([
		["a tag that leaves its quotes", { secureTags: ["tagValues/1') || ('1' == '1"] }],
		["an account that is none", { serviceAccounts: ["somebody@example.com"] }],
		["a policy that looks like what another one is called", { policy: "<late:policy.name>" }],
		["a network that leaves its line", { network: "projects/p/global/networks/n\nx" }],
		["a project that is none", { projectId: "Example Net" }],
		["a priority beyond what is left for the rules", { firstPriority: 2_000_000_000 }],
		["no tags at all", { secureTags: [] }],
	])("%s", (_, block) => {
		expect(checkShape(blockShape(gcpFirewallPolicy), block, { at: [] })).toHaveLength(1);
	});
});
