import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { describeEngine, Project, shippedPackage } from "../../support/engine.js";
import { each, SimulatedProject } from "./simulated.js";

/** Regions that answer for each model in each geography, as AWS's documentation had them in July 2026. */
const europe = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];
const america = ["ca-central-1", "ca-west-1", "us-east-1", "us-east-2", "us-west-2"];
const destinations = {
	eu: { "anthropic.claude-sonnet-5": europe, "anthropic.claude-opus-4-8": europe },
	us: { "anthropic.claude-sonnet-5": america, "anthropic.claude-opus-4-8": [...america, "us-west-1"] },
} as const;
const home = { eu: "eu-central-1", us: "us-east-1" } as const;
const accountId = "123456789012";

describeEngine("the examples on Bedrock against a simulated AWS", () => {
	const folder = shippedPackage();
	// The compiler has its say about them where it checks the whole repository.
	beforeAll(() => void vi.stubEnv("PULUMI_NODEJS_TRANSPILE_ONLY", "true"));
	afterAll(() => void vi.unstubAllEnvs());

	test("bedrock-identity-center: two regions in one account, as two stacks", async () => {
		const name = "bedrock-identity-center";
		const project = new SimulatedProject(folder(), name, "", "index.ts", { files: `examples/${name}` });
		const resourcesOf = (stack: string) =>
			["group-pilot", "shared"].flatMap((role) => [
				`${stack}-inference-${role}-assignment.claude-${role === "shared" ? "general" : "pilot"}`,
				`${stack}-inference-${role}-inline-policy`,
				`${stack}-inference-${role}-permission-set`,
			]);

		project.knowProfiles(
			Object.fromEntries(
				Object.entries(destinations).flatMap(([geography, models]) =>
					Object.entries(models).map(([model, regions]) => [`${geography}.${model}`, regions]),
				),
			),
		);
		const { operations: previewed, text } = await project.preview("eu");
		expect(previewed).toEqual([]);
		expect(text).not.toContain("warning");
		for (const stack of ["eu", "us"] as const) {
			const { operations, outputs } = await project.up(stack);
			expect(operations).toEqual(each("create", resourcesOf(stack)));
			expect(outputs.hosts?.value).toContain(`bedrock-runtime.${home[stack]}.amazonaws.com`);
			const groups = {
				pilot: ["group-pilot", ["anthropic.claude-sonnet-5", "anthropic.claude-opus-4-8"]],
				general: ["shared", ["anthropic.claude-sonnet-5"]],
			} as const;
			for (const [group, [role, models]] of Object.entries(groups)) {
				const set = (await project.resource(`${stack}-inference-${role}-permission-set`, stack)).inputs;
				// Identity Center has one region and one account, whatever the stack's.
				expect(set.region).toBe("eu-central-1");
				expect(profile(project, stack, group)).toMatchObject({
					inferenceBedrockRegion: home[stack],
					inferenceBedrockSsoRegion: "eu-central-1",
					inferenceBedrockSsoAccountId: accountId,
					inferenceBedrockSsoRoleName: set.name,
					inferenceModels: models.map((model) => `${stack}.${model}`),
				});
				const { inlinePolicy } = (await project.resource(`${stack}-inference-${role}-inline-policy`, stack)).inputs;
				expect(invocable(inlinePolicy)).toEqual(
					models
						.flatMap((model) => [
							`arn:aws:bedrock:${home[stack]}:${accountId}:inference-profile/${stack}.${model}`,
							...destinations[stack][model].map((region) => `arn:aws:bedrock:${region}::foundation-model/${model}`),
						])
						.sort(),
				);
			}
		}
		// Two sets of one name would be one in Identity Center.
		const names = (await Promise.all(["eu", "us"].map((stack) => project.resources(stack))))
			.flat()
			.flatMap(({ urn, inputs }) => (urn.endsWith("-permission-set") ? String(inputs?.name) : []));
		expect(new Set(names).size).toBe(4);

		for (const stack of ["eu", "us"]) expect((await project.up(stack)).operations).toEqual([]);

		expect((await project.destroy("eu")).operations).toEqual(each("delete", resourcesOf("eu")));
		expect(await project.resources("eu")).toEqual([]);
		expect([existsSync(project.published("eu")), existsSync(project.published("us"))]).toEqual([false, true]);
		expect((await project.destroy("us")).operations).toEqual(each("delete", resourcesOf("us")));
		expect(existsSync(project.published("us"))).toBe(false);
	});

	test("bedrock-private: endpoints in the VPC of another stack", async () => {
		const network = new Project(folder(), "network");
		network.write(
			"main.mjs",
			`export const [vpcId, subnetA, subnetB] = ["vpc-0123456789abcdef0", "subnet-a", "subnet-b"];`,
		);
		await (await network.stack("eu")).inner.up();
		const name = "bedrock-private";
		const options = { files: `examples/${name}`, backend: network.backend };
		const project = new SimulatedProject(folder(), name, "", "index.ts", options);
		const config = readFileSync(`examples/${name}/Pulumi.eu.yaml`, "utf8");
		// A backend in a folder has one organisation, with a name of its own.
		project.configure(config.replace("example/network/eu", "organization/network/eu"), "eu");
		const everything = [
			"foundation-agreement.anthropic.claude-sonnet-5",
			"foundation-invocation-logging",
			"foundation-logging-policy",
			"foundation-logging-role",
			"foundation-logs",
			"foundation-use-case",
			"private-inference-endpoint-control",
			"private-inference-endpoint-runtime",
			"private-inference-endpoints",
			"private-inference-endpoints-from.10.20.0.0/16",
			"private-inference-shared-key.first",
			"private-inference-shared-policy",
			"private-inference-shared-policy-attachment.first",
			"private-inference-shared-user.first",
		];

		// The name of the endpoint and the key are known to nobody yet.
		expect((await project.preview("eu")).operations).toEqual([]);
		const { operations, outputs, text } = await project.up("eu");
		expect(operations).toEqual(each("create", everything));

		expect((await project.resource("private-inference-endpoint-runtime", "eu")).inputs).toMatchObject({
			vpcId: "vpc-0123456789abcdef0",
			subnetIds: ["subnet-a", "subnet-b"],
			serviceName: "com.amazonaws.eu-central-1.bedrock-runtime",
			vpcEndpointType: "Interface",
		});
		expect((await project.resource("private-inference-endpoints-from.10.20.0.0/16", "eu")).inputs).toMatchObject({
			cidrIpv4: "10.20.0.0/16",
			ipProtocol: "tcp",
			fromPort: 443,
			toPort: 443,
		});
		expect(profile(project, "private", "general")).toMatchObject({
			inferenceBedrockBearerToken: "ABSK-private-inference-shared-key.first",
		});
		expect(outputs.hosts?.value.filter((host: string) => host.includes("bedrock"))).toEqual([]);
		expect((await project.resource("foundation-logs", "eu")).inputs).toMatchObject({ retentionInDays: 365 });
		expect((await project.resource("foundation-invocation-logging", "eu")).inputs.loggingConfig).toEqual({
			cloudwatchConfig: {
				logGroupName: "cowork-bedrock-0123",
				roleArn: "arn:aws:simulated:::foundation-logging-role",
			},
			textDataDeliveryEnabled: false,
			imageDataDeliveryEnabled: false,
			embeddingDataDeliveryEnabled: false,
			videoDataDeliveryEnabled: false,
		});
		expect(
			JSON.parse(String((await project.resource("foundation-logging-policy", "eu")).inputs.policy)).Statement,
		).toEqual([
			expect.objectContaining({
				Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
				Resource: [
					`arn:aws:logs:eu-central-1:${accountId}:log-group:cowork-bedrock-*:log-stream:aws/bedrock/modelinvocations`,
				],
			}),
		]);
		expect(outputs.logging?.value).toMatchObject({ logGroupName: "cowork-bedrock-0123" });
		for (const readable of [text, JSON.stringify(outputs), await project.state("eu")]) {
			expect(readable).not.toContain("ABSK-");
		}

		expect((await project.up("eu")).operations).toEqual([]);
		// Records of calls outlive what they are of, and AWS never forgets the form.
		const gone = everything.filter((name) => name !== "foundation-logs" && name !== "foundation-use-case");
		expect((await project.destroy("eu")).operations).toEqual(each("delete", gone));
		expect(await project.resources("eu")).toEqual([]);
		expect(existsSync(project.published("private"))).toBe(false);
	});
});

function profile(project: SimulatedProject, deployment: string, group: string): Record<string, unknown> {
	const file = project.published(deployment, "groups", group, "profiles/linux/managed-settings.json");
	return JSON.parse(readFileSync(file, "utf8"));
}

/** Everything that the policy lets anyone invoke, sorted. */
function invocable(policy: unknown): string[] {
	const statements: { readonly Action: readonly string[]; readonly Resource: readonly string[] }[] = JSON.parse(
		String(policy),
	).Statement;
	return statements.flatMap(({ Action, Resource }) => (Action.includes("bedrock:InvokeModel") ? Resource : [])).sort();
}
