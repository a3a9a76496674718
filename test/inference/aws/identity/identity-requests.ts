import type { BedrockRequest } from "../../../../src/inference/aws/request.js";
import { helper } from "../policy/policy-cases.js";

export const sonnet = "eu.anthropic.claude-sonnet-5";
export const opus = "eu.anthropic.claude-opus-4-6-v1";
export const identityCenter = { startUrl: "https://example.awsapps.com/start", region: "us-east-1" };
export const pilot = { name: "pilot", members: { identityCenterGroup: "claude-pilot" } };
export const general = { name: "general", members: { identityCenterGroup: "claude-general" } };

/** Two groups that sign in with IAM Identity Center. */
export const base: BedrockRequest = {
	deployment: "eu",
	region: "eu-central-1",
	signIn: "identityCenter",
	signInBlock: identityCenter,
	models: [sonnet],
	provision: {},
	groups: [pilot, general],
	at: { block: ["inference", "bedrock"], groups: ["groups"] },
};
export const withHelper = { signIn: "helper", signInBlock: helper } as const;
export const withKey = { signIn: "bearerToken", signInBlock: {} } as const;
