import { compileBundle, type Deployment, parseDeployment } from "pulumi-cowork/core";

const eu: Deployment = {
	name: "eu",
	organization: {
		name: "Example Corp",
		uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11",
		identifier: "com.example.cowork",
	},
	app: { minimumVersion: "1.26832.0" },
	inference: {
		gateway: {
			baseUrl: "https://llm.example.com",
			models: ["claude-sonnet-5"],
			signIn: { apiKey: { fromEnv: "GATEWAY_KEY" } },
		},
	},
	settings: { otlpEndpoint: "https://otel.example.com" },
	groups: {
		pilot: { preset: "standard", platforms: ["macos", "windows"] },
		general: {
			preset: "lockedDown",
			settings: { skipWebFetchPreflight: true },
			inference: { models: ["claude-haiku-4-5"] },
		},
	},
	firewall: { squid: { dedicated: true, accept: ["widened"] } },
};
export const { bundle } = await compileBundle(parseDeployment(eu));
