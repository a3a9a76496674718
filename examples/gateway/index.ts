import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway, local, squid } from "pulumi-cowork";

const config = new pulumi.Config();

const deployment = new CoworkDeployment("eu", {
	organization: {
		name: "Example Corp",
		uuid: "166120f5-63bc-4196-86a0-cc714acbbb77",
		identifier: "com.example.cowork",
	},
	inference: gateway({
		baseUrl: "https://llm.example.com",
		models: ["claude-sonnet-5", "claude-haiku-4-5"],
		signIn: { apiKey: config.requireSecret("gatewayKey") },
	}),
	settings: { otlpEndpoint: "https://otel.example.com:4318" },
	groups: {
		pilot: { preset: "standard", platforms: ["macos", "windows"] },
		finance: { preset: "lockedDown" },
	},
	firewall: [squid({ dedicated: true, accept: ["widened"] })],
	publish: { stores: [local({ directory: "./published" })] },
});

/** What the perimeter must allow. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
/** Where the files are, with digests. */
export const published = deployment.published;
