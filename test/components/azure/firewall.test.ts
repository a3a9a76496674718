import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { type AzureFirewallBlock, azureFirewall } from "../../../src/entries/azure.js";
import { CoworkDeployment, type CoworkDeploymentArgs, gateway } from "../../../src/entries/index.js";
import { quiet } from "../../support/configuration.js";
import { record } from "../../support/pulumi.js";

const args = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	app: { installer: "offline" },
	settings: { ...quiet, isLocalDevMcpEnabled: false },
	groups: { pilot: { preset: "none", platforms: ["macos"] } },
} satisfies CoworkDeploymentArgs;

function place(options: AzureFirewallBlock, hosts: readonly string[] = [], more: object = {}) {
	const settings = { ...args.settings, ...(hosts.length > 0 && { coworkEgressAllowedHosts: hosts }) };
	return record(() => new CoworkDeployment("eu", { ...args, settings, ...more, firewall: [azureFirewall(options)] }));
}

const [ipGroup, policy, rules] = ["IpGroup", "FirewallPolicy", "FirewallPolicyRuleCollectionGroup"].map(
	(name) => `azure-native:network:${name}`,
);

/** By type, what the cloud is asked for. */
function inputsOf({ resources }: Awaited<ReturnType<typeof place>>, type: string | undefined) {
	return resources.filter((each) => each.type === type).map(({ inputs }) => inputs);
}

const hub = { resourceGroup: "network", policy: "hub", clients: ["10.20.0.0/16"] } as const;

test("rules go into a policy that stands, for an IP group of the networks that devices come from", async () => {
	const recorded = await place(hub);

	expect(recorded.urns.filter((urn) => urn.includes("azure"))).toEqual([
		"urn:pulumi:test::cowork::pulumi-cowork:azure:FirewallPolicyRules$azure-native:network:FirewallPolicyRuleCollectionGroup::eu-azureFirewall-rules",
		"urn:pulumi:test::cowork::pulumi-cowork:azure:FirewallPolicyRules$azure-native:network:IpGroup::eu-azureFirewall-clients",
		"urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment$pulumi-cowork:azure:FirewallPolicyRules::eu-azureFirewall",
	]);
	expect(inputsOf(recorded, ipGroup)).toEqual([
		{ resourceGroupName: "network", ipGroupsName: "cowork-eu", ipAddresses: ["10.20.0.0/16"] },
	]);
	expect(inputsOf(recorded, rules)).toEqual([
		{
			resourceGroupName: "network",
			firewallPolicyName: "hub",
			ruleCollectionGroupName: "cowork-eu",
			priority: 1000,
			ruleCollections: [
				{
					ruleCollectionType: "FirewallPolicyFilterRuleCollection",
					name: "cowork-eu.names",
					priority: 300,
					action: { type: "Allow" },
					rules: [
						{
							ruleType: "ApplicationRule",
							name: "443-inference",
							description: "For model inference through the gateway (inferenceGatewayBaseUrl)",
							sourceIpGroups: ["eu-azureFirewall-clients"],
							protocols: [{ protocolType: "Https", port: 443 }],
							targetFqdns: ["llm.example.com"],
						},
					],
				},
			],
		},
	]);
	expect(recorded.state.get("urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment::eu")).toMatchObject({
		firewall: {
			azureFirewall: { ipGroupId: "eu-azureFirewall-clients", ruleCollectionGroupId: "eu-azureFirewall-rules" },
		},
	});
});

test("without a policy one is created, of which a firewall gets the id", async () => {
	const basePolicy = pulumi.output(
		"/subscriptions/0f1e2d3c-4b5a-4968-8776-655443322110/resourceGroups/hub/providers/Microsoft.Network/firewallPolicies/base",
	);
	const recorded = await place({
		resourceGroup: pulumi.output("network"),
		location: "westeurope",
		basePolicy,
		everySource: true,
		dnsProxy: true,
	});

	expect(inputsOf(recorded, ipGroup)).toEqual([]);
	expect(inputsOf(recorded, policy)).toEqual([
		{
			resourceGroupName: "network",
			location: "westeurope",
			firewallPolicyName: "cowork-eu",
			basePolicy: {
				id: "/subscriptions/0f1e2d3c-4b5a-4968-8776-655443322110/resourceGroups/hub/providers/Microsoft.Network/firewallPolicies/base",
			},
			sku: { tier: "Standard" },
			dnsSettings: { enableProxy: true },
		},
	]);
	expect(inputsOf(recorded, rules)).toMatchObject([{ resourceGroupName: "network", firewallPolicyName: "cowork-eu" }]);
	expect(recorded.state.get("urn:pulumi:test::cowork::pulumi-cowork:index:CoworkDeployment::eu")).toMatchObject({
		firewall: { azureFirewall: { policyId: "eu-azureFirewall-policy" } },
	});
});

test("IP groups of the program's own reach every rule", async () => {
	const own =
		"/subscriptions/0f1e2d3c-4b5a-4968-8776-655443322110/resourceGroups/network/providers/Microsoft.Network/ipGroups/";
	const recorded = await place({
		resourceGroup: "network",
		policy: "hub",
		ipGroups: [`${own}offices`, pulumi.output(`${own}vdi`)],
	});

	const [group] = inputsOf(recorded, rules);
	expect(inputsOf(recorded, ipGroup)).toEqual([]);
	expect(group).toMatchObject({
		ruleCollections: [{ rules: [{ sourceIpGroups: [`${own}offices`, `${own}vdi`] }] }],
	});
});

test("another host is one more name in the rules, and changes nothing else", async () => {
	const [before, after, otherOrder] = [
		await place(hub, ["a.example.org"]),
		await place(hub, ["a.example.org", "b.example.org"]),
		await place(hub, ["b.example.org", "a.example.org"]),
	];
	expect(after.urns).toEqual(before.urns);
	expect(inputsOf(after, ipGroup)).toEqual(inputsOf(before, ipGroup));
	expect(inputsOf(otherOrder, rules)).toEqual(inputsOf(after, rules));
	const withoutB = JSON.stringify(inputsOf(after, rules)).replace('"a.example.org","b.example.org"', '"a.example.org"');
	expect(withoutB).toBe(JSON.stringify(inputsOf(before, rules)));
	expect(inputsOf(after, rules)).not.toEqual(inputsOf(before, rules));
});

test("rules of each group have names and priorities of their own in one policy", async () => {
	const groups = {
		pilot: { ...args.groups.pilot, clients: ["10.10.0.0/16"] },
		general: { ...args.groups.pilot, clients: ["10.30.0.0/16"] },
	};
	const options = { resourceGroup: "network", policy: "hub", scope: "perGroup" } as const;
	const recorded = await place(options, [], { groups });
	const alone = await place(options, [], { groups: { pilot: groups.pilot } });

	const named = inputsOf(recorded, rules).map(({ ruleCollectionGroupName, priority }) => [
		ruleCollectionGroupName,
		priority,
	]);
	expect(named.map(([name]) => name)).toEqual(["cowork-eu.general", "cowork-eu.pilot"]);
	expect(new Set(named.map(([, priority]) => priority)).size).toBe(2);
	for (const [, priority] of named) expect([Number(priority) > 1000, Number(priority) < 2000]).toEqual([true, true]);
	expect(inputsOf(alone, rules)).toEqual(
		inputsOf(recorded, rules).filter(({ ruleCollectionGroupName }) => ruleCollectionGroupName === "cowork-eu.pilot"),
	);
	expect(inputsOf(recorded, ipGroup).map(({ ipAddresses }) => ipAddresses)).toEqual([
		["10.30.0.0/16"],
		["10.10.0.0/16"],
	]);
});

test("groups that differ in hosts and say no networks have files for those of the block, and nothing placed", async () => {
	const groups = {
		pilot: { ...args.groups.pilot, settings: { coworkEgressAllowedHosts: ["a.example.org"] } },
		general: args.groups.pilot,
	};
	const recorded = await place(hub, [], { groups });
	expect(inputsOf(recorded, rules)).toHaveLength(1);
	expect(JSON.stringify(inputsOf(recorded, rules))).toContain("a.example.org");
	expect(recorded.warnings).toEqual([]);
});
