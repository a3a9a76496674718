import { describe, expect, it } from "vitest";
import { awsNetworkFirewall } from "../../../src/firewall/aws/network-firewall.js";
import { program } from "../../support/programs.js";
import { planned } from "../cases.js";
import { replay } from "../programs/suricata.js";
import { matches, rulesIn } from "../readers/suricata.js";

// https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html, and
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
const quotas = { groups: 20, rules: 30_000, ruleBytes: 2_000_000, template: 1_048_576 };

const names = (count: number) =>
	Array.from({ length: count }, (_, index) => {
		const port = index % 10 === 0 ? ":8443" : "";
		return `${index % 4 === 0 ? "*." : ""}service-${index}.zone-${index % 100}.example.com${port}`;
	});
const denied = [
	{
		host: "telemetry.service-0.zone-0.example.com",
		reasons: [{ agent: null, unnecessaryWith: null, source: null }],
	},
];

function render(entries: readonly string[], options: object = {}) {
	const request = { deployment: "eu", hosts: entries.map(planned), clients: ["10.20.0.0/16"], denied };
	const { value, problems } = awsNetworkFirewall.render(request, { policy: true, dedicated: true, ...options });
	if (!value?.plan) throw new Error(problems.map(({ message }) => message).join());
	return { ...value, plan: value.plan };
}

interface Group {
	readonly id: string;
	readonly name: string;
	readonly capacity: number;
	readonly after: readonly string[];
	readonly priority: number;
	readonly rules: string;
}

/** Rule groups as the policy has them, in the order in which it asks them. */
function groupsOf({ plan }: ReturnType<typeof render>): Group[] {
	const planOf = (id: string) => JSON.parse(JSON.stringify(plan.resources.find((each) => each.id === id)));
	const references: readonly { readonly resourceArn: string; readonly priority: number }[] =
		planOf("policy").properties.firewallPolicy.statefulRuleGroupReferences;
	const groups = references.map(({ resourceArn, priority }) => {
		const { id, name, after = [], properties } = planOf(resourceArn.slice("<late:".length, -".arn>".length));
		const { capacity, ruleGroup } = properties;
		return { id, name, capacity, after, priority, rules: ruleGroup.rulesSource.rulesString };
	});
	return groups.sort((a, b) => a.priority - b.priority);
}

/** What becomes of a TLS hello, in strict order. */
function verdict(groups: readonly Group[], host: string, port = 443): string | undefined {
	for (const { rules } of groups) {
		const first = rulesIn(rules).find((rule) => matches(rule, { host, port }));
		if (first) return first.action;
	}
	return undefined;
}

const passesOf = (rules: string) => rules.split("\n").filter((line) => line.startsWith("pass "));

describe("10,000 hosts", () => {
	const rendered = render(names(10_000));
	const groups = groupsOf(rendered);

	it("are in several rule groups, which one policy takes", () => {
		expect(groups.length).toBeGreaterThan(10);
		expect(groups.length).toBeLessThanOrEqual(quotas.groups);
		expect(groups.reduce((sum, { capacity }) => sum + capacity, 0)).toBeLessThanOrEqual(quotas.rules);
		for (const { rules, capacity } of groups) {
			expect(rules.match(/sid:/g)?.length).toBeLessThanOrEqual(capacity);
			expect(Buffer.byteLength(rules)).toBeLessThanOrEqual(quotas.ruleBytes);
		}
	});

	it("are each in one of them, under an id of its own", () => {
		const lines = groups.flatMap(({ rules }) => passesOf(rules));
		// One on the port of https, and two on any other, for TLS and http.
		expect(lines).toHaveLength(9000 + 2 * 1000);
		const ids = groups.flatMap(({ rules }) => [...rules.matchAll(/sid:(\d+)/g)].map(([, id]) => id));
		expect(new Set(ids).size).toBe(ids.length);
		expect(verdict(groups, "service-1.zone-1.example.com")).toBe("pass");
		expect(verdict(groups, "a.service-9996.zone-96.example.com")).toBe("pass");
		expect(verdict(groups, "service-10000.zone-0.example.com")).toBe("drop");
	});

	it("are files of the same, none larger than CloudFormation takes", () => {
		const content = new Map(rendered.files.map((file) => [file.name, file.content]));
		expect(rendered.files).toHaveLength(2 * groups.length);
		for (const { id, name, rules, capacity } of groups) {
			const suffix = id.replace("rule-group", "");
			expect(content.get(`claude${suffix}.rules`)).toBe(rules);
			const template = content.get(`template${suffix}.json`) ?? "";
			expect(Buffer.byteLength(template)).toBeLessThanOrEqual(quotas.template);
			const { RuleGroup, Policy } = JSON.parse(template).Resources;
			expect(RuleGroup.Properties).toMatchObject({
				RuleGroupName: name,
				Capacity: capacity,
				RuleGroup: { RulesSource: { RulesString: rules } },
			});
			expect(Policy !== undefined).toBe(suffix === "");
			if (Policy) {
				const references: readonly { readonly Priority: number; readonly ResourceArn: object }[] =
					Policy.Properties.FirewallPolicy.StatefulRuleGroupReferences;
				expect(references.map(({ Priority }) => Priority)).toEqual(groups.map(({ priority }) => priority));
				for (const [index, { ResourceArn }] of references.entries()) {
					const isLast = index === groups.length - 1;
					expect(JSON.stringify(ResourceArn)).toContain(
						isLast ? '"RuleGroup","RuleGroupArn"' : `stateful-rulegroup/${groups[index]?.name}"`,
					);
				}
			}
		}
	});

	it("change one group where a host comes, or split it into two", () => {
		for (const host of ["new.example.com", "another.example.org"]) {
			const after = groupsOf(render([host, ...names(10_000)].reverse()));
			const before = new Map(groups.map((group) => [group.id, group]));
			const changed = after.filter(({ id, rules }) => before.get(id)?.rules !== rules);
			expect(changed.length).toBeGreaterThan(0);
			expect(changed.length).toBeLessThanOrEqual(2);
			for (const { id, name, priority } of after) {
				const same = before.get(id);
				if (same) expect({ name, priority }).toEqual({ name: same.name, priority: same.priority });
			}
		}
	});
});

describe("a plan that outgrows its rule group", () => {
	const [one, two] = [groupsOf(render(names(700))), groupsOf(render(names(1000)))];

	it("keeps that group's name, priority and capacity, and the ids of all rules", () => {
		expect(one.map(({ id, name, priority }) => [id, name, priority])).toEqual([["rule-group", "cowork-eu-C1000", 100]]);
		expect(two.map(({ name, priority, capacity }) => [name, priority, capacity])).toEqual([
			["cowork-eu-Part-32-C1000", 68, 1000],
			["cowork-eu-C1000", 100, 1000],
		]);
		const after = new Set(two.flatMap(({ rules }) => passesOf(rules)));
		for (const line of passesOf(one[0]?.rules ?? "")) expect(after).toContain(line);
	});

	it("takes rules from it only once the new group has them", () => {
		expect(two.map(({ id, after }) => [id, after])).toEqual([
			["rule-group-part-32", []],
			["rule-group", ["rule-group-part-32"]],
		]);
	});

	it("denies first, and closes last", () => {
		for (const { rules } of two) {
			const actions = rulesIn(rules).map(({ action }) => action);
			expect(actions.slice(0, 2)).toEqual(["drop", "drop"]);
			expect(actions[2]).toBe("pass");
		}
		expect(two.map(({ rules }) => rules.includes("is not planned"))).toEqual([false, true]);
	});

	it.each([
		["all groups", two],
		["one less", two.slice(0, 1)],
		["the other less", two.slice(1)],
	])("never opens a denied host, nor one that is not planned, with %s", (_, groups) => {
		expect(verdict(groups, "telemetry.service-0.zone-0.example.com", 8443)).toBe("drop");
		expect(verdict(groups, "evil.example")).not.toBe("pass");
	});

	it("is said to those whose policy it is not, with the order", () => {
		const [note] = render(names(1000), { policy: false }).notes ?? [];
		expect(note).toMatch(/there are cowork-eu-Part-32-C1000, cowork-eu-C1000: attach all of them in this order/);
		expect(render(names(700), { policy: false }).notes?.join()).not.toContain("attach all");
	});

	it("has the ARN of each", () => {
		expect(render(names(1000)).plan.outputs).toEqual({
			ruleGroupArn: "<late:rule-group.arn>",
			ruleGroupPart32Arn: "<late:rule-group-part-32.arn>",
			policyArn: "<late:policy.arn>",
		});
	});

	it.skipIf(!program("suricata", ["-V"]))(
		"means the same to Suricata",
		async () => {
			const rules = two.map((group) => group.rules).join("");
			const flows = [
				{ host: "service-1.zone-1.example.com", port: 443 },
				{ host: "service-2.zone-2.example.com", port: 443 },
				{ host: "service-3.zone-3.example.com", port: 443 },
				{ host: "evil.example", port: 443 },
			];
			expect(await replay(rules, flows)).toEqual(["open", "open", "open", "closed"]);
		},
		60_000,
	);
});
