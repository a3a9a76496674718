import { planFoundry } from "../../../src/inference/azure/plan-foundry.js";
import type { CloudPlan } from "../../../src/inference/cloud-plan.js";
import { planned } from "../../inference/aws/planned.js";
import {
	type Asked,
	asked,
	clientId,
	haiku,
	network,
	sonnet,
	subscription,
	tenantId,
} from "../../inference/azure/requests.js";

const tags = { team: "platform" };

export function foundryPlan({ provision, ...more }: Asked = {}): CloudPlan {
	return planned(planFoundry(asked({ ...more, provision: { tags, ...provision } })));
}

/** Sign-in with an app that is registered, in some way. */
export const withApp = (flow: string, app: object = {}): Asked => ({
	signIn: { entra: { tenantId, flow } },
	provision: { app },
});

const privateEndpoint = { subnetId: network.subnet, virtualNetworkId: network.virtualNetwork };
const existing = { account: { existing: true }, resourceGroup: { name: "ai", existing: true } };

/** What exists is given by its id. */
const inCluster = `/subscriptions/${subscription}/resourceGroups/ops/providers/Microsoft.OperationalInsights/workspaces/ops`;
const identity = `/subscriptions/${subscription}/resourceGroups/ops/providers/Microsoft.ManagedIdentity/userAssignedIdentities/claude`;

/** A plan of each kind of thing that is created, and of each that exists. */
export const plans = {
	entra: foundryPlan({ signIn: { entra: { tenantId, clientId } } }),
	deviceCode: foundryPlan(withApp("device-code")),
	browser: foundryPlan(withApp("browser", { consent: true })),
	broker: foundryPlan(withApp("broker")),
	apiKey: foundryPlan({ signIn: { apiKey: {} } }),
	helper: foundryPlan({ signIn: { helper: { path: "/opt/example/token" } } }),
	bringYourOwn: foundryPlan({ provision: { bringYourOwn: true } }),
	severalModels: foundryPlan({ models: ["opus", "haiku"], provision: { deployments: { opus: sonnet, haiku } } }),
	diagnostics: foundryPlan({ provision: { diagnostics: { retentionDays: 30 } } }),
	existingWorkspace: foundryPlan({ provision: { diagnostics: { workspaceId: inCluster } } }),
	privateEndpoint: foundryPlan({ provision: { privateEndpoint } }),
	existingZones: foundryPlan({
		provision: {
			privateEndpoint: {
				subnetId: network.subnet,
				zones: {
					servicesAi: network.zone("privatelink.services.ai.azure.com"),
					openAi: network.zone("privatelink.openai.azure.com"),
					cognitiveServices: network.zone("privatelink.cognitiveservices.azure.com"),
				},
			},
		},
	}),
	zonesElsewhere: foundryPlan({
		provision: { privateEndpoint: { subnetId: network.subnet, privateDns: "elsewhere" } },
	}),
	existingAccount: foundryPlan({ provision: existing }),
	keyOfExistingAccount: foundryPlan({ signIn: { apiKey: {} }, provision: { ...existing, key: "key2" } }),
	encryption: foundryPlan({
		provision: {
			network: { addresses: ["203.0.113.0/24"], subnets: [network.subnet], trustedServices: true },
			encryption: {
				keyVaultUri: "https://example.vault.azure.net",
				keyName: "claude",
				keyVersion: "1",
				identity: { id: identity, clientId },
			},
		},
	}),
} as const;
