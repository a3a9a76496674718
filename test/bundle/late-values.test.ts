import { describe, expect, test } from "vitest";
import { formatProblem } from "../../src/problem.js";
import { compile } from "./compiled.js";

const fleet = {
	name: "fleet",
	organization: {
		name: "Example Corp",
		uuid: "b7c9e2d4-1a5f-4c38-9e60-2f8d7a6b5c41",
		identifier: "com.example.fleet",
	},
	groups: {
		staff: {
			preset: "none",
			platforms: ["macos", "windows"],
			members: { identityCenterGroup: "claude-staff" },
		},
	},
};
const route = { region: "eu-west-1", models: ["eu.anthropic.claude-sonnet-5"], provision: {} };
const identityCenter = { startUrl: "https://example.awsapps.com/start", region: "eu-west-1" };

const compiled = await compile({ ...fleet, inference: { bedrock: { ...route, signIn: { identityCenter } } } });

describe("an account that only the cloud knows", () => {
	const words = "the id of the AWS account that deploys";

	test("keeps profiles from being written, with a warning that names both cures", () => {
		expect(compiled.warnings.map(formatProblem)).toEqual([
			`warning: inference.bedrock.provision: ${words} is not known here; the profiles that need it are not written; write inference.bedrock.signIn.identityCenter.accountId, or run pulumi up`,
		]);
		const lacking = `needs ${words}, which is not available`;
		const alone = "takes away what Claude.reg brings, which is not written";
		expect(compiled.bundle.omitted).toEqual(
			[
				"macos/com.anthropic.claudefordesktop.plist",
				"macos/com.example.fleet.fleet.staff.mobileconfig",
				"windows/Claude-remove.reg",
				"windows/Claude.reg",
			].map((file) => ({
				path: `groups/staff/profiles/${file}`,
				because: file === "windows/Claude-remove.reg" ? alone : lacking,
			})),
		);
		// Nor what takes settings away: it would be the only file of a folder that somebody may deliver as a whole.
		expect(compiled.paths.filter((path) => path.includes("/profiles/"))).toEqual([]);
	});

	test("stands in settings.json by its name, and what provisioning decides has a layer of its own", () => {
		expect(compiled.json("groups/staff/settings.json")).toMatchObject({
			settings: {
				inferenceBedrockSsoAccountId: { value: { late: "bedrock.accountId" }, layer: "provision" },
				inferenceBedrockSsoRoleName: { value: "cowork-fleet", layer: "provision" },
				inferenceBedrockSsoRegion: { value: "eu-west-1", layer: "route" },
			},
		});
	});
});

test("a key that only the cloud knows is said in words and named once", async () => {
	const { warnings, json } = await compile({
		...fleet,
		inference: { bedrock: { ...route, signIn: { bearerToken: {} } } },
	});
	expect(warnings.map(({ message }) => message)).toEqual([
		"the key that AWS will create for group staff is not known here; the profiles that need it are not written; write inference.bedrock.signIn.bearerToken, or run pulumi up",
	]);
	expect(json("groups/staff/settings.json")).toMatchObject({
		settings: { inferenceBedrockBearerToken: { value: { late: "bedrock.bearerToken.staff" }, layer: "provision" } },
	});
});

test("what provisioning decides wins over what the group says, which stays to be seen", async () => {
	const models = ["eu.anthropic.claude-haiku-4-5-20251001-v1:0"];
	const { json } = await compile({
		...fleet,
		groups: { staff: { ...fleet.groups.staff, inference: { models } } },
		inference: {
			bedrock: {
				...route,
				signIn: { identityCenter: { ...identityCenter, accountId: "111122223333" } },
				provision: { applicationProfiles: { staff: {} } },
			},
		},
	});
	expect(json("groups/staff/settings.json")).toMatchObject({
		settings: {
			inferenceModels: {
				layer: "provision",
				overrides: [
					{ layer: "group", value: models },
					{ layer: "route", value: route.models },
				],
			},
		},
	});
});

test("what is planned in the cloud stands in the bundle, each policy as a file of its own", async () => {
	const provision = { agreements: ["anthropic.claude-sonnet-5"] };
	const inference = { bedrock: { ...route, signIn: { helper: { path: "/opt/example/token" } }, provision } };
	const { json, text, bundle } = await compile({ ...fleet, inference });
	const files = bundle.files.map(({ path }) => path).filter((path) => path.startsWith("cloud/"));
	expect(files).toEqual(["cloud/policies/identity-shared.json", "cloud/resources.json"]);
	expect(json("cloud/resources.json")).toEqual({
		schemaVersion: 1,
		lookUps: [{ id: "account", asks: "account", properties: {} }],
		resources: [
			{
				id: "shared-policy",
				type: "AWS::IAM::ManagedPolicy",
				name: "cowork-fleet",
				meter: "free",
				properties: { name: "cowork-fleet", policy: { policy: "identity-shared" }, tags: {} },
			},
		],
		identities: [{ name: "policy/cowork-fleet", groups: ["staff"] }],
		late: {},
		answers: [
			{
				model: "eu.anthropic.claude-sonnet-5",
				regions: ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"],
				saidBy: "a table of 2026-07",
			},
		],
		uses: [{ type: "model calls", meter: "per token, at the price of the model and region" }],
		notes: [
			{
				code: "policy-to-attach",
				path: "inference.bedrock.provision",
				message: "policy cowork-fleet has to be attached to whatever the people of staff call as",
			},
		],
	});
	const policy = text("cloud/policies/identity-shared.json");
	expect(policy).toContain("<late:account.id>");
	expect(policy.indexOf("Statement")).toBeLessThan(policy.indexOf("Version"));
});
