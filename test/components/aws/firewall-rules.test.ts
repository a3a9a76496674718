import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { awsDnsFirewall, awsNetworkFirewall, awsNetworkFirewallDomainList } from "../../../src/entries/aws.js";
import { CoworkDeployment, type CoworkDeploymentArgs, CoworkPerimeter, gateway } from "../../../src/entries/index.js";
import { quiet } from "../../support/configuration.js";
import { recordAws, reveal } from "./record-aws.js";

const args = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	app: { installer: "offline" },
	settings: { ...quiet, isLocalDevMcpEnabled: false },
	groups: { pilot: { preset: "none", platforms: ["macos"], clients: ["10.20.0.0/16"] } },
} satisfies CoworkDeploymentArgs;

const root = "pulumi-cowork:index:CoworkDeployment";

function ofAws(urns: readonly string[]): string[] {
	return urns.filter((urn) => urn.includes("aws:")).map((urn) => urn.replace(`${root}$`, ""));
}

test("a rule group and its policy stand below the deployment, and show their ARNs", async () => {
	const firewall = [awsNetworkFirewall({ policy: true, tags: { team: "network" }, region: "eu-central-1" })];
	const { result, urns, resources } = await recordAws(() => new CoworkDeployment("eu", { ...args, firewall }));

	const rules = "pulumi-cowork:aws:NetworkFirewallRules";
	expect(ofAws(urns)).toEqual([
		`${rules}$aws:networkfirewall/firewallPolicy:FirewallPolicy::eu-awsNetworkFirewall-policy`,
		`${rules}$aws:networkfirewall/ruleGroup:RuleGroup::eu-awsNetworkFirewall-rule-group`,
		`${rules}::eu-awsNetworkFirewall`,
	]);
	const group = resources.find(({ type }) => type === "aws:networkfirewall/ruleGroup:RuleGroup");
	expect(group?.inputs).toEqual({
		name: "cowork-eu-C1000",
		description: "Claude egress of deployment eu",
		type: "STATEFUL",
		capacity: 1000,
		region: "eu-central-1",
		tags: { team: "network" },
		ruleGroup: {
			ruleVariables: { ipSets: [{ key: "HOME_NET", ipSet: { definitions: ["10.20.0.0/16"] } }] },
			rulesSource: { rulesString: expect.stringContaining('content:"llm.example.com"; startswith; endswith;') },
			statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
		},
	});
	const policy = resources.find(({ type }) => type === "aws:networkfirewall/firewallPolicy:FirewallPolicy");
	expect(policy?.inputs.firewallPolicy).toMatchObject({
		statefulDefaultActions: ["aws:drop_established_app_layer_to_server", "aws:alert_established_app_layer_to_server"],
		statefulRuleGroupReferences: [{ priority: 100, resourceArn: "arn:aws:mock:::eu-awsNetworkFirewall-rule-group" }],
	});
	const shown = await reveal(pulumi.output(result.firewall));
	expect(shown).toEqual({
		secret: false,
		value: {
			awsNetworkFirewall: {
				ruleGroupArn: "arn:aws:mock:::eu-awsNetworkFirewall-rule-group",
				policyArn: "arn:aws:mock:::eu-awsNetworkFirewall-policy",
			},
		},
	});
});

test("a firewall and a log group of the program are filled in where alerts are logged", async () => {
	const logging = {
		firewallArn: pulumi.output("arn:aws:network-firewall:eu-central-1:123456789012:firewall/egress"),
		logGroup: pulumi.output("egress"),
	};
	const firewall = [awsNetworkFirewall({ logging })];
	const { resources } = await recordAws(() => new CoworkDeployment("eu", { ...args, firewall }));

	const placed = resources.find(({ name }) => name === "eu-awsNetworkFirewall-logging");
	expect(placed?.inputs).toEqual({
		firewallArn: "arn:aws:network-firewall:eu-central-1:123456789012:firewall/egress",
		loggingConfiguration: {
			logDestinationConfigs: [
				{ logDestinationType: "CloudWatchLogs", logType: "ALERT", logDestination: { logGroup: "egress" } },
			],
		},
	});
});

test("each group has a rule group of its own for its devices, where the block says so", async () => {
	const groups = { pilot: args.groups.pilot, general: { ...args.groups.pilot, clients: ["10.30.0.0/16"] } };
	const firewall = [awsNetworkFirewall({ scope: "perGroup" })];
	const { resources } = await recordAws(() => new CoworkDeployment("eu", { ...args, groups, firewall }));

	const placed = resources.filter(({ type }) => type === "aws:networkfirewall/ruleGroup:RuleGroup");
	expect(placed.map(({ inputs }) => inputs.name).sort()).toEqual([
		"cowork-eu-Group-general-C1000",
		"cowork-eu-Group-pilot-C1000",
	]);
});

test("rules that one rule group does not hold are in several, and the policy has all of them", async () => {
	const hosts = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.example.com`);
	const settings = { ...args.settings, coworkEgressAllowedHosts: hosts };
	const firewall = [awsNetworkFirewall({ policy: true, capacity: 5 })];
	const { result, resources } = await recordAws(() => new CoworkDeployment("eu", { ...args, settings, firewall }));

	const placed = resources.filter(({ type }) => type === "aws:networkfirewall/ruleGroup:RuleGroup");
	expect(placed.map(({ name, inputs }) => [name, inputs.name, inputs.capacity])).toEqual([
		["eu-awsNetworkFirewall-rule-group-part-32", "cowork-eu-Part-32-C5", 5],
		["eu-awsNetworkFirewall-rule-group", "cowork-eu-C5", 5],
	]);
	const rules = placed.map(({ inputs }) => JSON.stringify(inputs)).join();
	for (const host of hosts) expect(rules.split(`content:\\"${host}\\"`)).toHaveLength(2);
	const policy = resources.find(({ type }) => type === "aws:networkfirewall/firewallPolicy:FirewallPolicy");
	expect(policy?.inputs.firewallPolicy).toMatchObject({
		statefulRuleGroupReferences: [
			{ priority: 68, resourceArn: "arn:aws:mock:::eu-awsNetworkFirewall-rule-group-part-32" },
			{ priority: 100, resourceArn: "arn:aws:mock:::eu-awsNetworkFirewall-rule-group" },
		],
	});
	const shown = await reveal(pulumi.output(result.firewall));
	expect(shown.value).toMatchObject({
		awsNetworkFirewall: { ruleGroupPart32Arn: "arn:aws:mock:::eu-awsNetworkFirewall-rule-group-part-32" },
	});
});

test("a resolver gets its lists, rules and VPC, which may be the program's, and keeps its catch-all as it is", async () => {
	const firewall = [awsDnsFirewall({ association: { vpcId: pulumi.output("vpc-0123456789abcdef0") } })];
	const { urns, resources } = await recordAws(() => new CoworkDeployment("eu", { ...args, firewall }));

	const rules = "pulumi-cowork:aws:DnsFirewallRules";
	const route53 = `${rules}$aws:route53/resolverFirewall`;
	expect(ofAws(urns)).toEqual([
		`${route53}DomainList:ResolverFirewallDomainList::eu-awsDnsFirewall-allow-1-domains`,
		`${route53}DomainList:ResolverFirewallDomainList::eu-awsDnsFirewall-rest-domains`,
		`${route53}Rule:ResolverFirewallRule::eu-awsDnsFirewall-allow-1-rule`,
		`${route53}Rule:ResolverFirewallRule::eu-awsDnsFirewall-rest-rule`,
		`${route53}RuleGroup:ResolverFirewallRuleGroup::eu-awsDnsFirewall-rule-group`,
		`${route53}RuleGroupAssociation:ResolverFirewallRuleGroupAssociation::eu-awsDnsFirewall-association`,
		`${rules}::eu-awsDnsFirewall`,
	]);
	const inputsOf = (id: string) => resources.find(({ name }) => name === `eu-awsDnsFirewall-${id}`)?.inputs;
	expect(inputsOf("allow-1-domains")).toEqual({ name: "cowork-eu-Allow-1", domains: ["llm.example.com"] });
	expect(inputsOf("allow-1-rule")).toEqual({
		name: "cowork-eu-Allow-1",
		firewallRuleGroupId: "eu-awsDnsFirewall-rule-group-id",
		firewallDomainListId: "eu-awsDnsFirewall-allow-1-domains-id",
		priority: 1000,
		action: "ALLOW",
		firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
	});
	expect(inputsOf("association")).toMatchObject({ vpcId: "vpc-0123456789abcdef0", priority: 9000 });
});

test("files alone are written where nothing is to be placed", async () => {
	const firewall = [awsDnsFirewall({ place: false }), awsNetworkFirewall({ place: false })];
	const { urns } = await recordAws(() => new CoworkDeployment("eu", { ...args, firewall }));
	expect(ofAws(urns)).toEqual([]);
});

test("a perimeter over two deployments has one rule group for the networks of both, which a host more changes in place", async () => {
	const groupsOf = async (host: string) => {
		const us = { ...args, settings: { ...args.settings, otlpEndpoint: `https://${host}` } };
		const { resources } = await recordAws(() => {
			const deployments = [
				new CoworkDeployment("eu", args),
				new CoworkDeployment("us", { ...us, groups: { pilot: { ...args.groups.pilot, clients: ["10.30.0.0/16"] } } }),
			];
			return new CoworkPerimeter("campus", { deployments, firewall: [awsNetworkFirewall()] });
		});
		return resources.filter(({ type }) => type === "aws:networkfirewall/ruleGroup:RuleGroup");
	};
	const [before, after] = [await groupsOf("llm.example.com"), await groupsOf("otel.us.example.com")];

	expect(before).toMatchObject([
		{
			name: "campus-awsNetworkFirewall-rule-group",
			inputs: {
				name: "cowork-campus-C1000",
				description: "Claude egress of deployments eu, us",
				ruleGroup: {
					ruleVariables: { ipSets: [{ key: "HOME_NET", ipSet: { definitions: ["10.20.0.0/16", "10.30.0.0/16"] } }] },
				},
			},
		},
	]);
	const withoutRules = (groups: typeof before) =>
		JSON.stringify(groups, (key, value) => (key === "rulesString" ? undefined : value));
	expect(withoutRules(after)).toBe(withoutRules(before));
	expect(JSON.stringify(after)).toContain("otel.us.example.com");
});

test("a domain list is a rule group beside the other, where a deployment has both", async () => {
	const firewall = [awsNetworkFirewall(), awsNetworkFirewallDomainList()];
	const { resources } = await recordAws(() => new CoworkDeployment("eu", { ...args, firewall }));

	const placed = resources.filter(({ type }) => type === "aws:networkfirewall/ruleGroup:RuleGroup");
	expect(placed.map(({ inputs }) => inputs.name).sort()).toEqual(["cowork-eu-C1000", "cowork-eu-Domains-C1000"]);
	const list = placed.find(({ inputs }) => inputs.name === "cowork-eu-Domains-C1000");
	expect(list?.inputs.ruleGroup).toMatchObject({
		rulesSource: {
			rulesSourceList: {
				generatedRulesType: "ALLOWLIST",
				targetTypes: ["TLS_SNI", "HTTP_HOST"],
				targets: ["llm.example.com"],
			},
		},
	});
});
