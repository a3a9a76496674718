import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { type BedrockAdapterOptions, bedrock, mantle } from "../../../src/components/aws/adapters.js";
import { ProgramValues } from "../../../src/components/program-values.js";
import { bedrockProvisioning, mantleProvisioning } from "../../../src/inference/aws/provisioning.js";
import type { ProvisionRequest, RouteProvisioning } from "../../../src/inference/route.js";
import { planned } from "../../inference/aws/planned.js";
import { accountId } from "./plans.js";
import { recordAws, reveal } from "./record-aws.js";

/** What a route plans for a block, and what stands for the outputs that were in it. */
function requestOf(provisioning: RouteProvisioning, signIn: string, given: object) {
	const passed = new ProgramValues();
	// Of an object comes an object.
	const options = passed.takeOutputs(given) as Record<string, unknown>;
	const groups = ["pilot", "general"].map((name) => ({ name, members: {}, platforms: [], states: [], options }));
	const request: ProvisionRequest = { deployment: "eu", signIn, options, at: ["inference", "bedrock"], groups };
	return {
		options,
		plan: planned(provisioning.plan(request)),
		at: ["provision"],
		passed: (place: string) => passed.get(place),
	};
}

const options: BedrockAdapterOptions = {
	region: "eu-central-1",
	models: ["eu.anthropic.claude-sonnet-5"],
	signIn: { bearerToken: {} },
};

describe("bedrock", () => {
	test("keeps what the program knows only later out of the deployment, and places it", async () => {
		const privateEndpoints = {
			vpcId: pulumi.output("vpc-0123"),
			subnetIds: pulumi.output(["subnet-a", "subnet-b"]),
			clientCidrs: ["10.0.0.0/16"],
			useRegionalName: true,
		};
		const { result, resources } = await recordAws(() => {
			const adapter = bedrock({ ...options, provision: { accountId, privateEndpoints } });
			const asked = requestOf(bedrockProvisioning, "bearerToken", adapter.options);
			return { asked, placed: adapter.place("eu", asked, {}) };
		});
		expect(result.asked.options.provision).toEqual({
			accountId,
			privateEndpoints: {
				vpcId: { fromProgram: "provision.privateEndpoints.vpcId" },
				subnetIds: [{ fromProgram: "provision.privateEndpoints.subnetIds[0]" }],
				clientCidrs: ["10.0.0.0/16"],
				useRegionalName: true,
			},
		});
		const endpoint = resources.find(({ name }) => name === "eu-endpoint-runtime");
		expect(endpoint?.inputs).toMatchObject({ vpcId: "vpc-0123", subnetIds: ["subnet-a", "subnet-b"] });
		expect(Object.keys(result.placed.late)).toEqual([
			"bedrock.bearerToken.pilot",
			"bedrock.bearerToken.general",
			"bedrock.endpoint",
		]);
	});

	test("without provision has nothing of it in the deployment", () => {
		expect(bedrock(options).options).toEqual(options);
	});
});

test("mantle places its own key, policy and records", async () => {
	const { resources, result } = await recordAws(() => {
		const adapter = mantle({
			region: "us-east-1",
			models: ["anthropic.claude-sonnet-5"],
			signIn: { bearerToken: {} },
			provision: { accountId, audit: {} },
		});
		return adapter.place("us", requestOf(mantleProvisioning, "bearerToken", adapter.options), {});
	});
	expect(
		resources
			.filter(({ type }) => type.startsWith("aws:"))
			.map(({ name }) => name)
			.sort(),
	).toEqual([
		"us-event-data-store",
		"us-shared-key.current",
		"us-shared-policy",
		"us-shared-policy-attachment",
		"us-shared-user",
	]);
	const [secret] = Object.values(result.late);
	expect(secret && (await reveal(secret)).secret).toBe(true);
});
