import { FoundryInference } from "pulumi-cowork/azure";
import { parseDeployment } from "pulumi-cowork/core";

const { cloud } = parseDeployment({
	name: "se",
	organization: { name: "Example Corp", uuid: "5e1f7c3a-8d42-4b96-a0e7-c3d95f1b6a28" },
	inference: {
		foundry: {
			resource: "example-claude",
			models: ["sonnet"],
			signIn: { entra: { tenantId: "8a4e1f0c-6d1b-4b8e-9f3a-0c2d5e7f9a14", flow: "browser" } },
			provision: {
				subscription: "3c9d2b7e-5f40-4c6a-8b1d-7e2f9a0b4c53",
				resourceGroup: { name: "claude" },
				location: "swedencentral",
				deployments: {
					sonnet: { model: "claude-sonnet-5", version: "2", hosting: "azure", sku: "GlobalStandard", capacity: 40 },
				},
				provider: { organization: "Example Corp", country: "SE", industry: "manufacturing" },
				app: {},
			},
		},
	},
	groups: { pilot: { preset: "standard", members: { entraGroupId: "1d7e9c3a-2b4f-4a6d-8c5e-9f0a1b2c3d47" } } },
});
if (!cloud) throw new Error("the deployment creates nothing in Azure");

/** The app's id, for whoever consents to it for the tenant. */
export const { clientId } = new FoundryInference("se", { plan: cloud.plan });
