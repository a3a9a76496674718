import { parseDeployment } from "pulumi-cowork/core";
import { VertexInference } from "pulumi-cowork/gcp";

const { cloud } = parseDeployment({
	name: "eu",
	organization: { name: "Example Corp", uuid: "a94c2e7d-61b8-4f05-8c3d-2b7f9e0a5d16" },
	app: { minimumVersion: "2.16120.0" },
	inference: {
		vertex: {
			projectId: "example-claude",
			region: "eu",
			models: ["claude-sonnet-5"],
			signIn: { workforce: { oidc: { clientId: "cowork", issuer: "https://login.example.com" } } },
			provision: {
				workforce: { poolId: "example-people", providerId: "example-okta" },
				enabledModels: ["claude-sonnet-5"],
			},
		},
	},
	groups: { pilot: { preset: "standard", members: { principalSet: "group/claude-pilot" } } },
});
if (!cloud) throw new Error("the deployment creates nothing in Google Cloud");

/** The role that people are bound to. */
export const { principals } = new VertexInference("eu", { plan: cloud.plan, at: cloud.at });
