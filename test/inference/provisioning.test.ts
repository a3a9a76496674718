import { expect, test } from "vitest";
import { governanceOf } from "../../src/inference/aws/governance.js";
import { governanceOf as azureGovernanceOf } from "../../src/inference/azure/governance.js";
import { governanceOf as googleGovernanceOf } from "../../src/inference/google/governance.js";
import type { InferenceRoute } from "../../src/inference/route.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { clientId, haiku, provision, sonnet, tenantId } from "./azure/requests.js";
import { examineProvisioning, type ProvisioningExam } from "./provisioning-exam.js";

const otherModels = ["eu.anthropic.claude-haiku-4-5-20251001-v1:0"];
const ofBedrock = { region: "eu-central-1", models: ["eu.anthropic.claude-sonnet-5"], provision: {} };
const ofMantle = { region: "us-east-1", models: ["anthropic.claude-sonnet-5"], provision: {} };
const identityCenter = { startUrl: "https://example.awsapps.com/start", region: "eu-central-1" };

/** A block for each route that creates something, and what its cloud's policies allow. */
const blocks: Readonly<Record<string, Omit<ProvisioningExam, "route">>> = {
	bedrock: { block: { ...ofBedrock, signIn: { identityCenter } }, otherModels, governanceOf },
	mantle: {
		block: { ...ofMantle, signIn: { bearerToken: {} } },
		otherModels: ["anthropic.claude-haiku-4-5"],
		governanceOf,
	},
	foundry: {
		block: {
			resource: "example-cowork",
			models: ["claude-sonnet-5"],
			provision: { ...provision, deployments: { "claude-sonnet-5": sonnet, "claude-haiku-4-5": haiku } },
			signIn: { entra: { tenantId, clientId } },
		},
		otherModels: ["claude-haiku-4-5"],
		governanceOf: azureGovernanceOf,
	},
	vertex: {
		block: {
			projectId: "example-cowork",
			region: "global",
			models: ["claude-sonnet-5"],
			provision: {},
			signIn: { google: { clientId: "a.apps.googleusercontent.com", clientSecret: { fromEnv: "SECRET" } } },
		},
		otherModels: ["claude-haiku-4-5@20251001"],
		governanceOf: googleGovernanceOf,
	},
};

for (const [word, asked] of Object.entries(blocks)) {
	const route = (inferenceRoutes as Readonly<Record<string, InferenceRoute>>)[word];
	if (route) examineProvisioning(word, { route, ...asked });
}

test("every route that creates something is examined", () => {
	const creating = Object.entries<InferenceRoute>(inferenceRoutes).filter(([, route]) => route.provisioning);
	expect(Object.keys(blocks).sort()).toEqual(creating.map(([word]) => word).sort());
});
