import { describe, expect, it } from "vitest";
import { checkBedrockProvision, checkMantleProvision } from "../../../src/inference/aws/check-provision.js";
import type { BedrockRequest } from "../../../src/inference/aws/plan-bedrock.js";
import type { MantleRequest } from "../../../src/inference/aws/plan-mantle.js";
import type { BedrockProvision } from "../../../src/inference/aws/provision.js";
import { bedrockProvisionSchema } from "../../../src/inference/aws/provision-schema.js";
import { formatProblem } from "../../../src/problem.js";
import { checkSchema } from "../../../src/schema.js";
import { helper, oidcRole, privateEndpoints } from "./policy-cases.js";

const at = { block: ["inference", "bedrock"], groups: ["groups"] };
const identityCenter = { startUrl: "https://example.awsapps.com/start", region: "us-east-1" };
const pilot = { name: "pilot", members: { identityCenterGroup: "claude-pilot" } };
const general = { name: "general", members: { identityCenterGroup: "claude-general" } };
const sonnet = "eu.anthropic.claude-sonnet-5";
const opus = "eu.anthropic.claude-opus-4-6-v1";
const command =
	'curl --fail-with-body --request PUT https://bedrock.eu-central-1.amazonaws.com/data-retention --aws-sigv4 "aws:amz:eu-central-1:bedrock" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" --header "x-amz-security-token: $AWS_SESSION_TOKEN" --header "content-type: application/json" --data \'{"mode":"aws_review"}\'';

const base: BedrockRequest = {
	deployment: "eu",
	region: "eu-central-1",
	signIn: "identityCenter",
	signInBlock: identityCenter,
	models: [sonnet],
	provision: {},
	groups: [pilot, general],
	at,
};
const withHelper = { signIn: "helper", signInBlock: helper };
const withKey = { signIn: "bearerToken", signInBlock: {} };
const { groupClaim, ...openRole } = oidcRole;

function problems(part: Partial<BedrockRequest>): string[] {
	return checkBedrockProvision({ ...base, ...part }).map(formatProblem);
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
			"with a subject for groups with the same models",
			{ ...withHelper, provision: { oidcRole: { ...openRole, subject: "repo:*" } } },
		],
		["with a key that never expires, as said", { ...withKey, provision: { bearerKey: { neverExpires: true } } }],
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
			"an application profile that copies who knows what",
			{ models: ["arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1b2c3d4e5f6"] },
			[
				'inference.bedrock.models[0]: is an application inference profile, whose policy needs the profile it copies; give provision.copiedFrom["arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1b2c3d4e5f6"]',
			],
		],
		[
			"two accounts",
			{ provision: { accountId: "111122223333" }, signInBlock: { ...identityCenter, accountId: "999988887777" } },
			[
				"inference.bedrock.signIn.identityCenter.accountId: is 999988887777, where everything is created in account 111122223333; give one account",
			],
		],
		[
			"a group that nothing can be assigned to",
			{ groups: [general, { name: "pilot" }] },
			[
				"groups.pilot.members.identityCenterGroup: is missing; its permission set is assigned to a group of IAM Identity Center",
			],
		],
		[
			"models that the policy of the named permission set refuses",
			{ signInBlock: { ...identityCenter, roleName: "Cowork" }, groups: [general, { ...pilot, models: [opus] }] },
			[
				"groups.pilot.inference: lists eu.anthropic.claude-opus-4-6-v1, which the policy of permission set Cowork refuses, because that is the one of general; leave roleName out of inference.bedrock.signIn, or give the group its own",
			],
		],
		[
			"one permission set for models that differ",
			{
				provision: {
					permissionSet: { existing: { arn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1", name: "Cowork" } },
				},
				groups: [general, { ...pilot, models: [opus] }],
			},
			[
				"inference.bedrock.provision.permissionSet.existing: is one permission set, and the models or profiles of general and of pilot differ; leave it out, or give all groups the same",
			],
		],
		[
			"a block of another way to sign in",
			{ provision: { bearerKey: { ageDays: 90 } } },
			["inference.bedrock.provision.bearerKey: does not go with signIn.identityCenter; permissionSet does"],
		],
		[
			"two ways at once",
			{ signIn: "profile", signInBlock: { name: "cowork" }, provision: { permissionSet: {}, oidcRole } },
			["inference.bedrock.provision: says both permissionSet and oidcRole; people sign in as one of them"],
		],
		[
			"a trust without audience, issuer and subject",
			{ ...withHelper, provision: { oidcRole: {} } },
			[
				"inference.bedrock.provision.oidcRole.issuerUrl: is missing; the trust needs the issuer of the tokens",
				"inference.bedrock.provision.oidcRole.clientId: is missing; the trust needs the audience of the tokens",
				"inference.bedrock.provision.oidcRole: trusts everyone whom the issuer knows; give a subject or a groupClaim",
			],
		],
		[
			"a trust in every subject",
			{ ...withHelper, provision: { oidcRole: { ...openRole, subject: "*" } } },
			["inference.bedrock.provision.oidcRole.subject: stands for every subject; name one, or give a groupClaim"],
		],
		[
			"a claim of no group, and a group of no claim",
			{
				...withHelper,
				provision: {
					oidcRole: { ...openRole, groupClaim: { name: "amr", values: { pilots: ["a"], general: ["b"] } } },
				},
			},
			[
				'inference.bedrock.provision.oidcRole.groupClaim.values.pilots: no group of this name; did you mean "pilot"?',
				"inference.bedrock.provision.oidcRole.groupClaim.values.pilot: is missing; nobody could assume the group's role",
			],
		],
		[
			"a subject for groups whose models differ",
			{
				...withHelper,
				provision: { oidcRole: { ...openRole, subject: "me" } },
				groups: [general, { ...pilot, models: [opus] }],
			},
			[
				"inference.bedrock.provision.oidcRole.subject: would let the people of general and of pilot assume each other's role, whose models differ; give a groupClaim",
			],
		],
		[
			"a key without an age",
			{ ...withKey, provision: { bearerKey: {} } },
			[
				"inference.bedrock.provision.bearerKey.ageDays: is missing; give the days that a key lives, or say neverExpires: true",
			],
		],
		[
			"a key with an age that never expires, under one label twice",
			{ ...withKey, provision: { bearerKey: { ageDays: 30, neverExpires: true, previous: "current" } } },
			[
				"inference.bedrock.provision.bearerKey.neverExpires: contradicts ageDays; leave one of them out",
				"inference.bedrock.provision.bearerKey.previous: is also the current label; expected that of the key before",
			],
		],
		[
			"a key to be made where there is one",
			{ signIn: "bearerToken", signInBlock: { fromEnv: "KEY" }, provision: { bearerKey: { ageDays: 30 } } },
			[
				"inference.bedrock.provision.bearerKey: does not go with a key that signIn.bearerToken names; write bearerToken: {}, or leave it out",
			],
		],
		[
			"a proxy that is nobody",
			{ signIn: "idp", signInBlock: {}, provision: { proxyRole: {} } },
			[
				"inference.bedrock.provision.proxyRole.principalArn: is missing; the trust needs the ARN of what the proxy runs as",
			],
		],
		[
			"an ARN of another partition",
			{
				signIn: "idp",
				signInBlock: {},
				provision: { proxyRole: { principalArn: "arn:aws-us-gov:iam::111122223333:role/p" } },
			},
			[
				"inference.bedrock.provision.proxyRole.principalArn: is in partition aws-us-gov; region eu-central-1 expects aws",
			],
		],
		[
			"a block beside bringYourOwn",
			{ provision: { bringYourOwn: true, permissionSet: {} } },
			["inference.bedrock.provision.permissionSet: does not go with bringYourOwn; leave one of them out"],
		],
		[
			"a destination outside of residency",
			{
				region: "us-east-1",
				models: ["us.anthropic.claude-opus-4-6-v1"],
				provision: { residency: ["us-east-1", "us-east-2", "us-west-1", "us-west-2"] },
			},
			[
				"inference.bedrock.models[0]: us.anthropic.claude-opus-4-6-v1 reaches ca-central-1, ca-west-1, which residency does not allow; allow it, or list a profile that stays within us-east-1, us-east-2, us-west-1, us-west-2",
			],
		],
		[
			"a model without bounds under residency",
			{ models: ["global.anthropic.claude-sonnet-5"], provision: { residency: ["eu-central-1"] } },
			[
				"inference.bedrock.models[0]: global.anthropic.claude-sonnet-5 reaches any commercial region, which residency does not allow; allow it, or list a profile that stays within eu-central-1",
			],
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
		[
			"regions of another partition",
			{ provision: { destinations: { [sonnet]: ["us-gov-west-1"] } } },
			[
				`inference.bedrock.provision.destinations["${sonnet}"][0]: is not in partition aws, to which eu-central-1 belongs`,
			],
		],
		[
			"endpoints that nothing leads to",
			{ provision: { privateEndpoints: { ...privateEndpoints, privateDns: "none" } } },
			[
				"inference.bedrock.provision.privateEndpoints.privateDns: leads nobody to the endpoints; say useRegionalName: true, or let private DNS be create or existing",
			],
		],
		[
			"two addresses, one of them of an endpoint that is not made",
			{
				baseUrl: "https://proxy.example.com",
				provision: { privateEndpoints: { ...privateEndpoints, useRegionalName: true, services: ["sts"] } },
			},
			[
				"inference.bedrock.provision.privateEndpoints.useRegionalName: does not go with a baseUrl of the route; leave one of them out",
				"inference.bedrock.provision.privateEndpoints.services: has no runtime, which useRegionalName names in profiles",
			],
		],
	])("%s", (_, part, expected) => {
		expect(problems(part)).toEqual(expected);
	});

	it("names that models are missing", () => {
		const { models: _, ...without } = { ...base, ...withKey };
		expect(checkBedrockProvision(without).map(formatProblem)).toEqual([
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
	const [stranger, retention] = checkMantleProvision(mantle).map(formatProblem);
	expect(stranger).toBe(
		"inference.mantle.provision.permissionSet: does not go with signIn.bearerToken; bearerKey does",
	);
	expect(retention).toContain("https://bedrock-mantle.us-east-1.api.aws/v1/data_retention");
});

describe("the form of the block", () => {
	it.each<[unknown, string[]]>([
		[{}, []],
		[{ permissionSet: { sessionHours: 13 } }, ["provision.permissionSet.sessionHours: is 13; expected at most 12"]],
		[{ permissionSet: { sessionHours: 4 } }, ["provision.permissionSet.sessionHours: is 4; expected at least 8"]],
		[{ oidcRole: { sessionHours: 24 } }, ["provision.oidcRole.sessionHours: is 24; expected at most 12"]],
		[
			{ permissionSet: { name: "Cowork für alle" } },
			[
				"provision.permissionSet.name: is no name that IAM Identity Center takes; expected at most 32 letters, digits and +=,.@-",
			],
		],
		[
			{ proxyRole: { existing: { roleName: "a/b" } } },
			[
				"provision.proxyRole.existing.roleName: is no name that IAM takes; expected at most 64 letters, digits and +=,.@_-",
			],
		],
		[{ accountId: "1234" }, ["provision.accountId: is no AWS account id; expected 12 digits"]],
		[{ permissionset: {} }, ['provision.permissionset: unknown member; did you mean "permissionSet"?']],
		[
			{ oidcRole: { providerArn: "arn:aws-cn:iam::111122223333:oidc-provider/x" } },
			["provision.oidcRole.providerArn: is no ARN of partition aws or aws-us-gov"],
		],
		[{ oidcRole: { providerArn: { fromProgram: "arn" } } }, []],
		[
			{ oidcRole: { issuerUrl: "http://a.example" } },
			["provision.oidcRole.issuerUrl: is no issuer; expected an https URL without port, query and fragment"],
		],
	])("%j", (value, expected) => {
		expect(checkSchema(bedrockProvisionSchema, value, { at: ["provision"] }).map(formatProblem)).toEqual(expected);
	});

	it("agrees with its type", () => {
		const everything: Required<BedrockProvision> = {
			accountId: "111122223333",
			permissionSet: {
				name: "Cowork",
				instanceArn: "arn:aws:sso:::instance/ssoins-1",
				identityStoreId: "d-1234567890",
				sessionHours: 12,
			},
			oidcRole: { ...openRole, subject: "a", groupClaim, sessionHours: 1, existing: { roleName: "r" } },
			bearerKey: { ageDays: 1, neverExpires: false, current: "b", previous: "a", existing: { userName: "u" } },
			proxyRole: { principalArn: "arn:aws:iam::111122223333:role/p", existing: { roleName: "r" } },
			bringYourOwn: false,
			separateGroups: true,
			destinations: { [sonnet]: ["eu-central-1"] },
			copiedFrom: {},
			residency: ["eu-central-1"],
			dataRetention: "aws_review",
			applicationProfiles: { pilot: { tags: { team: "a" }, budget: { monthlyUsd: 10, email: "a@example.com" } } },
			privateEndpoints: { ...privateEndpoints, privateDns: "existing", useRegionalName: true, services: ["runtime"] },
			tags: { team: "a" },
		};
		expect(checkSchema(bedrockProvisionSchema, everything, { at: ["provision"] })).toEqual([]);
		expect(Object.keys(everything).sort()).toEqual(Object.keys(bedrockProvisionSchema.shape).sort());
	});
});
