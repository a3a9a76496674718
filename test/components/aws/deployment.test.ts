import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import type { BundleFile } from "../../../src/bundle/bundle.js";
import { renderPart } from "../../../src/components/artifact-store/part-recipe.js";
import { receivedRecipe } from "../../../src/components/artifact-store/sent-recipe.js";
import { type BedrockAdapterOptions, bedrock } from "../../../src/components/aws/adapters.js";
import { CoworkDeployment, type CoworkDeploymentArgs, gateway, local } from "../../../src/entries/index.js";
import { accountId, instanceArn } from "./plans.js";
import { type CloudResource, recordAws } from "./record-aws.js";

const sonnet = "eu.anthropic.claude-sonnet-5";
const opus = "eu.anthropic.claude-opus-4-8";
const startUrl = "https://example.awsapps.com/start";
const permissionSet = { instanceArn };

const identityCenter = {
	region: "eu-central-1",
	models: [sonnet],
	signIn: { identityCenter: { startUrl, region: "eu-west-1", accountId } },
	provision: { permissionSet },
} satisfies BedrockAdapterOptions;

const bearer = {
	region: "eu-central-1",
	models: [sonnet],
	signIn: { bearerToken: {} },
	provision: { accountId },
} satisfies BedrockAdapterOptions;

/** Groups are given by their ids, so that nothing is looked up. */
const members = {
	pilot: { identityCenterGroup: "0f1e2d3c-1111-2222-3333-444455556666" },
	general: { identityCenterGroup: "0f1e2d3c-1111-2222-3333-444455557777" },
};

const twoGroups = {
	pilot: { preset: "none", members: members.pilot, inference: { models: [sonnet, opus] } },
	general: { preset: "none", members: members.general },
} satisfies CoworkDeploymentArgs["groups"];

function args(options: BedrockAdapterOptions, groups: CoworkDeploymentArgs["groups"] = twoGroups) {
	return {
		organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
		inference: bedrock(options),
		groups,
		publish: { stores: [local({ directory: "published" })] },
	} satisfies CoworkDeploymentArgs;
}

function deploy(options: BedrockAdapterOptions, groups?: CoworkDeploymentArgs["groups"]) {
	return recordAws(() => new CoworkDeployment("eu", args(options, groups)));
}

function refused(all: CoworkDeploymentArgs) {
	return recordAws(() => {
		try {
			new CoworkDeployment("eu", all);
		} catch (fault) {
			return String(fault);
		}
		throw new Error("nothing was thrown");
	});
}

function inputsOf(resources: readonly CloudResource[], name: string): Readonly<Record<string, unknown>> {
	const found = resources.find((resource) => resource.name === name);
	if (!found) throw new Error(`no resource ${name} among ${resources.map((each) => each.name).join(", ")}`);
	return found.inputs;
}

/** A group's files, rendered as the store does it. */
function filesOf(resources: readonly CloudResource[], group: string): Promise<readonly BundleFile[]> {
	const { part, secrets } = inputsOf(resources, `eu-group-${group}-local`);
	// What the component gave the store comes back as it went.
	return renderPart(receivedRecipe(part as never), unwrapped(secrets) as never);
}

async function profileOf(resources: readonly CloudResource[], group: string): Promise<Record<string, unknown>> {
	const settings = (await filesOf(resources, group)).find(({ path }) => path.endsWith("managed-settings.json"));
	return JSON.parse(new TextDecoder().decode(settings?.content));
}

/** Pulumi wraps a secret on its way to the engine. */
function unwrapped(value: unknown): unknown {
	return isSecret(value) ? value.value : value;
}

function isSecret(value: unknown): value is { readonly value: unknown } {
	return typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;
}

describe("IAM Identity Center", () => {
	test("groups with other models have other permission sets, and profiles name them", async () => {
		const { resources, urns, calls } = await deploy(identityCenter);

		// The mocks name the nearest parent only.
		const component = "pulumi-cowork:aws:BedrockInference";
		expect(urns.filter((urn) => urn.includes("aws:"))).toEqual(
			[
				`pulumi-cowork:index:CoworkDeployment$${component}::eu-inference`,
				...["shared", "group-pilot"].flatMap((role) => {
					const id = role === "shared" ? members.general : members.pilot;
					return [
						`${component}$aws:ssoadmin/accountAssignment:AccountAssignment::eu-inference-${role}-assignment.${id.identityCenterGroup}`,
						`${component}$aws:ssoadmin/permissionSet:PermissionSet::eu-inference-${role}-permission-set`,
						`${component}$aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy::eu-inference-${role}-inline-policy`,
					];
				}),
			].sort(),
		);
		expect(calls).toEqual([]);
		for (const [group, role, name, models] of [
			["general", "shared", "cowork-eu", [sonnet]],
			["pilot", "group-pilot", "cowork-eu.pilot", [sonnet, opus]],
		] as const) {
			expect(inputsOf(resources, `eu-inference-${role}-permission-set`)).toMatchObject({
				name,
				instanceArn,
				region: "eu-west-1",
				sessionDuration: "PT8H",
			});
			expect(await profileOf(resources, group)).toMatchObject({
				inferenceProvider: "bedrock",
				inferenceCredentialKind: "interactive",
				inferenceBedrockRegion: "eu-central-1",
				inferenceBedrockSsoStartUrl: startUrl,
				inferenceBedrockSsoRegion: "eu-west-1",
				inferenceBedrockSsoAccountId: accountId,
				inferenceBedrockSsoRoleName: name,
				inferenceModels: models,
			});
			const { inlinePolicy } = inputsOf(resources, `eu-inference-${role}-inline-policy`);
			const [profiles] = JSON.parse(String(inlinePolicy)).Statement;
			expect(profiles.Resource).toEqual(
				models.map((id) => `arn:aws:bedrock:eu-central-1:${accountId}:inference-profile/${id}`),
			);
		}
	});

	test("an account that nobody names is that of the credentials, in policy and profile", async () => {
		const { signIn, ...options } = identityCenter;
		const { accountId: _, ...block } = signIn.identityCenter;
		const { resources, calls } = await recordAws(
			() => new CoworkDeployment("eu", args({ ...options, signIn: { identityCenter: block } })),
			{ "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "999988887777" }) },
		);

		expect(calls.map(({ token }) => token)).toEqual(["aws:index/getCallerIdentity:getCallerIdentity"]);
		expect(await profileOf(resources, "general")).toMatchObject({ inferenceBedrockSsoAccountId: "999988887777" });
		expect(String(inputsOf(resources, "eu-inference-shared-inline-policy").inlinePolicy)).toContain(
			`arn:aws:bedrock:eu-central-1:999988887777:inference-profile/${sonnet}`,
		);
	});
});

describe("a bearer key", () => {
	const groups = { general: { preset: "none" } } satisfies CoworkDeploymentArgs["groups"];

	test("reaches the profile as a secret, and nothing else", async () => {
		const { resources, result } = await deploy(bearer, groups);

		const { secrets, ...rest } = inputsOf(resources, "eu-group-general-local");
		expect(isSecret(secrets)).toBe(true);
		expect(unwrapped(secrets)).toEqual({ "fromCloud bedrock.bearerToken.general": "ABSK-secret" });
		const others = resources.filter(({ name }) => name !== "eu-group-general-local");
		expect(JSON.stringify([rest, others])).not.toContain("ABSK-secret");
		const outputs = pulumi.all([result.provisioned, result.published, result.groups.general?.published]);
		expect(JSON.stringify(await new Promise((resolve) => void outputs.apply(resolve)))).not.toContain("ABSK-secret");
		expect(await profileOf(resources, "general")).toMatchObject({
			inferenceCredentialKind: "static",
			inferenceBedrockBearerToken: "ABSK-secret",
		});
	});

	test("files with it are sensitive, and the others not", async () => {
		const { resources } = await deploy(bearer, groups);

		const files = await filesOf(resources, "general");
		expect(files.length).toBeGreaterThan(0);
		for (const { path, sensitive } of files)
			expect(sensitive, path).toBe(path.includes("/profiles/") && !path.endsWith("Claude-remove.reg"));
	});
});

test("the regional name of a private endpoint reaches the profile; only the host that it replaces leaves the perimeter", async () => {
	const privateEndpoints = {
		vpcId: pulumi.output("vpc-0123456789abcdef0"),
		subnetIds: pulumi.output(["subnet-a"]),
		clientCidrs: ["10.0.0.0/16"],
		useRegionalName: true,
	};
	const groups = { general: { preset: "none" } } satisfies CoworkDeploymentArgs["groups"];
	const { resources, result } = await deploy({ ...bearer, provision: { accountId, privateEndpoints } }, groups);

	expect(await profileOf(resources, "general")).toMatchObject({
		inferenceBedrockBaseUrl: "https://vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
	});
	expect(result.egress.hosts.map(({ host }) => host).filter((host) => host.includes("bedrock"))).toEqual([
		"bedrock.eu-central-1.amazonaws.com",
	]);
});

test("application profiles give a group its own ARNs as models, with a label", async () => {
	const applicationProfiles = { pilot: { tags: { team: "pilot" } } };
	const { resources } = await deploy({ ...identityCenter, provision: { permissionSet, applicationProfiles } });

	const arn = (id: string) => `arn:aws:mock:::eu-inference-application-profile-pilot.${id}`;
	expect((await profileOf(resources, "pilot")).inferenceModels).toEqual([
		{ name: arn(sonnet), labelOverride: "claude-sonnet-5", anthropicFamilyTier: "sonnet" },
		{ name: arn(opus), labelOverride: "claude-opus-4-8", anthropicFamilyTier: "opus" },
	]);
	expect((await profileOf(resources, "general")).inferenceModels).toEqual([sonnet]);
	const policy = String(inputsOf(resources, "eu-inference-group-pilot-inline-policy").inlinePolicy);
	expect(policy).toContain(arn(sonnet));
	expect(policy).toContain(arn(opus));
	expect(inputsOf(resources, `eu-inference-application-profile-pilot.${sonnet}`)).toMatchObject({
		tags: { team: "pilot", cowork: "eu/pilot" },
		modelSource: { copyFrom: `arn:aws:bedrock:eu-central-1:${accountId}:inference-profile/${sonnet}` },
	});
});

test("without provision nothing is created, whatever the adapter", async () => {
	const { provision: _, ...options } = identityCenter;
	const signIn = { identityCenter: { ...identityCenter.signIn.identityCenter, roleName: "Developers" } };
	const { resources, result } = await deploy({ ...options, signIn });

	expect(resources.filter(({ type }) => type.includes("aws:"))).toEqual([]);
	expect(result.provisioned).toEqual({});
	expect(await profileOf(resources, "general")).toMatchObject({ inferenceBedrockSsoRoleName: "Developers" });
});

describe("refused before anything is registered", () => {
	const withRole = { identityCenter: { ...identityCenter.signIn.identityCenter, roleName: "Cowork" } };

	test.each<[string, CoworkDeploymentArgs, string]>([
		[
			"a model in a profile that its policy would refuse",
			args({ ...identityCenter, signIn: withRole }),
			`groups.pilot.inference: lists ${opus}, which the policy of permission set Cowork refuses, because that is the one of general; leave roleName out of inference.bedrock.signIn, or give the group its own`,
		],
		[
			"a model that no policy knows",
			args({ ...identityCenter, models: ["eu.anthropic.claude-nonesuch-9"] }, { general: twoGroups.general }),
			"inference.bedrock.models[0]: its destination regions are not in the table of 2026-07",
		],
		[
			"a group's own list of models beside the route's",
			args(identityCenter, {
				general: { ...twoGroups.general, settings: { inferenceModels: [opus] } as object },
			}),
			"groups.general.settings.inferenceModels: is already set by inference.bedrock.models; remove it here",
		],
		[
			"a provision block that an adapter would not place",
			{ ...args(identityCenter), inference: { name: "bedrock", options: identityCenter } },
			"inference.bedrock.provision: is created by the adapter of its cloud alone; use that, or leave the block out",
		],
		[
			"a provision block of a route that creates nothing",
			{
				...args(identityCenter),
				inference: gateway({
					baseUrl: "https://llm.example.com",
					signIn: { interactive: {} },
					provision: {},
				} as Parameters<typeof gateway>[0]),
			},
			"inference.gateway.provision: unknown member",
		],
	])("%s", async (_, all, message) => {
		const { result, resources } = await refused(all);

		expect(result).toContain(message);
		expect(resources).toEqual([]);
	});
});
