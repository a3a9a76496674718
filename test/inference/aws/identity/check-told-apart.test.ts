import { describe, expect, it } from "vitest";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import type { OidcRoleProvision } from "../../../../src/inference/aws/provision.js";
import type { BedrockRequest } from "../../../../src/inference/aws/request.js";
import type { RequestedGroup } from "../../../../src/inference/requested-deployment.js";
import { errorsOf } from "../planned.js";
import { account } from "../policy/policy-cases.js";
import { base, general, opus, pilot, sonnet, withHelper } from "./identity-requests.js";

const open = { issuerUrl: "https://login.example.com/tenant", clientId: "cowork" };
const apart = { pilot: ["pilots"], general: ["everyone"] };
const alike = { pilot: ["everyone"], general: ["everyone"] };
const overlapping = { pilot: ["pilots", "staff"], general: ["everyone", "staff"] };
const otherModels = [general, { ...pilot, models: [opus] }];
const sameModels = [general, { ...pilot, models: [sonnet] }];
const role = "inference.bedrock.provision.oidcRole";

function withRole(oidcRole: OidcRoleProvision, groups: readonly RequestedGroup[] = otherModels): string[] {
	return errorsOf(planBedrock({ ...base, ...withHelper, groups, provision: { accountId: account, oidcRole } }));
}

function assigned(part: Partial<BedrockRequest>): string[] {
	return errorsOf(planBedrock({ ...base, ...part }));
}

const share = (value: string, what: string) =>
	`${value} is the ${what} of general, too, whose models differ, so that these people could call the models of either; give each a ${what} of its own, or the same models`;

describe("people of two groups", () => {
	it.each<[string, OidcRoleProvision, string[]]>([
		[
			"with one session tag",
			{ ...open, sessionTag: { key: "group", values: alike } },
			[`${role}.sessionTag.values.pilot: ${share("everyone", "session tag")}`],
		],
		[
			"with one group claim",
			{ ...open, groupClaim: { name: "amr", values: alike } },
			[`${role}.groupClaim.values.pilot: ${share("everyone", "group claim")}`],
		],
		[
			"some of whom have the tags of both",
			{ ...open, sessionTag: { key: "group", values: overlapping } },
			[`${role}.sessionTag.values.pilot: ${share("staff", "session tag")}`],
		],
		[
			"with one claim and one tag",
			{ ...open, groupClaim: { name: "amr", values: alike }, sessionTag: { key: "group", values: alike } },
			[`${role}.groupClaim.values.pilot: ${share("everyone", "group claim")}`],
		],
		// A role asks for both.
		[
			"with one claim, and tags of their own",
			{ ...open, groupClaim: { name: "amr", values: alike }, sessionTag: { key: "group", values: apart } },
			[],
		],
		["with tags of their own", { ...open, sessionTag: { key: "group", values: apart } }, []],
	])("%s, whose models differ", (_, oidcRole, expected) => {
		expect(withRole(oidcRole)).toEqual(expected);
	});

	it("with one session tag may have the same models, each by a role of its own", () => {
		expect(withRole({ ...open, sessionTag: { key: "group", values: alike } }, sameModels)).toEqual([]);
		expect(withRole({ ...open, sessionTag: { key: "group", values: alike } }, base.groups)).toEqual([]);
	});

	it("of one group of Identity Center are refused where models differ, and only there", () => {
		const one = { members: { identityCenterGroup: "claude-general" } };
		expect(assigned({ groups: [general, { ...pilot, ...one, models: [opus] }] })).toEqual([
			`groups.pilot.members.identityCenterGroup: ${share("claude-general", "group of IAM Identity Center")}`,
		]);
		expect(assigned({ groups: [general, { ...pilot, ...one, models: [sonnet] }] })).toEqual([]);
		expect(assigned({ groups: [general, { ...pilot, ...one }] })).toEqual([]);
		expect(assigned({ groups: otherModels })).toEqual([]);
	});
});
