import { describe, expect, it } from "vitest";
import { dataRetentionCommand } from "../../../src/inference/aws/models/data-retention-command.js";
import { planBedrock } from "../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../src/inference/aws/plan-mantle.js";
import type { BedrockProvision } from "../../../src/inference/aws/provision.js";
import { bedrockProvisionShape } from "../../../src/inference/aws/provision-shape.js";
import type { BedrockRequest, MantleRequest } from "../../../src/inference/aws/request.js";
import { formatProblem } from "../../../src/problem.js";
import { checkShape } from "../../../src/shape/check-shape.js";
import { base, general, pilot, sonnet, withHelper, withKey } from "./identity/identity-requests.js";
import { errorsOf } from "./planned.js";
import { oidcRole, privateEndpoints } from "./policy/policy-cases.js";

const command = dataRetentionCommand("bedrock", "eu-central-1");
const { groupClaim, ...openRole } = oidcRole;

function problems(part: Partial<BedrockRequest>): string[] {
	return errorsOf(planBedrock({ ...base, ...part }));
}

describe("nothing is wrong", () => {
	it.each<[string, Partial<BedrockRequest>]>([
		["with an empty block for Identity Center", {}],
		["with an empty block for a profile", { signIn: "profile", signInBlock: { name: "cowork" } }],
		["with an empty block for a key", withKey],
		["with an empty block for a helper", withHelper],
		["with an empty block for an identity provider", { signIn: "idp", signInBlock: {} }],
		["with a role for a helper", { ...withHelper, provision: { oidcRole } }],
		[
			"with models that residency allows",
			{
				provision: { residency: ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"] },
			},
		],
		[
			"with a model that demands review, acknowledged",
			{ models: ["eu.anthropic.claude-fable-5"], provision: { dataRetention: "aws_review" } },
		],
		[
			"with a region that is newer than the table",
			{ region: "eu-central-9", provision: { destinations: { [sonnet]: ["eu-central-9"] } } },
		],
	])("%s", (_, part) => {
		expect(problems(part)).toEqual([]);
	});
});

describe("what is wrong", () => {
	it.each<[string, Partial<BedrockRequest>, string[]]>([
		[
			"an unknown region",
			{ region: "eu-centrl-1" },
			['inference.bedrock.region: no region of the table of 2026-07; did you mean "eu-central-1"?'],
		],
		[
			"an unknown model",
			{ models: ["eu.anthropic.claude-sonet-5"] },
			[
				'inference.bedrock.models[0]: its destination regions are not in the table of 2026-07; did you mean "eu.anthropic.claude-sonnet-5"? otherwise give them in provision.destinations["eu.anthropic.claude-sonet-5"]',
			],
		],
		[
			"an alias, which discovery would resolve",
			{ ...withKey, models: ["sonnet"] },
			["inference.bedrock.models[0]: is an alias, which a policy cannot permit; give the full id"],
		],
		[
			"a group's own unknown model",
			{ groups: [general, { ...pilot, models: ["eu.anthropic.other"] }] },
			[
				'groups.pilot.inference.models[0]: its destination regions are not in the table of 2026-07; give them in provision.destinations["eu.anthropic.other"]',
			],
		],
		[
			"a profile of another account",
			{
				models: ["arn:aws:bedrock:eu-central-1:999988887777:inference-profile/eu.anthropic.claude-sonnet-5"],
				provision: { accountId: "111122223333" },
			},
			["inference.bedrock.models[0]: is of account 999988887777; the policy permits account 111122223333 only"],
		],
		[
			"a model that demands review",
			{ models: ["eu.anthropic.claude-fable-5"] },
			[
				`inference.bedrock.models: eu.anthropic.claude-fable-5 answers only where AWS may keep and review content; run ${command} and say provision.dataRetention: aws_review, or leave it out`,
			],
		],
		[
			"application profiles of no group",
			{ provision: { applicationProfiles: { pilots: {} } } },
			['inference.bedrock.provision.applicationProfiles.pilots: no group of this name; did you mean "pilot"?'],
		],
	])("%s", (_, part, expected) => {
		expect(problems(part)).toEqual(expected);
	});

	it("names that models are missing", () => {
		const { models: _, ...without } = { ...base, ...withKey };
		expect(errorsOf(planBedrock(without))).toEqual([
			"inference.bedrock.models: is missing; what is created permits exactly the listed models",
		]);
	});

	it("names more models than a policy has room for", () => {
		const ids = Array.from({ length: 40 }, (_, index) => `eu.anthropic.claude-model-${index}`);
		const destinations = Object.fromEntries(ids.map((id) => [id, ["eu-central-1"]]));
		const [problem, ...others] = problems({ ...withKey, models: ids, provision: { destinations } });
		expect(others).toEqual([]);
		expect(problem).toMatch(
			/^inference\.bedrock\.provision: needs a policy of \d+ characters for 40 models, and AWS takes 6144 here; list fewer models$/,
		);
	});
});

it("names what Mantle's models demand", () => {
	const mantle: MantleRequest = {
		...base,
		region: "us-east-1",
		...withKey,
		models: ["anthropic.claude-fable-5"],
		provision: { permissionSet: {} } as MantleRequest["provision"],
		at: { block: ["inference", "mantle"], groups: ["groups"] },
	};
	const [stranger, retention] = errorsOf(planMantle(mantle));
	expect(stranger).toBe(
		"inference.mantle.provision.permissionSet: does not go with signIn.bearerToken; bearerKey does",
	);
	expect(retention).toContain("https://bedrock-mantle.us-east-1.api.aws/v1/data_retention");
});

describe("the form of the block", () => {
	it.each<[unknown, string[]]>([
		[{}, []],
		[{ accountId: "1234" }, ["provision.accountId: is no AWS account id; expected 12 digits"]],
		[{ permissionset: {} }, ['provision.permissionset: unknown member; did you mean "permissionSet"?']],
	])("%j", (value, expected) => {
		expect(checkShape(bedrockProvisionShape, value, { at: ["provision"] }).map(formatProblem)).toEqual(expected);
	});

	it("agrees with its type", () => {
		const everything: Required<BedrockProvision> = {
			accountId: "111122223333",
			permissionSet: {
				name: "Cowork",
				instanceArn: "arn:aws:sso:::instance/ssoins-0123456789abcdef",
				identityStoreId: "d-1234567890",
				sessionHours: 12,
			},
			oidcRole: {
				...openRole,
				subject: "a",
				groupClaim,
				sessionTag: { key: "group", values: {} },
				sessionHours: 1,
				existing: { roleName: "r" },
			},
			bearerKey: { ageDays: 1, neverExpires: false, current: "b", previous: "a", existing: { userName: "u" } },
			proxyRole: { principalArn: "arn:aws:iam::111122223333:role/p", existing: { roleName: "r" } },
			bringYourOwn: false,
			separateGroups: true,
			destinations: { [sonnet]: ["eu-central-1"] },
			copiedFrom: {},
			residency: ["eu-central-1"],
			countTokens: true,
			agreements: ["anthropic.claude-sonnet-5"],
			dataRetention: "aws_review",
			activateCostAllocationTags: true,
			applicationProfiles: { pilot: { tags: { team: "a" }, budget: { monthlyUsd: 10, email: "a@example.com" } } },
			privateEndpoints: { ...privateEndpoints, privateDns: "existing", useRegionalName: true, services: ["runtime"] },
			tags: { team: "a" },
			retire: ["role/r"],
		};
		expect(checkShape(bedrockProvisionShape, everything, { at: ["provision"] })).toEqual([]);
		expect(Object.keys(everything).sort()).toEqual(Object.keys(bedrockProvisionShape.members).sort());
	});
});
