import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { BedrockInference } from "../../../src/components/aws/bedrock-inference.js";
import { late, lateText } from "../../../src/inference/aws/late-text.js";
import { accountId, identities, instanceArn, planOf, policyOf } from "./plans.js";
import { recordAws, reveal } from "./record-aws.js";

const root = "pulumi-cowork:aws:BedrockInference";

/** Logical names and types of what is created for each way to sign in. */
const children: Record<keyof typeof identities, string[]> = {
	permissionSet: [
		"aws:ssoadmin/accountAssignment:AccountAssignment::eu-shared-assignment.0f1e2d3c-1111-2222-3333-444455556666",
		"aws:ssoadmin/permissionSet:PermissionSet::eu-shared-permission-set",
		"aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy::eu-shared-inline-policy",
	],
	existingPermissionSet: [
		"aws:iam/policy:Policy::eu-shared-policy",
		"aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment::eu-shared-policy-attachment",
	],
	role: [
		"aws:iam/openIdConnectProvider:OpenIdConnectProvider::eu-oidc-provider",
		"aws:iam/role:Role::eu-shared-role",
		"aws:iam/rolePolicy:RolePolicy::eu-shared-inline-policy",
	],
	existingRole: [
		"aws:iam/policy:Policy::eu-shared-policy",
		"aws:iam/rolePolicyAttachment:RolePolicyAttachment::eu-shared-policy-attachment",
	],
	proxyRole: ["aws:iam/role:Role::eu-shared-role", "aws:iam/rolePolicy:RolePolicy::eu-shared-inline-policy"],
	user: [
		"aws:iam/policy:Policy::eu-shared-policy",
		"aws:iam/serviceSpecificCredential:ServiceSpecificCredential::eu-shared-key.current",
		"aws:iam/serviceSpecificCredential:ServiceSpecificCredential::eu-shared-key.next",
		"aws:iam/user:User::eu-shared-user",
		"aws:iam/user:User::eu-shared-user.next",
		"aws:iam/userPolicyAttachment:UserPolicyAttachment::eu-shared-policy-attachment",
		"aws:iam/userPolicyAttachment:UserPolicyAttachment::eu-shared-policy-attachment.next",
	],
	existingUser: [
		"aws:iam/policy:Policy::eu-shared-policy",
		"aws:iam/serviceSpecificCredential:ServiceSpecificCredential::eu-shared-key.current",
		"aws:iam/userPolicyAttachment:UserPolicyAttachment::eu-shared-policy-attachment",
	],
	policyOnly: ["aws:iam/policy:Policy::eu-shared-policy"],
};

describe.each(Object.entries(identities))("%s", (name, identity) => {
	const build = () => new BedrockInference("eu", { plan: planOf([identity]) });

	test("creates exactly these, below the component, and looks nothing up", async () => {
		const { urns, calls } = await recordAws(build);
		// The mocks register a root stack of their own.
		const own = urns.filter((urn) => !urn.startsWith("pulumi:pulumi:Stack::"));
		const expected = children[name as keyof typeof identities].map((child) => `${root}$${child}`);
		expect(own).toEqual([...expected, `${root}::eu`].sort());
		expect(calls).toEqual([]);
	});

	test("tags whatever takes tags", async () => {
		const { resources } = await recordAws(build);
		const taggable = resources.filter(({ type }) =>
			/:(PermissionSet|OpenIdConnectProvider|Role|User|Policy)$/.test(type),
		);
		expect(taggable.map(({ inputs }) => inputs.tags)).toEqual(taggable.map(() => ({ team: "platform" })));
	});
});

test("a permission set carries its policy, is assigned to the account, and is where its instance is", async () => {
	const organization = () =>
		new (class extends pulumi.ProviderResource {
			constructor() {
				super("aws", "organization", {});
			}
		})();
	const { resources } = await recordAws(
		() =>
			new BedrockInference("eu", {
				plan: planOf([identities.permissionSet]),
				identityCenterProvider: organization(),
			}),
	);
	const permissionSetArn = "arn:aws:mock:::eu-shared-permission-set";
	const at = { instanceArn, region: "eu-west-1" };
	expect(resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([
		{
			type: "aws:ssoadmin/permissionSet:PermissionSet",
			name: "eu-shared-permission-set",
			provider: "organization",
			inputs: { ...at, name: "cowork-eu", sessionDuration: "PT8H", tags: { team: "platform" } },
		},
		{
			type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
			name: "eu-shared-inline-policy",
			provider: "organization",
			inputs: { ...at, permissionSetArn, inlinePolicy: JSON.stringify(policyOf(accountId)) },
		},
		{
			type: "aws:ssoadmin/accountAssignment:AccountAssignment",
			name: "eu-shared-assignment.0f1e2d3c-1111-2222-3333-444455556666",
			provider: "organization",
			inputs: {
				...at,
				permissionSetArn,
				principalType: "GROUP",
				principalId: "0f1e2d3c-1111-2222-3333-444455556666",
				targetType: "AWS_ACCOUNT",
				targetId: accountId,
			},
		},
	]);
});

test("what is not given is looked up once, where it belongs", async () => {
	const { instanceArn: _, identityStoreId: __, ...set } = identities.permissionSet;
	const plan = planOf(
		[
			{ ...set, assignedGroups: ["claude pilot"] },
			{ ...set, role: "group-legal", groups: ["legal"], name: "cowork-eu.legal", assignedGroups: ["claude legal"] },
		],
		{ accountId: lateText(late.accountId) },
	);
	const { result, calls, resources } = await recordAws(() => new BedrockInference("eu", { plan }), {
		"aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId }),
		"aws:ssoadmin/getInstances:getInstances": () => ({ arns: [instanceArn], identityStoreIds: ["d-0123456789"] }),
		"aws:identitystore/getGroup:getGroup": (inputs) => ({ groupId: `id of ${JSON.stringify(inputs)}` }),
	});
	expect(calls.map(({ token }) => token).sort()).toEqual([
		"aws:identitystore/getGroup:getGroup",
		"aws:identitystore/getGroup:getGroup",
		"aws:index/getCallerIdentity:getCallerIdentity",
		"aws:ssoadmin/getInstances:getInstances",
	]);
	const asked = {
		alternateIdentifier: { uniqueAttribute: { attributePath: "DisplayName", attributeValue: "claude legal" } },
		identityStoreId: "d-0123456789",
		region: "eu-west-1",
	};
	const assignment = resources.find(({ name }) => name === "eu-group-legal-assignment.claude legal");
	expect(assignment?.inputs.principalId).toBe(`id of ${JSON.stringify(asked)}`);
	expect(assignment?.inputs.targetId).toBe(accountId);
	expect(await reveal(result.late[late.accountId])).toEqual({
		value: accountId,
		secret: false,
	});
});

test("a role trusts the provider that is created for it", async () => {
	const { resources } = await recordAws(() => new BedrockInference("eu", { plan: planOf([identities.role]) }));
	const role = resources.find(({ type }) => type === "aws:iam/role:Role");
	const [statement] = JSON.parse(String(role?.inputs.assumeRolePolicy)).Statement;
	expect(statement.Principal).toEqual({ Federated: ["arn:aws:mock:::eu-oidc-provider"] });
	expect(role?.inputs.maxSessionDuration).toBe(28_800);
});

test("groups with roles of their own share the provider, and one that exists is not created", async () => {
	const { role } = identities;
	const legal = { ...role, role: "group-legal", groups: ["legal"], name: "cowork-eu.legal" };
	const types = async (plan: ReturnType<typeof planOf>) => {
		const { resources } = await recordAws(() => new BedrockInference("eu", { plan }));
		return resources.filter(({ type }) => type === "aws:iam/openIdConnectProvider:OpenIdConnectProvider").length;
	};
	expect(await types(planOf([role, legal]))).toBe(1);
	const arn = pulumi.output("arn:aws:iam::123456789012:oidc-provider/login.example.com");
	expect(await types(planOf([{ ...role, provider: { ...role.provider, arn } }]))).toBe(0);
});

test("a proxy's role trusts the principal that a program knows only later", async () => {
	const identity = { ...identities.proxyRole, principalArn: pulumi.output("arn:aws:iam::123456789012:role/late") };
	const { resources } = await recordAws(() => new BedrockInference("eu", { plan: planOf([identity]) }));
	const role = resources.find(({ type }) => type === "aws:iam/role:Role");
	const [statement] = JSON.parse(String(role?.inputs.assumeRolePolicy)).Statement;
	expect(statement.Principal).toEqual({ AWS: ["arn:aws:iam::123456789012:role/late"] });
});
