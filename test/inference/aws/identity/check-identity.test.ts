import { describe, expect, it } from "vitest";
import { checkIdentity } from "../../../../src/inference/aws/identity/check-identity.js";
import type { BedrockRequest } from "../../../../src/inference/aws/request.js";
import { formatProblem } from "../../../../src/problem.js";
import { oidcRole } from "../policy/policy-cases.js";
import { base, general, identityCenter, opus, pilot, withHelper, withKey } from "./identity-requests.js";

function problems(part: Partial<BedrockRequest>): string[] {
	return checkIdentity({ ...base, ...part }).map(formatProblem);
}

const byHand = { ...identityCenter, accountId: "111122223333", roleName: "claude" };
const ownKey = { ...pilot, signInBlock: { fromEnv: "MINE" } };

describe("nothing is wrong", () => {
	it.each<[string, Partial<BedrockRequest>]>([
		["with bringYourOwn and a whole sign-in", { signInBlock: byHand, provision: { bringYourOwn: true } }],
		[
			"with bringYourOwn and keys that stand",
			{ signIn: "bearerToken", signInBlock: { fromEnv: "OURS" }, provision: { bringYourOwn: true } },
		],
		["with a key that never expires, as said", { ...withKey, provision: { bearerKey: { neverExpires: true } } }],
		[
			"with a key that one group has itself",
			{ ...withKey, groups: [ownKey, general], provision: { bearerKey: { ageDays: 30 } } },
		],
		[
			"with a key for one group beside the deployment's own",
			{
				signIn: "bearerToken",
				signInBlock: { fromEnv: "OURS" },
				groups: [{ ...pilot, signInBlock: {} }, general],
				provision: { bearerKey: { ageDays: 30 } },
			},
		],
		[
			"with a user that exists, where one group needs it",
			{
				...withKey,
				groups: [ownKey, general],
				provision: { bearerKey: { ageDays: 30, existing: { userName: "svc" } } },
			},
		],
	])("%s", (_, part) => {
		expect(problems(part)).toEqual([]);
	});
});

describe("what is wrong", () => {
	it.each<[string, Partial<BedrockRequest>, string[]]>([
		[
			"one key of others for people with different models",
			{
				signIn: "bearerToken",
				signInBlock: { fromEnv: "OURS" },
				provision: {},
				groups: [general, { ...pilot, models: [opus] }],
			},
			[
				"inference.bedrock.signIn.bearerToken: fromEnv OURS is the key of general, too, whose models differ, so that these people could call the models of either; give each a key of its own, or the same models",
			],
		],
		[
			"one permission set of others for people with different models",
			{
				signInBlock: { ...identityCenter, accountId: "111122223333", roleName: "claude" },
				provision: { bringYourOwn: true, accountId: "111122223333" },
				groups: [general, { ...pilot, models: [opus] }],
			},
			[
				"inference.bedrock.signIn.identityCenter.roleName: claude is the permission set of general, too, whose models differ, so that these people could call the models of either; give each a permission set of its own, or the same models",
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
			"an account of one group alone",
			{ groups: [{ ...pilot, signInBlock: { ...identityCenter, accountId: "999988887777" } }, general] },
			[
				"groups.pilot.inference.signIn.identityCenter.accountId: is 999988887777, where the deployment names no account; give it as provision.accountId",
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
			"a block beside bringYourOwn",
			{ signInBlock: byHand, provision: { bringYourOwn: true, permissionSet: {} } },
			["inference.bedrock.provision.permissionSet: does not go with bringYourOwn; leave one of them out"],
		],
		[
			"bringYourOwn with a sign-in that nobody completes",
			{ provision: { bringYourOwn: true, accountId: "111122223333" } },
			[
				"inference.bedrock.signIn.identityCenter.accountId: is missing; with bringYourOwn nothing decides it: write what devices sign in with",
				"inference.bedrock.signIn.identityCenter.roleName: is missing; with bringYourOwn nothing decides it: write what devices sign in with",
			],
		],
		[
			"bringYourOwn with no key, which a group has itself",
			{ ...withKey, groups: [ownKey, general], provision: { bringYourOwn: true } },
			[
				"inference.bedrock.signIn.bearerToken: is missing; with bringYourOwn nothing decides it: write what devices sign in with",
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
			"a key to be made where every group has one",
			{ signIn: "bearerToken", signInBlock: { fromEnv: "KEY" }, provision: { bearerKey: { ageDays: 30 } } },
			[
				"inference.bedrock.provision.bearerKey: does not go with a key that signIn.bearerToken names; write bearerToken: {}, or leave it out",
			],
		],
		[
			"one user for models that differ",
			{
				...withKey,
				groups: [general, { ...pilot, models: [opus] }],
				provision: { bearerKey: { ageDays: 30, existing: { userName: "svc" } } },
			},
			[
				"inference.bedrock.provision.bearerKey.existing: is one user, and the people of general and of pilot need one each; leave it out, or let no group have models, a way to sign in or profiles of its own",
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
			"a trust with nothing to go by",
			{ ...withHelper, provision: { oidcRole: {} } },
			[
				"inference.bedrock.provision.oidcRole.issuerUrl: is missing; the trust needs the issuer of the tokens",
				"inference.bedrock.provision.oidcRole.clientId: is missing; the trust needs the audience of the tokens",
				"inference.bedrock.provision.oidcRole: trusts everyone whom the issuer knows; give a subject, or a groupClaim or sessionTag of each group",
			],
		],
	])("%s", (_, part, expected) => {
		expect(problems(part)).toEqual(expected);
	});
});
