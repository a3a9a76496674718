import { compileBundle, type Deployment, parseDeployment } from "pulumi-cowork/core";

const eu: Deployment = {
	name: "eu",
	organization: {
		name: "Example Corp",
		uuid: "82f09fa6-2e0a-4a71-9913-0a1d7842cb0e",
		identifier: "com.example.cowork",
	},
	app: { minimumVersion: "2.110.0" },
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
