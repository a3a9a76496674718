import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway, local, squid } from "pulumi-cowork";

const config = new pulumi.Config();

const eu = new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "c6a09d9a-1887-44c1-a643-85202be2ac49" },
	inference: gateway({
		baseUrl: "https://llm.example.com",
		models: ["claude-sonnet-5"],
		signIn: { apiKey: config.requireSecret("gatewayKey") },
	}),
	settings: { otlpEndpoint: "https://otel.example.com" },
	groups: { pilot: { preset: "standard" } },
	firewall: [squid({ dedicated: true, accept: ["widened"] })],
	publish: { stores: [local({ directory: "./published" })] },
});

/** What the perimeter must allow, and where the files are. */
export const hosts = eu.egress.hosts.map(({ host }) => host);
export const published = eu.published;
