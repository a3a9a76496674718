import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, local, squid } from "pulumi-cowork";
import { bedrock, bedrockFacts } from "pulumi-cowork/aws";

const config = new pulumi.Config();
const region = new pulumi.Config("aws").require("region");
const models = config.requireObject<string[]>("models");
const pilotModels = config.requireObject<string[]>("pilotModels");
const accountId = "123456789012";

async function deploy() {
	// Residency is held against the regions to which AWS routes by now, and not only those of a table.
	const { destinations } = await bedrockFacts({ region, models: [...models, ...pilotModels], accountId });
	const { egress, published } = new CoworkDeployment(pulumi.getStack(), {
		organization: { name: "Example Corp", uuid: "c3053009-8e8a-48b1-9354-db6413b11670" },
		inference: bedrock({
			region,
			models,
			signIn: {
				identityCenter: {
					startUrl: "https://example.awsapps.com/start",
					// Identity Center has one region, whichever the models are called in.
					region: "eu-central-1",
					accountId,
				},
			},
			provision: {
				destinations,
				residency: config.requireObject("residency"),
				// Models that an administrator has called once, after handing in Anthropic's form: nobody else may subscribe.
				agreements: config.requireObject("agreements"),
			},
		}),
		settings: { otlpEndpoint: "https://otel.example.com:4318" },
		groups: {
			// To give a group another name: add it beside this one; once its devices have changed over, take this one out with
			// provision.retire: ["permission-set/cowork-<stack>.pilot"], as the refusal of `pulumi up` writes it out.
			pilot: {
				preset: "standard",
				members: { identityCenterGroup: "claude-pilot" },
				inference: { models: pilotModels },
			},
			general: { preset: "lockedDown", members: { identityCenterGroup: "claude-general" } },
		},
		firewall: [squid({ dedicated: true, accept: ["widened"] })],
		publish: { stores: [local({ directory: "./published" })] },
	});
	return { hosts: egress.hosts.map(({ host }) => host), published };
}

const deployed = deploy();

/** What the perimeter must allow. */
export const hosts = deployed.then((made) => made.hosts);
export const published = deployed.then((made) => made.published);
