import { expect, test } from "vitest";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { CloudProject, each } from "../simulated.js";

/** Deploys what `input.json` describes: the firewall's block, hosts and networks of two groups. */
const program = `import { readFileSync } from "node:fs";
import { CoworkDeployment, gateway } from "pulumi-cowork";
import { azureFirewall } from "pulumi-cowork/azure";
const { options, hosts, clients } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
const groups = Object.entries(clients).map(([name, networks]) => [name, { preset: "none", clients: networks }]);
export const { firewall } = new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	settings: { coworkEgressAllowedHosts: hosts },
	groups: Object.fromEntries(groups),
	firewall: [azureFirewall(options)],
});
`;

const azure = {
	name: "azure-native",
	knowledge: "test/engine/azure/simulated-azure.cjs",
	packages: ["@pulumi/azure-native"],
};
const clients = { pilot: ["10.10.0.0/16"], general: ["10.20.0.0/16"], sales: ["10.30.0.0/16"] };
const network =
	"/subscriptions/0f1e2d3c-4b5a-4968-8776-655443322110/resourceGroups/network/providers/Microsoft.Network";

describeEngine("rules of Azure Firewall against a simulated Azure", () => {
	const folder = shippedPackage();

	test("of several groups in one policy, through their life", async () => {
		const project = new CloudProject(azure, folder(), "groups", program);
		const options = { resourceGroup: "network", policy: "hub", scope: "perGroup" };
		const hosts = ["a.example.org", "*.example.net"];
		const named = (part: string) => Object.keys(clients).map((group) => `eu-azureFirewall-${group}-${part}`);

		project.describe({ options, hosts, clients });
		expect((await project.preview()).operations).toEqual([]);
		// The stand-in refuses two changes of the policy at once.
		const { operations, outputs } = await project.up();
		expect(operations).toEqual(each("create", [...named("clients"), ...named("rules")]));
		expect(outputs.firewall?.value["azureFirewall-pilot"]).toEqual({
			ipGroupId: `${network}/ipGroups/cowork-eu.pilot`,
			ruleCollectionGroupId: `${network}/firewallPolicies/hub/ruleCollectionGroups/cowork-eu.pilot`,
		});
		const { inputs } = await project.resource("eu-azureFirewall-pilot-rules");
		expect(inputs).toMatchObject({ firewallPolicyName: "hub", ruleCollectionGroupName: "cowork-eu.pilot" });
		expect(JSON.stringify(inputs.ruleCollections)).toContain(
			`"sourceIpGroups":["${network}/ipGroups/cowork-eu.pilot"],"targetFqdns":["*.example.net","a.example.org"]`,
		);
		expect((await project.up()).operations).toEqual([]);

		project.describe({ options, hosts: [...hosts].reverse(), clients });
		expect((await project.up()).operations).toEqual([]);

		project.describe({ options, hosts: [...hosts, "b.example.org"], clients });
		expect((await project.up()).operations).toEqual(each("update", named("rules")));

		project.describe({
			options,
			hosts: [...hosts, "b.example.org"],
			clients: { ...clients, pilot: ["10.10.0.0/16", "10.11.0.0/16"] },
		});
		expect((await project.up()).operations).toEqual(each("update", ["eu-azureFirewall-pilot-clients"]));

		project.describe({ options, hosts: [...hosts, "b.example.org"], clients: { pilot: clients.pilot } });
		expect((await project.up()).operations).toEqual([
			...each("delete", ["eu-azureFirewall-general-clients", "eu-azureFirewall-general-rules"]),
			...each("update", ["eu-azureFirewall-pilot-clients"]),
			...each("delete", ["eu-azureFirewall-sales-clients", "eu-azureFirewall-sales-rules"]),
		]);
		expect((await project.destroy()).operations).toEqual(
			each("delete", ["eu-azureFirewall-pilot-clients", "eu-azureFirewall-pilot-rules"]),
		);
	});

	test("of a policy of their own, completed after a refusal", async () => {
		const project = new CloudProject(azure, folder(), "policy", program);
		const options = { resourceGroup: "network", everySource: true, dnsProxy: true };
		project.describe({ options, hosts: ["a.example.org"], clients: { pilot: clients.pilot } });
		project.refuseOnce("eu-azureFirewall-rules");
		expect((await project.failedUp()).message).toContain("the simulated Azure refuses this once");
		const { operations, outputs } = await project.up();
		expect(operations).toEqual(each("create", ["eu-azureFirewall-rules"]));
		expect(outputs.firewall?.value.azureFirewall).toEqual({
			policyId: `${network}/firewallPolicies/cowork-eu`,
			ruleCollectionGroupId: `${network}/firewallPolicies/cowork-eu/ruleCollectionGroups/cowork-eu`,
		});
		expect((await project.destroy()).operations).toEqual(
			each("delete", ["eu-azureFirewall-policy", "eu-azureFirewall-rules"]),
		);
	});
});
