import { describe, expect, it } from "vitest";
import { checkPermissionSets } from "../../../../src/inference/aws/identity/check-permission-sets.js";
import type { PermissionSetProvision } from "../../../../src/inference/aws/provision.js";
import type { BedrockRequest } from "../../../../src/inference/aws/request.js";
import { awsPrincipals } from "../../../../src/inference/aws/request.js";
import { formatProblem } from "../../../../src/problem.js";
import { base, general, identityCenter, opus, pilot } from "./identity-requests.js";

const arn = "arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef";
const named = (roleName: string) => ({ ...identityCenter, roleName });
const roleName = "inference.bedrock.signIn.identityCenter.roleName";

function problems(permissionSet: PermissionSetProvision | undefined, part: Partial<BedrockRequest> = {}): string[] {
	const request: BedrockRequest = { ...base, ...part, provision: { ...(permissionSet && { permissionSet }) } };
	return checkPermissionSets(request, awsPrincipals(request), ["set"]).map(formatProblem);
}

describe("nothing is wrong", () => {
	it.each<[string, PermissionSetProvision | undefined, Partial<BedrockRequest>]>([
		["with nothing said", undefined, {}],
		["with one name in both places", { name: "Cowork_EU" }, { signInBlock: named("Cowork_EU") }],
		["with the name of what exists", { existing: { arn, name: "Beta" } }, { signInBlock: named("Beta") }],
		[
			"with another name of one group",
			{ name: "Cowork" },
			{ groups: [general, { ...pilot, signInBlock: named("Pilots") }] },
		],
	])("%s", (_, set, part) => {
		expect(problems(set, part)).toEqual([]);
	});
});

describe("what is wrong", () => {
	it.each<[string, PermissionSetProvision | undefined, Partial<BedrockRequest>, string[]]>([
		[
			"a name that Identity Center does not take",
			undefined,
			{ signInBlock: named("A name of forty-seven characters, with its spaces") },
			[`${roleName}: is no name that IAM Identity Center takes; expected at most 32 letters, digits and +=,.@_-`],
		],
		[
			"a name of 33 characters, of a group",
			undefined,
			{ groups: [general, { ...pilot, signInBlock: named("a".repeat(33)) }] },
			[
				"groups.pilot.inference.signIn.identityCenter.roleName: is no name that IAM Identity Center takes; expected at most 32 letters, digits and +=,.@_-",
			],
		],
		[
			"two names",
			{ name: "Beta" },
			{ signInBlock: named("Alpha") },
			[`${roleName}: is Alpha, where provision.permissionSet says Beta; leave one of them out`],
		],
		[
			"another name than that of what exists",
			{ existing: { arn, name: "Beta" } },
			{ signInBlock: named("Alpha") },
			[`${roleName}: is Alpha, where provision.permissionSet.existing says Beta; leave one of them out`],
		],
		[
			"two names of what exists",
			{ name: "Alpha", existing: { arn, name: "Beta" } },
			{},
			["set.name: is Alpha, where existing says Beta; leave it out"],
		],
		[
			"a set of another instance",
			{ instanceArn: "arn:aws:sso:::instance/ssoins-fedcba9876543210", existing: { arn, name: "Beta" } },
			{},
			["set.existing.arn: is of instance ssoins-0123456789abcdef, where instanceArn says ssoins-fedcba9876543210"],
		],
		[
			"a group that nothing can be assigned to",
			undefined,
			{ groups: [general, { name: "pilot" }] },
			[
				"groups.pilot.members.identityCenterGroup: is missing; its permission set is assigned to a group of IAM Identity Center",
			],
		],
		[
			"models that the policy of the named permission set refuses",
			undefined,
			{ signInBlock: named("Cowork"), groups: [general, { ...pilot, models: [opus] }] },
			[
				"groups.pilot.inference: lists eu.anthropic.claude-opus-4-6-v1, which the policy of permission set Cowork refuses, because that is the one of general; leave roleName out of inference.bedrock.signIn, or give the group its own",
			],
		],
		[
			"one permission set for models that differ",
			{ existing: { arn, name: "Cowork" } },
			{ groups: [general, { ...pilot, models: [opus] }] },
			[
				"set.existing: is one permission set, and the people of general and of pilot need one each; leave it out, or let no group have models, a way to sign in or profiles of its own",
			],
		],
	])("%s", (_, set, part, expected) => {
		expect(problems(set, part)).toEqual(expected);
	});
});
