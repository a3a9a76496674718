import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { BedrockInference } from "../../../src/components/aws/bedrock-inference.js";
import type { CloudPlan } from "../../../src/inference/cloud-plan.js";
import { policyIn } from "../../inference/aws/planned.js";
import { accountId, bedrockPlan, instanceArn, mantlePlan, plans, withoutSet } from "./plans.js";
import { recordAws, reveal } from "./record-aws.js";

const root = "pulumi-cowork:aws:BedrockInference";

const assignments = ["0f1e2d3c-1111-2222-3333-444455556666", "0f1e2d3c-1111-2222-3333-444455557777"];

/** Logical names and types of what is created for each way to sign in. */
const children: Record<keyof typeof plans, string[]> = {
	permissionSet: [
		...assignments.map((group) => `aws:ssoadmin/accountAssignment:AccountAssignment::eu-shared-assignment.${group}`),
		"aws:ssoadmin/permissionSet:PermissionSet::eu-shared-permission-set",
		"aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy::eu-shared-inline-policy",
	],
	existingPermissionSet: [
		"aws:iam/policy:Policy::eu-shared-policy",
		...assignments.map((group) => `aws:ssoadmin/accountAssignment:AccountAssignment::eu-shared-assignment.${group}`),
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

describe.each(Object.entries(plans))("%s", (name, plan) => {
	const build = () => new BedrockInference("eu", { plan });

	test("creates exactly these, below the component, and looks nothing up", async () => {
		const { urns, calls } = await recordAws(build);
		// The mocks register a root stack of their own.
		const own = urns.filter((urn) => !urn.startsWith("pulumi:pulumi:Stack::"));
		const expected = children[name as keyof typeof plans].map((child) => `${root}$${child}`);
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

/** Every property that a plan names is one that the provider has: others would be dropped without a word. */
test.each<[string, CloudPlan]>([
	...Object.entries(plans),
	["mantle", mantlePlan],
	[
		"application profiles, budgets and endpoints",
		bedrockPlan({
			provision: {
				applicationProfiles: { pilot: { budget: { monthlyUsd: 500, email: "platform@example.com" } } },
				activateCostAllocationTags: true,
				privateEndpoints: {
					vpcId: "vpc-0123",
					subnetIds: ["subnet-a"],
					clientCidrs: ["10.0.0.0/16"],
					useRegionalName: true,
				},
			},
		}),
	],
])("what is planned is what is registered: %s", async (_, plan) => {
	const { resources } = await recordAws(() => new BedrockInference("eu", { plan }));
	const registered = resources.filter(({ type }) => type.startsWith("aws:"));
	const properties = (each: Readonly<Record<string, unknown>>) => Object.keys(each).sort();
	expect(Object.fromEntries(registered.map(({ name, inputs }) => [name, properties(inputs)]))).toEqual(
		Object.fromEntries(plan.resources.map((each) => [`eu-${each.id}`, properties(each.properties)])),
	);
});

test("a permission set carries its policy, is assigned to the account, and is where its instance is", async () => {
	const organization = () =>
		new (class extends pulumi.ProviderResource {
			constructor() {
				super("aws", "organization", {});
			}
		})();
	const { resources } = await recordAws(
		() => new BedrockInference("eu", { plan: plans.permissionSet, identityCenterProvider: organization() }),
	);
	const permissionSetArn = "arn:aws:mock:::eu-shared-permission-set";
	const at = { instanceArn, region: "eu-west-1" };
	const inlinePolicy = JSON.stringify(policyIn(plans.permissionSet, "identity-shared"));
	expect(resources.filter(({ type }) => type.startsWith("aws:")).slice(0, 3)).toEqual([
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
			inputs: { ...at, permissionSetArn, inlinePolicy },
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
	const plan = bedrockPlan({
		provision: { accountId: undefined, ...withoutSet({}) } as never,
		groups: [
			{ name: "pilot", members: { identityCenterGroup: "claude pilot" } },
			{ name: "legal", members: { identityCenterGroup: "claude legal" }, models: ["eu.anthropic.claude-opus-4-8"] },
		],
	});
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
	expect(await reveal(result.late["bedrock.accountId"])).toEqual({ value: accountId, secret: false });
	const policy = resources.find(({ name }) => name === "eu-shared-inline-policy")?.inputs.inlinePolicy;
	expect(policy).toContain(`arn:aws:bedrock:eu-central-1:${accountId}:inference-profile/`);
});

test("a role trusts the provider that is created for it", async () => {
	const { resources } = await recordAws(() => new BedrockInference("eu", { plan: plans.role }));
	const role = resources.find(({ type }) => type === "aws:iam/role:Role");
	const [statement] = JSON.parse(String(role?.inputs.assumeRolePolicy)).Statement;
	expect(statement.Principal).toEqual({ Federated: ["arn:aws:mock:::eu-oidc-provider"] });
	expect(role?.inputs.maxSessionDuration).toBe(28_800);
});

test("a proxy's role trusts the principal that a program knows only later", async () => {
	const place = "inference.bedrock.provision.proxyRole.principalArn";
	const plan = bedrockPlan({
		signIn: "idp",
		signInBlock: {},
		provision: withoutSet({ proxyRole: { principalArn: `<late:${place}>` } }),
	});
	const passed = (wanted: string) =>
		wanted === place ? pulumi.output("arn:aws:iam::123456789012:role/late") : undefined;
	const { resources } = await recordAws(() => new BedrockInference("eu", { plan, passed }));
	const role = resources.find(({ type }) => type === "aws:iam/role:Role");
	const [statement] = JSON.parse(String(role?.inputs.assumeRolePolicy)).Statement;
	expect(statement.Principal).toEqual({ AWS: ["arn:aws:iam::123456789012:role/late"] });
});

test("a plan that refers to what nobody passed places nothing half", async () => {
	const plan = bedrockPlan({
		signIn: "idp",
		signInBlock: {},
		provision: withoutSet({ proxyRole: { principalArn: "<late:nowhere>" } }),
	});
	await recordAws(() => {
		expect(() => new BedrockInference("eu", { plan })).toThrow("the plan refers to nowhere");
	});
});

test("records of calls stay when their deployment goes", async () => {
	const kept: string[] = [];
	const note: pulumi.ResourceTransformation = ({ name, opts }) => {
		if ("retainOnDelete" in opts && opts.retainOnDelete) kept.push(name);
		return undefined;
	};
	await recordAws(() => new BedrockInference("eu", { plan: mantlePlan }, { transformations: [note] }));
	expect(kept).toEqual(["eu-event-data-store"]);
});
