import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { renderPart } from "../../../src/components/artifact-store/part-recipe.js";
import { receivedRecipe } from "../../../src/components/artifact-store/sent-recipe.js";
import { type BedrockAdapterOptions, bedrock } from "../../../src/components/aws/adapters.js";
import { CoworkDeployment, type CoworkDeploymentArgs, local } from "../../../src/entries/index.js";
import { accountId } from "./plans.js";
import { type CloudResource, recordAws } from "./record-aws.js";

const created = "ABSK-secret";

/** The key in each group's profile. */
async function keysOf(
	signIn: BedrockAdapterOptions["signIn"],
	groups: CoworkDeploymentArgs["groups"],
): Promise<Record<string, unknown>> {
	const { resources } = await recordAws(() => {
		new CoworkDeployment("eu", {
			organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
			inference: bedrock({
				region: "eu-central-1",
				models: ["eu.anthropic.claude-sonnet-5"],
				signIn,
				provision: { accountId },
			}),
			groups,
			publish: { stores: [local({ directory: "published" })] },
		});
	});
	const keys = Object.keys(groups).map(async (group) => [group, await keyIn(resources, group)] as const);
	return Object.fromEntries(await Promise.all(keys));
}

async function keyIn(resources: readonly CloudResource[], group: string): Promise<unknown> {
	const inputs = resources.find(({ name }) => name === `eu-group-${group}-local`)?.inputs ?? {};
	// What the component gave the store comes back as it went, the secrets in the engine's wrapping.
	const { value } = inputs.secrets as { readonly value: never };
	const files = await renderPart(receivedRecipe(inputs.part as never), value);
	const profile = files.find(({ path }) => path.endsWith("managed-settings.json"));
	return JSON.parse(new TextDecoder().decode(profile?.content)).inferenceBedrockBearerToken;
}

test("a group's own key is in its profile, and the created one in the others'", async () => {
	const groups = {
		pilot: { preset: "none", inference: { signIn: { bearerToken: pulumi.secret("ABSK-mine") } } },
		general: { preset: "none" },
	} satisfies CoworkDeploymentArgs["groups"];
	expect(await keysOf({ bearerToken: {} }, groups)).toEqual({ pilot: "ABSK-mine", general: created });
});

test("a group that asks for a key of its own gets one beside the deployment's", async () => {
	const groups = {
		pilot: { preset: "none", inference: { signIn: { bearerToken: {} } } },
		general: { preset: "none" },
	} satisfies CoworkDeploymentArgs["groups"];
	expect(await keysOf({ bearerToken: pulumi.secret("ABSK-ours") }, groups)).toEqual({
		pilot: created,
		general: "ABSK-ours",
	});
});
