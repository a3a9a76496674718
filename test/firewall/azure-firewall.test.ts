import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { azureFirewall } from "../../src/firewall/azure/azure-firewall.js";
import type { AzureFirewallOptions } from "../../src/firewall/azure/options.js";
import { describeEffect, type RuleRequest } from "../../src/firewall/backend.js";
import { blockShape } from "../../src/firewall/block-shape.js";
import { formatProblem } from "../../src/problem.js";
import { token } from "../../src/reference/token.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { cases, planned } from "./cases.js";
import { goldenFiles } from "./golden.js";
import { readWithAzureModels, whyNoAzureModels } from "./programs/azure-models.js";

const hub: AzureFirewallOptions = { resourceGroup: "network", policy: "hub" };
const clients = ["10.20.0.0/16"];

function outcomeOf(entries: readonly string[], options: Partial<AzureFirewallOptions> = {}, request: object = {}) {
	const whole: RuleRequest = { deployment: "eu", hosts: entries.map(planned), clients, ...request };
	return azureFirewall.render(whole, { ...hub, ...options });
}

function problemsOf(...parameters: Parameters<typeof outcomeOf>): string[] {
	return outcomeOf(...parameters).problems.map(formatProblem);
}

function effectsOf(...parameters: Parameters<typeof outcomeOf>): string[] {
	return (outcomeOf(...parameters).value?.effects ?? []).map((effect) => describeEffect("azureFirewall", effect));
}

function templateOf(...parameters: Parameters<typeof outcomeOf>) {
	const file = outcomeOf(...parameters).value?.files.find(({ name }) => name === "template.json");
	return JSON.parse(file?.content ?? "{}");
}

describe("without sources", () => {
	const cures =
		"say clients here or for every group, ipGroups that exist, or everySource: true for a firewall of these devices alone";

	it("nothing is opened to everybody", () => {
		expect(problemsOf(cases.exact, {}, { clients: undefined })).toEqual([
			`deployment: would open these hosts to everybody; ${cures}`,
		]);
	});

	it("networks that an IP group cannot hold do not become everybody", () => {
		expect(problemsOf(cases.exact, {}, { clients: ["2001:db8:20::/48"] })).toEqual([
			`deployment: would be for networks of IPv6 alone, which IP groups do not take; ${cures}`,
		]);
	});

	it("a group of users is asked before the block", () => {
		const own = templateOf(cases.exact, { everySource: true }, { group: "pilot" });
		expect(own.resources[0].properties.ipAddresses).toEqual(clients);
		const { resources } = templateOf(cases.exact, { everySource: true }, { group: "pilot", clients: undefined });
		expect(resources[0].properties.ruleCollections[0].rules[0].sourceAddresses).toEqual(["*"]);
		expect(problemsOf(cases.exact, {}, { group: "pilot", clients: undefined })).toHaveLength(1);
	});
});

it("groups of one name have priorities of their own in each deployment", () => {
	const priorities = ["eu", "us", "ap"].map((deployment) => {
		const { resources } = templateOf(cases.exact, {}, { deployment, group: "pilot" });
		return resources[resources.length - 1].properties.priority;
	});
	expect(new Set(priorities).size).toBe(3);
	for (const priority of priorities) expect(priority > 1000 && priority < 2000).toBe(true);
});

describe("a block is refused", () => {
	it.each<[string, Partial<AzureFirewallOptions>, string]>([
		[
			"that speaks of two sources",
			{ everySource: true, ipGroups: ["x"] },
			"everySource: is true beside ipGroups; say one of the two",
		],
		[
			"with the tier of a policy that stands",
			{ tier: "Premium" },
			"tier: is for a policy of the rules' own; leave it out beside policy",
		],
		[
			"with what a policy that stands inherits from",
			{ basePolicy: "x" },
			"basePolicy: is for a policy of the rules' own; leave it out beside policy",
		],
	])("%s", (_, options, message) => {
		expect(problemsOf(cases.exact, options)).toEqual([message]);
	});

	it.each([
		["a policy", { policy: "hub')]" }, /^policy: is no name of a firewall policy/],
		["a resource group", { resourceGroup: "a b" }, /^resourceGroup: is no name of a resource group/],
		[
			"an IP group of what is no subscription",
			{ ipGroups: ["/subscriptions/0f1e2d3c/resourceGroups/a/providers/Microsoft.Network/ipGroups/b"] },
			/^ipGroups\[0\]: is no id of the form/,
		],
		["an IP group by its name", { ipGroups: ["offices"] }, /^ipGroups\[0\]: is no id of the form/],
		[
			"a base policy of another kind",
			{
				basePolicy:
					"/subscriptions/0f1e2d3c-4b5a-4968-8776-655443322110/resourceGroups/a/providers/Microsoft.Network/ipGroups/b",
			},
			/^basePolicy: is no id of the form/,
		],
		["a region as people call it", { location: "West Europe" }, /^location: is no region/],
		["a priority below the first", { priority: 99 }, /^priority: /],
	])("for %s", (_, option, message) => {
		const found = checkShape(blockShape(azureFirewall), { ...hub, ...option }, { at: [] });
		expect(found.map(formatProblem)).toEqual([expect.stringMatching(message)]);
	});

	it("for more than a rule collection group holds", () => {
		const hosts = Array.from({ length: 60_000 }, (_, index) => `service-number-${index}.zone.example.com`);
		expect(problemsOf(hosts)).toEqual([
			expect.stringMatching(/^deployment: would be \d{7} bytes of a rule collection group; Azure takes 2000000$/),
		]);
		const addresses = Array.from(
			{ length: 20_001 },
			(_, index) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
		);
		expect(problemsOf(addresses)).toEqual([
			"deployment: would be 20001 destinations of network rules, for each address or IP group; Azure takes 20000",
		]);
		const networks = Array.from({ length: 5001 }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
		expect(problemsOf(cases.exact, {}, { clients: networks })).toEqual([
			expect.stringMatching(/would be for 5001 networks/),
		]);
	});
});

describe("a name on a port that shows none", () => {
	const ssh = ["git.example.com:22", "*.example.com:22", "high.example.com:64001"];

	it("has no rule without the firewall's DNS proxy", () => {
		expect(effectsOf(ssh)).toEqual([
			"azureFirewall: *.example.com:22 is reached on port 22, where no TLS hello shows a name, and a rule by its addresses takes no wildcard (dropped)",
			"azureFirewall: git.example.com:22 is reached on port 22, where no TLS hello shows a name; say dnsProxy: true where devices ask the firewall's DNS proxy, for a rule by its addresses (dropped)",
			"azureFirewall: high.example.com:64001 has a port above 64000; say dnsProxy: true where devices ask the firewall's DNS proxy, for a rule by its addresses (dropped)",
		]);
	});

	it("has one by its addresses with it, of which a note tells", () => {
		expect(effectsOf(ssh, { dnsProxy: true })).toHaveLength(1);
		const { value } = outcomeOf(ssh, { dnsProxy: true });
		expect(value?.notes?.at(-1)).toMatch(
			/^git\.example\.com:22, high\.example\.com:64001: opened by the addresses .* every other name at such an address is open on that port, too$/,
		);
	});
});

it("networks of IPv6 beside others are named as left out", () => {
	const { value } = outcomeOf(cases.exact, {}, { clients: ["10.20.0.0/16", "2001:db8:20::/48"] });
	expect(value?.notes?.at(-1)).toBe(
		"nothing is open to 2001:db8:20::/48, because IP groups and application rules take no IPv6",
	);
});

it("what only a program knows is a parameter of the template without a default", () => {
	const options = {
		resourceGroup: token("firewall.azureFirewall.resourceGroup"),
		policy: token("firewall.azureFirewall.policy"),
		ipGroups: [token("firewall.azureFirewall.ipGroups[0]")],
	};
	const { parameters, resources } = templateOf(cases.exact, options);
	expect(parameters).toEqual({ policy: { type: "string" }, ipGroups: { type: "array" } });
	expect(JSON.stringify(resources)).not.toContain("late:");
	expect(resources[0].properties.ruleCollections[0].rules[0].sourceIpGroups).toBe("[parameters('ipGroups')]");
});

it("no text begins an expression of the template, nor a token of the plan", () => {
	const hosts = cases.exact.map(planned).map((host) => ({
		...host,
		reasons: host.reasons.map((reason) => ({ ...reason, feature: "[concat('a')]", because: "[<late:x>]" })),
	}));
	const { value } = azureFirewall.render({ deployment: "eu", hosts, clients }, hub);
	const [plan = "", template = ""] = value?.files.map(({ content }) => content) ?? [];
	const expressions = [...template.matchAll(/"(\[[^"]*)"/g)].map(([, text = ""]) => text);
	expect(new Set(expressions)).toEqual(
		new Set([
			"[resourceGroup().location]",
			"[parameters('location')]",
			"[format('{0}/{1}', parameters('policy'), 'cowork-eu')]",
			"[resourceId('Microsoft.Network/ipGroups', 'cowork-eu')]",
		]),
	);
	expect([...plan.matchAll(/<late:[^>]*>/g)].map(([text]) => text)).toEqual(["<late:clients.id>"]);
});

it("names fit, and differ, whatever a host or what needs it is called", () => {
	const hosts = ["a", "b"].map((end) => {
		const host = planned(`${end}.example.com`);
		const features = Array.from({ length: 12 }, (_, index) => `a-feature-of-the-app-${index}${end}`);
		return { ...host, reasons: features.map((feature) => Object.assign({}, host.reasons[0], { feature })) };
	});
	const { resources } = templateOf([], {}, { hosts });
	const names = resources.at(-1).properties.ruleCollections[0].rules.map(({ name }: { name: string }) => name);
	expect(new Set(names).size).toBe(2);
	for (const name of names) expect(name).toMatch(/^443-a-feature.{0,70}$/);
});

it("a deployment and a group of the longest names have names that Azure takes", () => {
	const owner = { deployment: "d".repeat(31), group: "g".repeat(31) };
	const [, group] = templateOf(cases.exact, {}, owner).resources;
	expect(group.properties.ruleCollections[0].name).toHaveLength("cowork-..names".length + 62);
	expect("cowork-..addresses".length + 62).toBeLessThanOrEqual(80);
});

describe("Microsoft's models", () => {
	it("read every golden template, and know every member of it", { timeout: 60_000 }, ({ skip }) => {
		skip(whyNoAzureModels !== undefined, whyNoAzureModels);
		const files = goldenFiles("azureFirewall", "template.json");
		const texts = files.map(([, place]) => readFileSync(place, "utf8"));
		const read = readWithAzureModels(texts.map((text) => JSON.parse(text).resources));
		expect(files.length).toBeGreaterThan(20);
		for (const [index, [name]] of files.entries()) {
			const types = [...(texts[index] ?? "").matchAll(/"ruleType": "(\w+)"/g)].map(([, type]) => type);
			expect([name, read[index]]).toEqual([name, { unknown: [], rules: types }]);
		}
	});

	it("do not know a member that is misspelt", { timeout: 60_000 }, ({ skip }) => {
		skip(whyNoAzureModels !== undefined, whyNoAzureModels);
		const text = JSON.stringify(templateOf(cases.exact).resources);
		const misspelt: [string, string][] = [
			['"targetFqdns"', '"targetFqdn"'],
			['"priority":1000', '"prio":1000'],
			['"ipAddresses"', '"addresses"'],
		];
		const mutated = misspelt.map(([right, wrong]) => JSON.parse(text.replaceAll(right, wrong)));
		expect(readWithAzureModels(mutated).map(({ unknown }) => unknown)).toEqual([
			["targetFqdn"],
			["prio"],
			["addresses"],
		]);
	});
});
