import { describe, expect, it } from "vitest";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import type { BearerKeyProvision } from "../../../../src/inference/aws/provision.js";
import type { BedrockRequest } from "../../../../src/inference/aws/request.js";
import { idsIn, planned, policyIn, resourceIn } from "../planned.js";
import { decide } from "../policy/iam.js";
import { account } from "../policy/policy-cases.js";
import { base, general, opus, pilot, sonnet, withHelper, withKey } from "./identity-requests.js";

const plan = (part: Partial<BedrockRequest>) => planned(planBedrock({ ...base, ...part }));

describe("keys", () => {
	const withKeys = (bearerKey: BearerKeyProvision) => plan({ ...withKey, provision: { bearerKey } });
	const keysOf = (bearerKey: BearerKeyProvision) =>
		withKeys(bearerKey).resources.filter(({ type }) => type === "AWS::IAM::ServiceSpecificCredential");

	it("have a user each, which stays the key's when the label moves", () => {
		const names = (bearerKey: BearerKeyProvision) => keysOf(bearerKey).map(({ name }) => name);
		expect(names({ ageDays: 30 })).toEqual(["cowork-eu/current"]);
		expect(names({ ageDays: 30, current: "second", previous: "current" })).toEqual([
			"cowork-eu_second/second",
			"cowork-eu/current",
		]);
		expect(names({ ageDays: 30, current: "third", previous: "second" })).toEqual([
			"cowork-eu_third/third",
			"cowork-eu_second/second",
		]);
		expect(idsIn(withKeys({ ageDays: 30, current: "second", previous: "current" }))).toEqual([
			"shared-policy",
			"shared-user.second",
			"shared-policy-attachment.second",
			"shared-key.second",
			"shared-user",
			"shared-policy-attachment",
			"shared-key.current",
		]);
	});

	it("are all of a user that exists, which gets the policy once", () => {
		const bearerKey = { ageDays: 30, current: "b", previous: "a", existing: { userName: "svc" } };
		expect(keysOf(bearerKey).map(({ properties }) => properties.userName)).toEqual(["svc", "svc"]);
		expect(idsIn(withKeys(bearerKey))).toEqual([
			"shared-policy",
			"shared-policy-attachment",
			"shared-key.b",
			"shared-key.a",
		]);
	});

	it("live as long as is said", () => {
		const days = (bearerKey?: BearerKeyProvision) =>
			resourceIn(plan({ ...withKey, provision: bearerKey ? { bearerKey } : {} }), "shared-key.current").properties
				.credentialAgeDays;
		expect(days({ neverExpires: true })).toBeUndefined();
		expect(days({ ageDays: 30 })).toBe(30);
		expect(days()).toBe(90);
	});

	it("are what devices hold; the one before is said to go", () => {
		const { identities, outputs, late } = withKeys({ ageDays: 30, current: "second", previous: "current" });
		const groups = ["pilot", "general"];
		expect(identities).toEqual([
			{
				name: "key/cowork-eu_second/second",
				groups,
				keptBy: 'bearerKey.previous: "second"',
				place: { resource: "shared-key.second", user: "of this deployment" },
			},
			{
				name: "key/cowork-eu/current",
				groups,
				keptBy: 'bearerKey.previous: "current"',
				leaving: true,
				place: { resource: "shared-key.current", user: "of this deployment" },
			},
		]);
		expect(outputs).toEqual({
			principals: { shared: "<late:shared-user.second.arn>" },
			keyAge: {
				"shared.second": "<late:shared-key.second.age>",
				"shared.current": "<late:shared-key.current.age>",
			},
			keyExpiry: {
				"shared.second": "<late:shared-key.second.expiry>",
				"shared.current": "<late:shared-key.current.expiry>",
			},
		});
		expect(late).toEqual({
			"bedrock.bearerToken.pilot": "<late:shared-key.second.secret>",
			"bedrock.bearerToken.general": "<late:shared-key.second.secret>",
		});
	});
});

describe("a group's own key", () => {
	const created = (group: string, instead: string) => ({
		inferenceBedrockBearerToken: {
			fromCloud: {
				name: `bedrock.bearerToken.${group}`,
				words: `the key that AWS will create for group ${group}`,
				instead,
			},
		},
	});

	it("is the group's alone; the others share a created one", () => {
		const { identities, settings } = plan({
			...withKey,
			groups: [{ ...pilot, signInBlock: { fromEnv: "MINE" } }, general],
		});
		expect(identities).toEqual([
			{
				name: "key/cowork-eu/current",
				groups: ["general"],
				keptBy: 'bearerKey.previous: "current"',
				place: { resource: "shared-key.current", user: "of this deployment" },
			},
			{ name: "policy/cowork-eu.pilot", groups: ["pilot"] },
		]);
		expect(settings.general).toEqual(created("general", "inference.bedrock.signIn.bearerToken"));
		expect(settings.pilot ?? {}).toEqual({});
	});

	it("is created where the deployment has one and the group asks for it", () => {
		const { identities, settings } = plan({
			signIn: "bearerToken",
			signInBlock: { fromEnv: "OURS" },
			groups: [{ ...pilot, signInBlock: {} }, general],
		});
		expect(identities).toEqual([
			{ name: "policy/cowork-eu", groups: ["general"] },
			{
				name: "key/cowork-eu.pilot/current",
				groups: ["pilot"],
				keptBy: 'bearerKey.previous: "current"',
				place: { resource: "group-pilot-key.current", user: "of this deployment" },
			},
		]);
		expect(settings.general ?? {}).toEqual({});
		expect(settings.pilot).toEqual(created("pilot", "groups.pilot.inference.signIn.bearerToken"));
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
		const roles = plan({ ...withHelper, groups, provision: { accountId: account, oidcRole: { ...open, ...by } } });
		const assumable = (value: string, audience = "cowork") =>
			["trust-shared", "trust-group-pilot"].map((trust) =>
				decide([policyIn(roles, trust)], {
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

	it("comes with the issuer's provider, once, unless that exists", () => {
		const providers = (oidcRole: object) =>
			plan({ ...withHelper, groups, provision: { oidcRole } })
				.resources.filter(({ type }) => type === "AWS::IAM::OIDCProvider")
				.map(({ name }) => name);
		const by = { groupClaim: { name: "amr", values } };
		expect(providers({ issuerUrl: open.issuerUrl, clientId: "cowork", ...by })).toEqual(["https://login.example.com"]);
		expect(providers({ ...open, ...by })).toEqual([]);
	});

	it("that exists gets the policy, and nothing else of it changes", () => {
		const existing = plan({ ...withHelper, provision: { oidcRole: { existing: { roleName: "developers" } } } });
		expect(idsIn(existing)).toEqual(["shared-policy", "shared-policy-attachment"]);
		expect(resourceIn(existing, "shared-policy-attachment").properties).toEqual({
			role: "developers",
			policyArn: "<late:shared-policy.arn>",
		});
		expect(existing.identities).toEqual([{ name: "role/developers", groups: ["pilot", "general"], existing: true }]);
	});
});

describe("where an identity is", () => {
	const placeOf = (part: Partial<BedrockRequest>) => plan(part).identities[0]?.place;

	it("is what the plan says of it, and nothing that only the cloud knows", () => {
		const instanceArn = "arn:aws:sso:::instance/ssoins-0123456789abcdef";
		expect(placeOf({ provision: { accountId: account, permissionSet: { instanceArn } } })).toEqual({
			account,
			instance: instanceArn,
			"Identity Center in": "us-east-1",
			resource: "shared-permission-set",
		});
		expect(placeOf({ provision: { permissionSet: { instanceArn: "<late:instance>" } } })).toEqual({
			"Identity Center in": "us-east-1",
			resource: "shared-permission-set",
		});
	});

	it("tells keys of a user that exists from those of one that goes with them", () => {
		const ofUser = (bearerKey: BearerKeyProvision) => placeOf({ ...withKey, provision: { bearerKey } })?.user;
		expect(ofUser({ ageDays: 30, existing: { userName: "cowork-eu" } })).toBe("of somebody else");
		expect(ofUser({ ageDays: 30 })).toBe("of this deployment");
	});

	it("is for a role of people's helper what its trust rests on; whom that lets in stands beside it", () => {
		const issuerUrl = "https://login.example.com";
		const groupClaim = { name: "amr" as const, values: { pilot: ["pilots"], general: ["everyone"] } };
		const { identities } = plan({
			signIn: "helper",
			signInBlock: { path: "/usr/local/bin/helper" },
			provision: { accountId: account, oidcRole: { issuerUrl, clientId: "cowork", subject: "u-*", groupClaim } },
		});
		expect(identities).toEqual([
			{
				name: "role/cowork-eu",
				groups: ["pilot", "general"],
				place: { account, issuer: issuerUrl, client: "cowork" },
				people: ["u-*", "pilots", "everyone"],
			},
		]);
	});
});

describe("a permission set", () => {
	it("of eight hours is in the Identity Center's region, and assigned once there is a policy", () => {
		const set = plan({ provision: { accountId: account } });
		expect(set.resources.map(({ id, account: of, after }) => [id, of, after])).toEqual([
			["shared-permission-set", "identityCenter", undefined],
			["shared-inline-policy", "identityCenter", undefined],
			["shared-assignment.claude-pilot", "identityCenter", ["shared-inline-policy"]],
			["shared-assignment.claude-general", "identityCenter", ["shared-inline-policy"]],
		]);
		expect(resourceIn(set, "shared-permission-set").properties).toEqual({
			name: "cowork-eu",
			instanceArn: "<late:identity-center.instanceArn>",
			sessionDuration: "PT8H",
			tags: {},
			region: "us-east-1",
		});
	});

	it("looks up nothing that is given", () => {
		const instanceArn = "arn:aws:sso:::instance/ssoins-0123456789abcdef";
		const id = "0f1e2d3c-1111-2222-3333-444455556666";
		const byId = [{ name: "pilot", members: { identityCenterGroup: id } }];
		const asked = (permissionSet: object, groups = base.groups) =>
			plan({ provision: { accountId: account, permissionSet }, groups }).lookUps.map(({ id: lookUp }) => lookUp);
		const named = ["identity-center-group.claude-pilot", "identity-center-group.claude-general"];
		expect(asked({})).toEqual(["identity-center", ...named]);
		expect(asked({ instanceArn })).toEqual(["identity-center", ...named]);
		expect(asked({ instanceArn, identityStoreId: "d-0123456789" })).toEqual(named);
		expect(asked({ instanceArn }, byId)).toEqual([]);
		expect(asked({}, byId)).toEqual(["identity-center"]);
	});

	it("that exists takes the policy by its name, which must be there first", () => {
		const arn = "arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef";
		const existing = plan({ provision: { permissionSet: { existing: { arn, name: "Developers" } } } });
		const attachment = resourceIn(existing, "shared-policy-attachment");
		expect(attachment.after).toEqual(["shared-policy"]);
		expect(attachment.properties).toMatchObject({
			permissionSetArn: arn,
			customerManagedPolicyReference: { name: "cowork-eu", path: "/" },
		});
		expect(resourceIn(existing, "shared-policy").account).toBeUndefined();
		expect(existing.identities).toEqual([
			{
				name: "permission-set/Developers",
				groups: ["pilot", "general"],
				existing: true,
				place: { "permission set": arn, "Identity Center in": "us-east-1" },
				people: ["claude-pilot", "claude-general"],
			},
		]);
	});
});
