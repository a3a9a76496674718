import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, local, squid } from "pulumi-cowork";
import { VertexFoundation, vertex } from "pulumi-cowork/gcp";

const config = new pulumi.Config();
const projectId = new pulumi.Config("gcp").require("project");
const models = config.requireObject<string[]>("models");

/** Devices come by a pool of the organisation, with tokens of a client that is registered at its identity provider. */
const pool = { poolId: "example-people", providerId: "example-okta" };
const client = { issuer: "https://login.example.com", clientId: "cowork" };

const foundation = new VertexFoundation("foundation", {
	projectId,
	models,
	// Google's IAM knows no model: this is what keeps everybody in the project to those that are listed.
	allowedModels: { models },
	// Who called what, and no content.
	audit: { bucket: { retentionDays: 365, location: "eu" } },
	workforce: {
		organizationId: config.require("organizationId"),
		poolId: pool.poolId,
		provider: { id: pool.providerId, ...client },
	},
	settled: config.requireObject("settled"),
});

const deployment = new CoworkDeployment(
	pulumi.getStack(),
	{
		organization: { name: "Example Corp", uuid: "b0e41f6a-93c7-4d25-8a1e-57d6c2f90b38" },
		inference: vertex({
			projectId,
			region: config.require("region"),
			models,
			signIn: { workforce: { oidc: client } },
			provision: {
				workforce: pool,
				enabledModels: models,
				residency: config.requireObject("residency"),
				// Another name of the deployment leaves the role, and people bound to it, as they are.
				role: { id: "cowork" },
			},
		}),
		// Apps before it know no eu.
		app: { minimumVersion: "2.16120.0" },
		settings: { otlpEndpoint: "https://otel.example.com:4318" },
		groups: {
			pilot: { preset: "standard", members: { principalSet: "group/claude-pilot" } },
			general: { preset: "lockedDown", members: { principalSet: "group/claude-general" } },
		},
		firewall: [squid({ dedicated: true, accept: ["widened"] })],
		publish: { stores: [local({ directory: "./published" })] },
	},
	{ dependsOn: [foundation] },
);

/** What the perimeter must allow. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
export const { dataSharingCommands, workforceAudience } = foundation;
export const { published } = deployment;
