import * as pulumi from "@pulumi/pulumi";
import { anthropic, CoworkDeployment, local } from "pulumi-cowork";

const config = new pulumi.Config();

const deployment = new CoworkDeployment("main", {
	organization: {
		name: "Example Corp",
		uuid: "0c5a7a3e-2f6e-4b6e-9d0a-6c1de0a4f103",
		identifier: "com.example.cowork",
	},
	inference: anthropic({
		models: ["claude-sonnet-5", "claude-haiku-4-5"],
		signIn: { apiKey: config.requireSecret("anthropicKey") },
	}),
	settings: { otlpEndpoint: "https://otel.example.com:4318" },
	groups: {
		pilot: { preset: "standard", platforms: ["macos", "windows"] },
		general: { preset: "lockedDown" },
	},
	publish: { stores: [local({ directory: "./published" })] },
});

/** What the perimeter must allow. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
/** What devices reach of Anthropic, and whether content stays with the provider. */
export const { summary } = deployment.egress;
