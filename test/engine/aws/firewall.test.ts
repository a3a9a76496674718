import { expect, test } from "vitest";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { each, SimulatedProject } from "./simulated.js";

/** Deploys what `input.json` describes: hosts, blocks and groups. */
const program = `import { readFileSync } from "node:fs";
import { CoworkDeployment, gateway } from "pulumi-cowork";
import { awsDnsFirewall, awsNetworkFirewall } from "pulumi-cowork/aws";
const { hosts, network, dns, groups } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
const deployment = new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	settings: { coworkEgressAllowedHosts: hosts },
	groups,
	firewall: [awsNetworkFirewall(network), awsDnsFirewall(dns)],
});
export const { firewall } = deployment;
`;

const pilot = { preset: "none", clients: ["10.20.0.0/16"] };
const first = {
	hosts: ["api.example.com", "cdn.example.com"],
	network: { policy: true },
	dns: { accept: ["widened"], association: { vpcId: "vpc-0123456789abcdef0" } },
	groups: { pilot },
};
const ofNetwork = ["policy", "rule-group"].map((id) => `eu-awsNetworkFirewall-${id}`);
const ofDns = ["allow-1-domains", "allow-1-rule", "association", "rest-domains", "rest-rule", "rule-group"].map(
	(id) => `eu-awsDnsFirewall-${id}`,
);

describeEngine("rules of firewalls in a simulated AWS", () => {
	const folder = shippedPackage();

	test("through their life", async () => {
		const project = new SimulatedProject(folder(), "rules", program);

		project.describe(first);
		const created = await project.up();
		expect(created.operations).toEqual(each("create", [...ofNetwork, ...ofDns]));
		expect(created.outputs.firewall?.value).toEqual({
			awsNetworkFirewall: {
				ruleGroupArn: "arn:aws:simulated:::stateful-rulegroup/cowork-eu-C1000",
				policyArn: "arn:aws:simulated:::eu-awsNetworkFirewall-policy",
			},
			awsDnsFirewall: {
				ruleGroupId: "eu-awsDnsFirewall-rule-group",
				ruleGroupArn: "arn:aws:simulated:::eu-awsDnsFirewall-rule-group",
			},
		});
		expect((await project.up()).operations).toEqual([]);

		project.describe({ ...first, hosts: ["cdn.example.com", "api.example.com"] });
		expect((await project.up()).operations).toEqual([]);

		project.describe({ ...first, hosts: ["another.example.com", ...first.hosts] });
		expect((await project.up()).operations).toEqual(
			each("update", ["eu-awsDnsFirewall-allow-1-domains", "eu-awsNetworkFirewall-rule-group"]),
		);

		project.describe({ ...first, network: { policy: true, capacity: 2000 } });
		const { operations } = await project.up();
		expect(operations.filter(({ name }) => name.includes("Network"))).toEqual([
			{ operation: "update", name: "eu-awsNetworkFirewall-policy" },
			{ operation: "create", name: "eu-awsNetworkFirewall-rule-group" },
			{ operation: "delete", name: "eu-awsNetworkFirewall-rule-group" },
		]);

		project.describe({ ...first, network: { place: false }, dns: { ...first.dns, place: false } });
		const gone = await project.up();
		expect(gone.operations).toEqual(each("delete", [...ofNetwork, ...ofDns]));
		expect(gone.outputs.firewall?.value).toEqual({});
	});

	test("each group has its own, and all are gone after a destroy", async () => {
		const project = new SimulatedProject(folder(), "groups", program);
		const groups = { pilot, general: { preset: "none", clients: ["10.30.0.0/16"] } };

		project.describe({ ...first, network: { scope: "perGroup" }, dns: { accept: ["widened"], place: false }, groups });
		const names = ["general", "pilot"].map((group) => `eu-awsNetworkFirewall-${group}-rule-group`);
		expect((await project.up()).operations).toEqual(each("create", names));
		const { inputs } = await project.resource("eu-awsNetworkFirewall-general-rule-group");
		expect(JSON.stringify(inputs)).toContain('"definitions":["10.30.0.0/16"]');
		expect((await project.destroy()).operations).toEqual(each("delete", names));
	});
});
