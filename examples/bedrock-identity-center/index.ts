import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, local, squid } from "pulumi-cowork";
import { bedrock } from "pulumi-cowork/aws";

const config = new pulumi.Config();

const deployment = new CoworkDeployment(pulumi.getStack(), {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: bedrock({
		region: new pulumi.Config("aws").require("region"),
		models: config.requireObject("models"),
		signIn: {
			identityCenter: {
				startUrl: "https://example.awsapps.com/start",
				// Identity Center has one region, whichever the models are called in.
				region: "eu-central-1",
				accountId: "123456789012",
			},
		},
		provision: { residency: config.requireObject("residency") },
	}),
	settings: { otlpEndpoint: "https://otel.example.com:4318" },
	groups: {
		pilot: {
			preset: "standard",
			members: { identityCenterGroup: "claude-pilot" },
			inference: { models: config.requireObject("pilotModels") },
		},
		general: { preset: "lockedDown", members: { identityCenterGroup: "claude-general" } },
	},
	firewall: [squid({ dedicated: true, accept: ["widened"] })],
	publish: [local({ directory: "./published" })],
});

/** What the perimeter must allow. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
export const published = deployment.published;
