import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, local, squid } from "pulumi-cowork";
import { VertexFoundation, vertex } from "pulumi-cowork/gcp";

const config = new pulumi.Config();
const projectId = new pulumi.Config("gcp").require("project");
const network = new pulumi.StackReference(config.require("network"));
/** Single regions answer for models up to generation 4.6. */
const models = ["claude-sonnet-4-6"];

const foundation = new VertexFoundation("foundation", {
	projectId,
	projectNumber: config.require("projectNumber"),
	// What a private endpoint takes.
	services: ["compute.googleapis.com", "servicedirectory.googleapis.com", "dns.googleapis.com"],
	models,
	// Records what it would refuse, and refuses nothing: look at that before mode says "enforced".
	perimeter: { accessPolicy: config.require("accessPolicy"), networks: ["203.0.113.0/24"] },
	settled: config.requireObject("foundationSettled"),
});

const deployment = new CoworkDeployment(
	"private",
	{
		organization: { name: "Example Corp", uuid: "4d7c92e1-6b3f-4a80-9e5d-c81f02a67b94" },
		inference: vertex({
			projectId,
			region: "europe-west1",
			models,
			signIn: {
				google: {
					clientId: "123456789012-example.apps.googleusercontent.com",
					clientSecret: config.requireSecret("clientSecret"),
				},
			},
			provision: {
				enabledModels: models,
				residency: ["eu"],
				privateEndpoint: {
					network: network.requireOutput("network"),
					// Of no subnet of the network; devices reach it over the VPN, and resolve names in the network.
					address: "10.100.0.5",
					apis: "vpc-sc",
				},
				settled: config.requireObject("settled"),
			},
		}),
		settings: { otlpEndpoint: "https://otel.example.com:4318" },
		groups: { general: { preset: "lockedDown", members: { googleGroup: "claude@example.com" } } },
		firewall: [squid({ dedicated: true, accept: ["widened"] })],
		publish: { stores: [local({ directory: "./published" })] },
	},
	{ dependsOn: [foundation] },
);

/** What the perimeter must allow besides: sign-in, and no host of Vertex AI. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
export const { published } = deployment;
