import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, local, squid } from "pulumi-cowork";
import { foundry } from "pulumi-cowork/azure";

const config = new pulumi.Config();
const network = new pulumi.StackReference(config.require("network"));

const deployment = new CoworkDeployment("private", {
	organization: { name: "Example Corp", uuid: "e9874606-68b8-4145-9ebd-69bdbc2fcb88" },
	inference: foundry({
		resource: "example-claude-private",
		models: ["sonnet"],
		signIn: { entra: { tenantId: config.require("tenantId"), flow: "browser" } },
		provision: {
			subscription: new pulumi.Config("azure-native").require("subscriptionId"),
			resourceGroup: { name: "claude-private" },
			location: "eastus2",
			deployments: {
				// Answered on Azure and within the United States, which `residency` holds every deployment to.
				sonnet: { model: "claude-sonnet-5", version: "2", hosting: "azure", sku: "DataZoneStandard", capacity: 500 },
			},
			residency: ["us"],
			provider: { organization: "Example Corp", country: "US", industry: "finance" },
			// An administrator of applications runs this, and consents for everybody.
			app: { consent: true },
			// The public endpoint is closed. Zones that the organisation has already go into `zones`.
			privateEndpoint: {
				subnetId: network.requireOutput("subnetId"),
				virtualNetworkId: network.requireOutput("virtualNetworkId"),
			},
			diagnostics: { retentionDays: 365 },
			settled: config.requireObject("settled"),
		},
	}),
	settings: { otlpEndpoint: "https://otel.example.com:4318" },
	groups: {
		general: { preset: "lockedDown", members: { entraGroupId: "7c5b2d80-1f4e-4a96-b3c7-9d0e8f6a5b05" } },
	},
	firewall: [squid({ dedicated: true, accept: ["widened"] })],
	publish: { stores: [local({ directory: "./published" })] },
});

/** What the perimeter must allow besides: no host of the account is among it. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
