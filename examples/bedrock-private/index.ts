import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, local, squid } from "pulumi-cowork";
import { BedrockFoundation, bedrock } from "pulumi-cowork/aws";

const region = "eu-central-1";
const accountId = "123456789012";
const network = new pulumi.StackReference(new pulumi.Config().require("network"));

/** Models of AWS Marketplace answer nobody before the account has handed in the form and subscribed to them. */
const agreements = { "anthropic.claude-sonnet-5": {} };

const foundation = new BedrockFoundation("foundation", {
	region,
	accountId,
	useCase: {
		companyName: "Example Corp",
		companyWebsite: "https://example.com",
		intendedUsers: "0",
		industryOption: "Energy",
		useCases: "drafting and research",
	},
	agreements,
	logging: { to: { logGroup: {} }, retentionDays: 365 },
});

const deployment = new CoworkDeployment(
	"private",
	{
		organization: { name: "Example Corp", uuid: "fa2c749a-d2ea-4364-aea6-ebcc6dbfae58" },
		inference: bedrock({
			region,
			models: ["eu.anthropic.claude-sonnet-5"],
			signIn: { bearerToken: {} },
			provision: {
				accountId,
				agreements: Object.keys(agreements),
				// To change the key: { current: "second", previous: "first" }, and, once devices have the second, without previous.
				bearerKey: { ageDays: 90, current: "first" },
				privateEndpoints: {
					vpcId: network.requireOutput("vpcId"),
					subnetIds: [network.requireOutput("subnetA"), network.requireOutput("subnetB")],
					// Devices resolve names in the VPC; where they do not, say useRegionalName, and discovery stays public.
					clientCidrs: ["10.20.0.0/16"],
					// Nothing else in the VPC may call Bedrock by these endpoints, and private DNS leaves it no other way.
					otherPrincipals: "deny",
				},
			},
		}),
		settings: { otlpEndpoint: "https://otel.example.com:4318" },
		groups: { general: { preset: "lockedDown" } },
		firewall: [squid({ dedicated: true, accept: ["widened"] })],
		publish: { stores: [local({ directory: "./published" })] },
	},
	{ dependsOn: [foundation] },
);

/** What the perimeter must allow besides: no host of Bedrock is among it. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
/** When each key ends, by principal and label; the last thirty days are a warning. */
export const { keyExpiry } = deployment.provisioned;
export const { logging, dataRetentionCommands } = foundation;
