import { expect, test } from "vitest";
import { quiet } from "../../support/configuration.js";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { CloudProject, each } from "../simulated.js";

/** Deploys what `input.json` describes: blocks of both firewalls, hosts, and networks of groups. */
const program = `import { readFileSync } from "node:fs";
import { CoworkDeployment, gateway } from "pulumi-cowork";
import { gcpFirewallPolicy, gcpSecureWebProxy } from "pulumi-cowork/gcp";
const { policy, proxy, hosts, clients = { pilot: undefined } } = JSON.parse(
	readFileSync(new URL("./input.json", import.meta.url), "utf8"),
);
const groups = Object.entries(clients).map(([name, networks]) => [
	name,
	{ preset: "none", platforms: ["macos"], ...(networks && { clients: networks }) },
]);
export const { firewall } = new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	app: { installer: "offline" },
	settings: { ...${JSON.stringify(quiet)}, isLocalDevMcpEnabled: false, coworkEgressAllowedHosts: hosts },
	groups: Object.fromEntries(groups),
	firewall: [...(policy ? [gcpFirewallPolicy(policy)] : []), ...(proxy ? [gcpSecureWebProxy(proxy)] : [])],
});
`;

const gcp = { name: "gcp", knowledge: "test/engine/gcp/simulated-gcp.cjs", packages: ["@pulumi/gcp"] };
const location = "europe-west3";

describeEngine("rules of Google's firewalls against a simulated Google Cloud", () => {
	const folder = shippedPackage();

	test("exact names in a policy and wildcards in a proxy, through their life", async () => {
		const project = new CloudProject(gcp, folder(), "life", program);
		const policy = {
			network: "projects/example-net/global/networks/desktops",
			dedicated: true,
			leaveTo: "gcpSecureWebProxy",
		};
		const proxy = { location, gateway: { network: "n", subnetwork: "s" } };
		const many = Array.from({ length: 150 }, (_, index) => `host-${index}.example.org`);
		const hosts = [...many, "*.example.net"];

		project.describe({ policy, proxy, hosts });
		expect((await project.preview()).operations).toEqual([]);
		const { operations, outputs } = await project.up();
		const created = operations.map(({ name }) => name.replace(/^eu-gcp/, ""));
		expect(created.filter((name) => !/allow-443-\d+$/.test(name))).toEqual([
			"FirewallPolicy-allow-443",
			"FirewallPolicy-association",
			"FirewallPolicy-deny-rest",
			"FirewallPolicy-deny-rest-ipv6",
			"FirewallPolicy-policy",
			"SecureWebProxy-allow-443",
			"SecureWebProxy-gateway",
			"SecureWebProxy-list-allow-443",
			"SecureWebProxy-policy",
		]);
		expect(outputs.firewall?.value).toEqual({
			gcpFirewallPolicy: { policy: "cowork-eu" },
			gcpSecureWebProxy: {
				policy: "cowork-eu",
				gateway: `projects/example-net/locations/${location}/gateways/cowork-eu`,
			},
		});
		const { inputs } = await project.resource("eu-gcpSecureWebProxy-allow-443");
		expect(inputs.sessionMatcher).toBe(
			`inUrlList(host(), 'projects/example-net/locations/${location}/urlLists/cowork-eu-list-allow-443') && destination.port == 443`,
		);
		expect((await project.up()).operations).toEqual([]);

		project.describe({ policy, proxy, hosts: [...hosts].reverse() });
		expect((await project.up()).operations).toEqual([]);

		// A host of an early rule goes: one rule changes there, and the list of the proxy.
		project.describe({ policy, proxy, hosts: hosts.slice(1) });
		const less = (await project.up()).operations;
		expect(less).toHaveLength(2);
		expect(less.map(({ operation, name }) => `${operation} ${name.replace(/(allow-443)-\d+$/, "$1")}`)).toEqual([
			"update eu-gcpFirewallPolicy-allow-443",
			"update eu-gcpSecureWebProxy-list-allow-443",
		]);

		project.describe({ policy, proxy: { ...proxy, place: false }, hosts: hosts.slice(1) });
		expect((await project.up()).operations).toEqual(
			each(
				"delete",
				["allow-443", "gateway", "list-allow-443", "policy"].map((role) => `eu-gcpSecureWebProxy-${role}`),
			),
		);
		await project.destroy();
	});

	test("of several groups in one policy that stands", async () => {
		const project = new CloudProject(gcp, folder(), "groups", program);
		const policy = { policy: "perimeter", scope: "perGroup" };
		const clients = { pilot: ["10.10.0.0/16"], general: ["10.20.0.0/16"] };
		const hosts = ["a.example.org", "b.example.org:8443"];
		const rules = (group: string) => ["allow-443", "allow-8443"].map((role) => `eu-gcpFirewallPolicy-${group}-${role}`);

		project.describe({ policy, hosts, clients });
		const { operations } = await project.up();
		// The stand-in refuses two rules of one priority.
		expect(operations).toEqual(each("create", [...rules("general"), ...rules("pilot")]));
		const { inputs } = await project.resource("eu-gcpFirewallPolicy-pilot-allow-443");
		expect(inputs).toMatchObject({ firewallPolicy: "perimeter", match: { srcIpRanges: ["10.10.0.0/16"] } });

		project.describe({ policy, hosts, clients: { pilot: clients.pilot } });
		expect((await project.up()).operations).toEqual(each("delete", rules("general")));
	});

	test("are completed after a refusal", async () => {
		const project = new CloudProject(gcp, folder(), "refusal", program);
		project.describe({ policy: { dedicated: true }, hosts: ["a.example.org"] });
		project.refuseOnce("eu-gcpFirewallPolicy-allow-443");
		const { message, operations } = await project.failedUp();
		expect(message).toContain("the simulated Google Cloud refuses this once");
		// Nothing is closed while what opens is not there.
		expect(operations).toEqual(each("create", ["eu-gcpFirewallPolicy-policy"]));
		expect((await project.up()).operations).toEqual(
			each(
				"create",
				["allow-443", "deny-rest", "deny-rest-ipv6"].map((role) => `eu-gcpFirewallPolicy-${role}`),
			),
		);
	});
});
