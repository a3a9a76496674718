import { describe, expect, it } from "vitest";
import { type BedrockRequest, planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import type { BearerKeyProvision } from "../../../../src/inference/aws/provision.js";
import { bedrockSettings } from "../../../../src/inference/aws/provisioned-settings.js";
import { decide } from "../policy/iam.js";
import { account } from "../policy/policy-cases.js";
import { base, general, opus, pilot, sonnet, withHelper, withKey } from "./identity-requests.js";

describe("keys", () => {
	const keysOf = (bearerKey: BearerKeyProvision) => {
		const [user] = planBedrock({ ...base, ...withKey, provision: { bearerKey } }).identities;
		return user?.kind === "user" ? user.keys : undefined;
	};

	it("have a user each, which stays the key's when the label moves", () => {
		const [first, second, third] = ["current", "second", "third"];
		const at = (label: string, userName: string) => ({ label, userName, ageDays: 30 });
		const keys = { current: at(first, "cowork-eu"), second: at(second, "cowork-eu_second") };
		expect(keysOf({ ageDays: 30 })).toEqual([keys.current]);
		expect(keysOf({ ageDays: 30, current: second, previous: first })).toEqual([keys.second, keys.current]);
		expect(keysOf({ ageDays: 30, current: third, previous: second })).toEqual([
			at(third, "cowork-eu_third"),
			keys.second,
		]);
	});

	it("are all of a user that exists", () => {
		const bearerKey = { ageDays: 30, current: "b", previous: "a", existing: { userName: "svc" } };
		expect(keysOf(bearerKey)?.map(({ userName }) => userName)).toEqual(["svc", "svc"]);
	});

	it("live as long as is said", () => {
		expect(keysOf({ neverExpires: true })).toEqual([{ label: "current", userName: "cowork-eu" }]);
		const [user] = planBedrock({ ...base, ...withKey }).identities;
		expect(user).toMatchObject({ keys: [{ label: "current", ageDays: 90 }], policy: { kind: "managed" } });
	});
});

describe("a group's own key", () => {
	const created = (group: string) => ({
		inferenceBedrockBearerToken: {
			fromCloud: {
				name: `bedrock.bearerToken.${group}`,
				words: `the key that AWS will create for group ${group}`,
				instead: "inference.bedrock.signIn.bearerToken",
			},
		},
	});
	const summary = (request: BedrockRequest) =>
		planBedrock(request).identities.map(({ role, kind, groups }) => [role, kind, groups]);

	it("is the group's alone; the others share a created one", () => {
		const request = { ...base, ...withKey, groups: [{ ...pilot, signInBlock: { fromEnv: "MINE" } }, general] };
		expect(summary(request)).toEqual([
			["shared", "user", ["general"]],
			["group-pilot", "policy-only", ["pilot"]],
		]);
		expect(bedrockSettings(request)).toEqual({ general: created("general"), pilot: {} });
	});

	it("is created where the deployment has one and the group asks for it", () => {
		const request = {
			...base,
			signIn: "bearerToken",
			signInBlock: { fromEnv: "OURS" },
			groups: [{ ...pilot, signInBlock: {} }, general],
		};
		expect(summary(request)).toEqual([
			["shared", "policy-only", ["general"]],
			["group-pilot", "user", ["pilot"]],
		]);
		expect(bedrockSettings(request)).toEqual({ general: {}, pilot: created("pilot") });
	});

	it("leaves one policy where every group has a key", () => {
		const groups = [{ ...pilot, signInBlock: { fromEnv: "MINE" } }, general];
		const request = { ...base, signIn: "bearerToken", signInBlock: { fromEnv: "OURS" }, groups };
		expect(summary(request)).toEqual([["shared", "policy-only", ["pilot", "general"]]]);
	});
});

describe("a role for tokens", () => {
	const providerArn = `arn:aws:iam::${account}:oidc-provider/login.example.com`;
	const open = { issuerUrl: "https://login.example.com", clientId: "cowork", providerArn };
	const groups = [general, { ...pilot, models: [sonnet, opus] }];
	const values = { general: ["everyone"], pilot: ["pilots"] };

	it.each([
		["a claim", { groupClaim: { name: "amr", values } }, (value: string) => ({ "login.example.com:amr": [value] })],
		["a session tag", { sessionTag: { key: "group", values } }, (value: string) => ({ "aws:RequestTag/group": value })],
	])("is assumed by people of its groups only, by %s", (_, by, tells) => {
		const provision = { accountId: account, oidcRole: { ...open, ...by } };
		const roles = planBedrock({ ...base, ...withHelper, groups, provision }).identities;
		const trusts = roles.map((role) => (role.kind === "web-identity-role" ? role.trust : undefined));
		const assumable = (value: string, audience = "cowork") =>
			trusts.map(
				(trust) =>
					trust &&
					decide([trust], {
						action: "sts:AssumeRoleWithWebIdentity",
						resource: "*",
						principal: ["Federated", providerArn],
						context: { "login.example.com:aud": audience, ...tells(value) },
					}),
			);
		expect(assumable("everyone")).toEqual(["allow", "implicit deny"]);
		expect(assumable("pilots")).toEqual(["implicit deny", "allow"]);
		expect(assumable("pilots", "other")).toEqual(["implicit deny", "implicit deny"]);
	});
});
