import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, local, squid } from "pulumi-cowork";
import { foundry } from "pulumi-cowork/azure";

const config = new pulumi.Config();
const tenantId = config.require("tenantId");
/** Of an app that somebody registered by hand; without it the app is registered, which needs `@pulumi/azuread`. */
const clientId = config.get("clientId");
const stack = pulumi.getStack();

const deployment = new CoworkDeployment(stack, {
	organization: { name: "Example Corp", uuid: "c899b99a-b2a1-4f93-9a6b-f0e34645686d" },
	inference: foundry({
		// The account's sub-domain, which nobody else in the world may have.
		resource: `example-claude-${stack}`,
		models: ["sonnet", "haiku"],
		signIn: { entra: { tenantId, flow: "browser", ...(clientId !== undefined && { clientId }) } },
		provision: {
			subscription: new pulumi.Config("azure-native").require("subscriptionId"),
			resourceGroup: { name: `claude-${stack}` },
			location: "swedencentral",
			deployments: {
				// Version 2 is hosted on Azure; 1 and dated ones by Anthropic, outside of it.
				sonnet: { model: "claude-sonnet-5", version: "2", hosting: "azure", sku: "GlobalStandard", capacity: 500 },
				haiku: { model: "claude-haiku-5-5", version: "2", hosting: "azure", sku: "GlobalStandard", capacity: 500 },
			},
			provider: { organization: "Example Corp", country: "SE", industry: "manufacturing" },
			...(clientId === undefined && { app: {} }),
			settled: config.requireObject("settled"),
			tags: { service: "claude-cowork" },
		},
	}),
	settings: { otlpEndpoint: "https://otel.example.com:4318" },
	groups: {
		// Azure's roles know the account alone, so that both groups can call both models.
		pilot: { preset: "standard", members: { entraGroupId: "0a6d1e94-3c7b-4f28-95ad-6e8b2f7c1d04" } },
		general: { preset: "lockedDown", members: { entraGroupId: "7c5b2d80-1f4e-4a96-b3c7-9d0e8f6a5b05" } },
	},
	firewall: [squid({ dedicated: true, accept: ["widened"] })],
	publish: { stores: [local({ directory: "./published" })] },
});

/** What the perimeter must allow. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
/** For whoever consents to the app for the tenant; absent where it was registered by hand. */
export const appClientId = deployment.provisioned.clientId;
