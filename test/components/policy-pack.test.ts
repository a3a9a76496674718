import { type ResourceValidationArgs, UnknownValueError, unknownCheckingProxy } from "@pulumi/policy";
import { expect, test } from "vitest";
import { packPolicies } from "../../src/components/policy-pack/pack-policies.js";
import { coworkPolicyPack } from "../../src/components/policy-pack/policy-pack.js";
import { reviewRegistered } from "../../src/components/policy-pack/registered-deployments.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { JsonObject } from "../../src/json.js";
import { parsePolicies } from "../../src/policy/parse-policies.js";
import { registries } from "../../src/registries.js";
import { reviewParsed } from "../../src/review/review-parsed.js";
import { carefulWith, privately } from "../policy/careful.js";
import { ruleCases } from "../policy/rule-cases.js";

/** As it comes from a program that has not got it yet. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const component = "urn:pulumi:test::p::pulumi-cowork:index:CoworkDeployment::main";
const inference =
	"urn:pulumi:test::p::pulumi-cowork:index:CoworkDeployment$pulumi-cowork:aws:BedrockInference::main-inference";
const registered = (input: unknown): JsonObject => JSON.parse(JSON.stringify(parseDeployment(input).deployment));
const provisioned = registered(carefulWith({ inference: privately }));

interface Given extends Partial<ResourceValidationArgs> {
	readonly type: string;
	readonly urn: string;
	readonly name: string;
}

/** What a pack reports of resources in the order in which they are registered. */
function reports(policies: object, resources: readonly Given[]): string[] {
	const { value } = parsePolicies({ policies: { sets: [], ...policies } });
	if (!value) throw new Error("the policies are refused");
	const found: string[] = [];
	const all = packPolicies(value);
	for (const { props = {}, opts, ...rest } of resources) {
		for (const policy of all) {
			if (!("validateResource" in policy)) continue;
			const args = {
				...rest,
				props: unknownCheckingProxy(props),
				opts: opts ?? {},
			} as unknown as ResourceValidationArgs;
			for (const validate of [policy.validateResource].flat())
				void validate?.(args, (message) => found.push(`${policy.enforcementLevel} ${policy.name}: ${message}`));
		}
	}
	return found;
}

const deployment = (props: object): Given => ({
	type: "pulumi-cowork:index:CoworkDeployment",
	urn: component,
	name: "main",
	props,
});
const below = (name: string, type: string, props: object): Given => ({
	type,
	urn: `${inference.replace("::main-inference", "")}$${type}::${name}`,
	name,
	props,
	opts: { parent: inference } as unknown as ResourceValidationArgs["opts"],
});
const route: Given = {
	type: "pulumi-cowork:aws:BedrockInference",
	urn: inference,
	name: "main-inference",
	opts: { parent: component } as unknown as ResourceValidationArgs["opts"],
};
const everything = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "bedrock:*", Resource: "*" }] });

test("a registered deployment means what its file means, for every case of every rule", () => {
	const inputs = new Set(Object.values(ruleCases).flatMap((cases) => cases.map((each) => each.deployment)));
	for (const input of inputs) {
		const parsed = parseDeployment(input);
		expect(reviewRegistered(registered(input)).value).toEqual(reviewParsed(parsed, registries).value);
	}
});

test("what is no deployment of this version is told, and is no deployment that is right", () => {
	const [problem] = reviewRegistered({ name: "eu" }).problems;
	expect(problem?.code).toBe("unread-deployment");
	expect(reports({ rules: { telemetry: "error" } }, [deployment({ deployment: { name: "eu" } })])).toEqual([
		expect.stringMatching(/^mandatory readable-deployment: .*cannot be read by pulumi-cowork/),
	]);
});

test("an error is mandatory and a warning advisory, with the groups and the place", () => {
	const input = carefulWith({ groups: { a: { preset: "lockedDown", settings: { coworkEgressAllowedHosts: ["*"] } } } });
	const rules = { "open-sandbox": "error", "wildcard-hosts": "warning" };
	expect(reports({ rules }, [deployment({ deployment: registered(input) })])).toEqual([
		"mandatory open-sandbox: lets the agent's tools reach every host in group a (groups.a.settings.coworkEgressAllowedHosts)",
		"advisory wildcard-hosts: coworkEgressAllowedHosts opens every host in group a (groups.a.settings.coworkEgressAllowedHosts)",
	]);
});

test("a resource below a component is looked at as it is registered, whatever was planned", () => {
	const rules = { "iam-wildcards": "error" };
	const policy = below("main-inference-key", "aws:iam/rolePolicy:RolePolicy", { policy: everything, role: unknown });
	expect(reports({ rules }, [deployment({ deployment: provisioned }), route, policy])).toEqual([
		"mandatory iam-wildcards: main-inference-key allows bedrock:*",
	]);
	const { opts: _, ...unowned } = policy;
	const elsewhere = { ...unowned, urn: "urn:pulumi:test::p::aws:iam/rolePolicy:RolePolicy::other" };
	expect(reports({ rules }, [deployment({ deployment: provisioned }), elsewhere])).toEqual([]);
});

test("what a preview does not know is taken from the plan, and of other resources left to the update", () => {
	const { value } = reviewRegistered(provisioned);
	const planned = value?.cloud?.resources.find(({ type }) => type === "AWS::IAM::ServiceSpecificCredential");
	const type = "aws:iam/serviceSpecificCredential:ServiceSpecificCredential";
	const key = below(`main-inference-${planned?.id}`, type, { userName: unknown, credentialAgeDays: unknown });
	const rules = { "key-age": { parameters: { longestDays: 30 } } };
	const found = `mandatory key-age: ${planned?.name} is a key that ends after 90 days, more than 30`;
	expect(reports({ rules }, [deployment({ deployment: provisioned }), route, key])).toEqual([found]);
	expect(() => unknownCheckingProxy({ a: unknown }).a).toThrow(UnknownValueError);
	const other = below("other", "aws:iam/rolePolicy:RolePolicy", { policy: unknown });
	expect(
		reports({ rules: { "iam-wildcards": "error" } }, [deployment({ deployment: provisioned }), route, other]),
	).toEqual([]);
});

test("an exemption of a deployment holds for the resources below it", () => {
	const rules = { "iam-wildcards": "error" };
	const exemption = { rule: "iam-wildcards", owner: "it", reason: "trial", expires: "2999-12-31" };
	const policy = below("main-inference-key", "aws:iam/rolePolicy:RolePolicy", { policy: everything });
	const of = (name: string) =>
		reports({ rules, exemptions: [{ ...exemption, deployment: name }] }, [
			deployment({ deployment: provisioned }),
			route,
			policy,
		]);
	expect(of("eu")).toEqual([]);
	expect(of("us")).toHaveLength(1);
});

test("a pack of a policy file that is not valid does not start", () => {
	const policies = { policies: { sets: ["recomended"] } };
	expect(() => coworkPolicyPack("cowork", { policies })).toThrow('is no rule set; did you mean "recommended"?');
});
