import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { gcpFirewallPolicy, gcpSecureWebProxy } from "../../../src/entries/gcp.js";
import {
	CoworkDeployment,
	type CoworkDeploymentArgs,
	type FirewallAdapter,
	gateway,
} from "../../../src/entries/index.js";
import { quiet } from "../../support/configuration.js";
import { record } from "../../support/pulumi.js";

const args = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	app: { installer: "offline" },
	settings: { ...quiet, isLocalDevMcpEnabled: false },
	groups: { pilot: { preset: "none", platforms: ["macos"] } },
} satisfies CoworkDeploymentArgs;

/** What is registered of rules in the cloud for hosts of a setting, by logical name. */
async function placed(hosts: readonly string[], ...firewall: readonly FirewallAdapter[]) {
	const settings = { ...args.settings, coworkEgressAllowedHosts: hosts };
	const { resources, result } = await record(() => new CoworkDeployment("eu", { ...args, settings, firewall }));
	const ofCloud = resources.filter(({ type }) => type.startsWith("gcp:"));
	return {
		shown: result.firewall,
		byName: Object.fromEntries(ofCloud.map(({ name, type, inputs }) => [name, { type, inputs }])),
	};
}

/** Logical names of what is registered otherwise. */
function changed(before: Readonly<Record<string, object>>, after: Readonly<Record<string, object>>): string[] {
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}

const hosts = ["a.example.org", "b.example.org:8443"];

test("a policy of its own gets its rules, and what closes after what opens", async () => {
	const network = pulumi.output("projects/example-net/global/networks/desktops");
	const { byName, shown } = await placed(hosts, gcpFirewallPolicy({ network, dedicated: true }));

	const rule = "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule";
	expect(Object.fromEntries(Object.entries(byName).map(([name, { type }]) => [name, type]))).toEqual({
		"eu-gcpFirewallPolicy-policy": "gcp:compute/networkFirewallPolicy:NetworkFirewallPolicy",
		"eu-gcpFirewallPolicy-allow-443": rule,
		"eu-gcpFirewallPolicy-allow-8443": rule,
		"eu-gcpFirewallPolicy-deny-rest": rule,
		"eu-gcpFirewallPolicy-deny-rest-ipv6": rule,
		"eu-gcpFirewallPolicy-association": "gcp:compute/networkFirewallPolicyAssociation:NetworkFirewallPolicyAssociation",
	});
	const order = Object.keys(byName).map((name) => /policy|allow|deny|association/.exec(name.slice(20))?.[0]);
	expect(order).toEqual(["policy", "allow", "allow", "deny", "deny", "association"]);
	expect(byName["eu-gcpFirewallPolicy-allow-443"]?.inputs).toMatchObject({
		firewallPolicy: "cowork-eu",
		priority: 1_443_000,
		direction: "EGRESS",
		action: "allow",
		match: {
			destFqdns: ["a.example.org", "llm.example.com"],
			layer4Configs: [{ ipProtocol: "tcp", ports: ["443"] }],
		},
	});
	expect(byName["eu-gcpFirewallPolicy-association"]?.inputs).toMatchObject({
		attachmentTarget: "projects/example-net/global/networks/desktops",
		firewallPolicy: "cowork-eu",
	});
	expect(Object.keys(shown)).toEqual(["gcpFirewallPolicy"]);
});

test("rules are added to a policy that stands, for the machines of a tag", async () => {
	const adapter = gcpFirewallPolicy({
		policy: pulumi.output("perimeter"),
		secureTags: [pulumi.output("tagValues/281479271677953")],
	});
	const { byName } = await placed(hosts, adapter);

	expect(Object.keys(byName).sort()).toEqual(["eu-gcpFirewallPolicy-allow-443", "eu-gcpFirewallPolicy-allow-8443"]);
	expect(byName["eu-gcpFirewallPolicy-allow-443"]?.inputs).toMatchObject({
		firewallPolicy: "perimeter",
		targetSecureTags: [{ name: "tagValues/281479271677953" }],
	});
});

test("a proxy gets lists, rules over them, and a gateway with their policy", async () => {
	const adapter = gcpSecureWebProxy({
		location: "europe-west3",
		gateway: {
			network: "projects/p/global/networks/n",
			subnetwork: pulumi.output("projects/p/regions/r/subnetworks/s"),
		},
	});
	const { byName } = await placed(["*.example.org"], adapter);

	expect(byName["eu-gcpSecureWebProxy-list-allow-443"]?.inputs.values).toEqual(["*.example.org", "llm.example.com"]);
	expect(byName["eu-gcpSecureWebProxy-allow-443"]?.inputs).toMatchObject({
		gatewaySecurityPolicy: "cowork-eu",
		priority: 1_443_000,
		sessionMatcher: "inUrlList(host(), 'eu-gcpSecureWebProxy-list-allow-443') && destination.port == 443",
	});
	expect(byName["eu-gcpSecureWebProxy-gateway"]?.inputs).toMatchObject({
		gatewaySecurityPolicy: "eu-gcpSecureWebProxy-policy",
		subnetwork: "projects/p/regions/r/subnetworks/s",
		ports: [8080],
	});
});

test("one host more changes what holds it, and nothing else", async () => {
	const policy = () => gcpFirewallPolicy({ dedicated: true });
	const proxy = () => gcpSecureWebProxy({ location: "europe-west3" });
	const [before, after] = [
		await placed(hosts, policy(), proxy()),
		await placed([...hosts, "c.example.org"], policy(), proxy()),
	];

	expect(changed(before.byName, after.byName)).toEqual([
		"eu-gcpFirewallPolicy-allow-443",
		"eu-gcpSecureWebProxy-list-allow-443",
	]);
});

test("the order of hosts changes nothing", async () => {
	const adapters = () => [gcpFirewallPolicy(), gcpSecureWebProxy({ location: "europe-west3" })];
	const [one, other] = [await placed(hosts, ...adapters()), await placed([...hosts].reverse(), ...adapters())];

	expect(changed(one.byName, other.byName)).toEqual([]);
});

test("wildcards that a policy leaves to the proxy are placed there", async () => {
	const { byName } = await placed(
		["*.example.org", "a.example.net"],
		gcpFirewallPolicy({ leaveTo: "gcpSecureWebProxy" }),
		gcpSecureWebProxy({ location: "europe-west3" }),
	);

	const rule = byName["eu-gcpFirewallPolicy-allow-443"]?.inputs as { readonly match: object } | undefined;
	expect(rule?.match).toMatchObject({ destFqdns: ["a.example.net", "llm.example.com"] });
	expect(byName["eu-gcpSecureWebProxy-list-allow-443"]?.inputs.values).toContain("*.example.org");
});
