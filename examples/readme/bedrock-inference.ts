import { BedrockInference } from "pulumi-cowork/aws";
import { parseDeployment } from "pulumi-cowork/core";

const { cloud } = parseDeployment({
	name: "eu",
	organization: { name: "Example Corp", uuid: "0d8c4b6f-2f0e-4d3a-9b55-7a1c83f9e2d6" },
	inference: {
		bedrock: {
			region: "eu-central-1",
			models: ["eu.anthropic.claude-sonnet-5"],
			signIn: { identityCenter: { startUrl: "https://example.awsapps.com/start", region: "eu-central-1" } },
			provision: { agreements: ["anthropic.claude-sonnet-5"] },
		},
	},
	groups: { pilot: { preset: "standard", members: { identityCenterGroup: "claude-pilot" } } },
});
if (!cloud) throw new Error("the deployment creates nothing in AWS");

/** What people sign in as; profiles, hosts and files are what CoworkDeployment adds. */
export const { principals } = new BedrockInference("eu", { plan: cloud.plan, at: cloud.at });
