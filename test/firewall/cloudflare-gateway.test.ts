import { describe, expect, it } from "vitest";
import type { RuleRequest } from "../../src/firewall/backend.js";
import { type CloudflareGatewayOptions, cloudflareGateway } from "../../src/firewall/cloudflare-gateway.js";
import { planned } from "./cases.js";

type Render = CloudflareGatewayOptions & Partial<RuleRequest> & { readonly entries: readonly string[] };

function rendered({ entries, dedicated, userGroup, entriesPerList, firstPrecedence, ...request }: Render) {
	const options = Object.entries({ dedicated, userGroup, entriesPerList, firstPrecedence }).filter(
		([, value]) => value !== undefined,
	);
	return cloudflareGateway.render(
		{ deployment: "eu", ...request, hosts: entries.map(planned) },
		Object.fromEntries(options),
	);
}

function documentsOf(request: Render) {
	const files = rendered(request).value?.files ?? [];
	const read = (name: string) => JSON.parse(files.find((each) => each.name === name)?.content ?? "null");
	const policies: Record<string, unknown>[] = read("policies.json");
	const lists: { name: string; type: string; items: { value: string }[] }[] = read("lists.json");
	return { policies, lists, doNotInspect: read("do-not-inspect.json") };
}

describe("policies of Cloudflare Gateway", () => {
	it("are four for every plan, so that each takes the place of the one before", () => {
		const of = (...entries: string[]) => documentsOf({ entries, dedicated: true }).policies.map(({ name }) => name);
		expect(of()).toEqual(of("api.anthropic.com", "llm.example.com:8443"));
		expect(of().length).toBe(4);
	});

	it("take the name of a domain out again", () => {
		const { policies, lists } = documentsOf({ entries: ["*.sentry.io", "api.anthropic.com"], dedicated: true });
		expect(lists.map(({ name, type, items }) => [name, type, items.map(({ value }) => value)])).toEqual([
			["claude-eu-443-exact-1", "DOMAIN", ["api.anthropic.com"]],
			["claude-eu-443-below-1", "DOMAIN", ["sentry.io"]],
		]);
		expect(policies[2]).toEqual({
			name: "Claude egress of deployment eu: planned hosts",
			action: "allow",
			enabled: true,
			filters: ["l4"],
			precedence: expect.any(Number),
			traffic:
				'net.protocol == "tcp" and ((net.dst.port == 443 and (net.sni.host in $<claude-eu-443-exact-1> or (any(net.sni.domains[*] in $<claude-eu-443-below-1>) and not(net.sni.host in $<claude-eu-443-below-1>)))))',
			identity: "",
		});
	});

	it.each<[string, Omit<Render, "entries">, boolean[]]>([
		["nobody says whose devices they are", {}, [false, false, false, false]],
		["an account is for them alone", { dedicated: true }, [false, true, true, true]],
		["their networks are known", { clients: ["10.20.0.0/16"] }, [false, true, true, false]],
		["their users are known", { userGroup: "claude-users" }, [false, true, true, false]],
		[
			"a group is asked for without networks",
			{ group: "pilot", userGroup: "claude-users" },
			[false, false, false, false],
		],
		[
			"a host is denied",
			{ dedicated: true, denied: [{ host: "stats.example.org", reasons: [] }] },
			[true, true, true, true],
		],
	])("are enabled as far as they say something, where %s", (_, more, enabled) => {
		const { policies } = documentsOf({ entries: ["api.anthropic.com"], ...more });
		expect(policies.map((each) => each.enabled)).toEqual(enabled);
	});

	it("and lists take nobody else's place, whatever deployments, groups and perimeters are called", () => {
		const owners: Partial<RuleRequest>[] = [
			{ deployment: "eu-pilot" },
			{ deployment: "eu", group: "pilot" },
			{ deployment: "offices", deployments: ["ap", "eu", "us"] },
			{ deployment: "labs", deployments: ["ap", "eu", "us"] },
		];
		const documents = owners.map((owner) => documentsOf({ entries: ["api.anthropic.com"], dedicated: true, ...owner }));
		const names = documents.flatMap(({ lists, policies }) => [...lists, ...policies].map(({ name }) => name));
		expect(names).toHaveLength(4 * 5);
		expect(new Set(names).size).toBe(4 * 5);
	});

	it("have precedences that those of no other deployment or group have, in their order", () => {
		const owners: Partial<RuleRequest>[] = [
			{ deployment: "eu" },
			{ deployment: "us" },
			{ deployment: "eu-pilot" },
			{ deployment: "eu", group: "pilot" },
			{ deployment: "eu", group: "general" },
		];
		const all = owners.map((owner) =>
			documentsOf({ entries: [], dedicated: true, firstPrecedence: 7, ...owner }).policies.map((each) =>
				Number(each.precedence),
			),
		);
		for (const [first = 0, ...others] of all) {
			expect(first).toBeGreaterThanOrEqual(7);
			expect(others).toEqual([first + 1, first + 2, first + 3]);
		}
		expect(new Set(all.flat()).size).toBe(20);
	});

	it("say where the one stands that blocks everything else", () => {
		const { value } = rendered({ entries: ["api.anthropic.com"], dedicated: true });
		const { policies } = documentsOf({ entries: ["api.anthropic.com"], dedicated: true });
		expect(value?.notes).toContainEqual(expect.stringContaining(`blocked at precedence ${policies[3]?.precedence}, `));
		expect(JSON.stringify(rendered({ entries: [] }).value?.notes)).not.toContain("precedence");
	});

	it("warn where nobody says whose devices they are", () => {
		expect(rendered({ entries: [] }).problems.map(({ code }) => code)).toEqual(["opens-nothing"]);
		expect(rendered({ entries: [], dedicated: true }).problems).toEqual([]);
	});

	it("hold for clients alone", () => {
		const { policies } = documentsOf({
			entries: ["a.example.com"],
			dedicated: true,
			clients: ["10.1.0.0/16", "2001:db8::/48"],
		});
		for (const { traffic } of policies.slice(1))
			expect(traffic).toMatch(/^net\.src\.ip in \{10\.1\.0\.0\/16 2001:db8::\/48\} and /);
	});

	it("say which hosts show no name that they could go by", () => {
		const { value } = rendered({
			entries: ["git.example.com:22", "plain.example.com:80", "10.0.0.5:22"],
			dedicated: true,
		});
		expect(value?.effects.map(({ host, kind }) => [host, kind])).toEqual([
			["git.example.com", "dropped"],
			["plain.example.com", "dropped"],
		]);
	});
});

describe("lists of Cloudflare Gateway", () => {
	const many = (count: number) => Array.from({ length: count }, (_, index) => `service-${index}.example.com`);

	it.each([
		[undefined, [1000, 501]],
		[5000, [1501]],
	])("of at most %s entries are as many as it takes", (entriesPerList, counts) => {
		const request = { entries: many(1501), dedicated: true, ...(entriesPerList && { entriesPerList }) };
		expect(documentsOf(request).lists.map(({ items }) => items.length)).toEqual(counts);
	});

	it("beyond those of an account are refused, the ones not to inspect counted", () => {
		const problems = (more: Partial<Render>) =>
			rendered({ entries: many(51), dedicated: true, entriesPerList: 1, ...more }).problems.map(
				({ message }) => message,
			);
		expect(problems({})).toEqual([]);
		expect(problems({ inspects: true })).toEqual(["would be 102 lists in an account; at most 100 are taken"]);
	});
});

it("what is not inspected goes by the name that is asked for, and addresses are told", () => {
	const { doNotInspect } = documentsOf({ entries: ["*.sentry.io", "10.0.0.5"], dedicated: true, inspects: true });
	expect(doNotInspect.policy).toEqual({
		name: "Claude egress of deployment eu: not inspected",
		action: "off",
		enabled: true,
		filters: ["http"],
		traffic:
			"((any(http.request.domains[*] in $<claude-eu-bypass-below-1>) and not(http.request.host in $<claude-eu-bypass-below-1>)))",
		identity: "",
	});
	expect(doNotInspect.inspected).toEqual(["10.0.0.5"]);
});
