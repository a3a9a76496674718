import { CoworkDeployment, gateway, local, markdown } from "pulumi-cowork";
import { awsNetworkFirewall } from "pulumi-cowork/aws";
import { azureFirewall } from "pulumi-cowork/azure";
import { gcpFirewallPolicy, gcpSecureWebProxy } from "pulumi-cowork/gcp";

/** Where devices come from, by the cloud that their traffic leaves by. */
const offices = { clients: ["10.10.0.0/16"] };
const engineering = { clients: ["10.20.0.0/16"] };
const branches = { clients: ["10.30.0.0/16"] };

const deployment = new CoworkDeployment("eu", {
	organization: {
		name: "Example Corp",
		uuid: "b119e943-b25e-466e-9873-6d8dc8262afa",
		identifier: "com.example.cowork",
	},
	inference: gateway({
		baseUrl: "https://llm.example.com",
		models: ["claude-sonnet-5", "claude-haiku-4-5"],
		signIn: { interactive: {} },
	}),
	settings: { otlpEndpoint: "https://otel.example.com:4318" },
	groups: {
		general: { preset: "lockedDown" },
		developers: {
			preset: "restricted",
			settings: { coworkEgressAllowedHosts: ["*.npmjs.org", "pypi.org"] },
		},
	},
	firewall: [
		// A rule group for the policy of a firewall that stands.
		awsNetworkFirewall(offices),
		// Rules by addresses for whole names, in a policy that stands; what needs a wildcard goes by the proxy.
		gcpFirewallPolicy({ ...engineering, policy: "perimeter", leaveTo: "gcpSecureWebProxy" }),
		gcpSecureWebProxy({ ...engineering, location: "europe-west3" }),
		// A rule collection group in a policy that stands.
		azureFirewall({ ...branches, resourceGroup: "network", policy: "hub" }),
		// What the network teams sign.
		markdown(),
	],
	publish: { stores: [local({ directory: "./published" })] },
});

/** What network teams attach, by the firewall's word. */
export const { firewall } = deployment;
export const published = deployment.published;
