import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyDocument, PolicyStatement } from "../../src/cloud/iam-policy.js";
import type { PlannedResource } from "../../src/cloud/planned-resource.js";
import type { AccessPolicy } from "../../src/inference/google/access/access-policy.js";
import type { JsonObject } from "../../src/json.js";
import { compare } from "../../src/review/compare.js";
import type { Finding } from "../../src/review/finding.js";
import type { ReviewedDeployment } from "../../src/review/reviewed-deployment.js";
import { decide, type IamRequest } from "../inference/aws/policy/iam.js";
import { decide as decideGoogle, type GoogleCall } from "../inference/google/access/iam.js";
import { plain } from "./edits.js";
import { reviewed } from "./reviewed.js";

const base = reviewed(plain);

function withPolicies(
	policies: Readonly<Record<string, JsonObject>>,
	resources: PlannedResource[],
): ReviewedDeployment {
	return {
		...base,
		cloud: { lookUps: [], resources, policies, identities: [], late: {}, answers: [], uses: [], notes: [] },
	};
}

function findingsOf(before: ReviewedDeployment, after: ReviewedDeployment): readonly Finding[] {
	return compare({ name: "a", deployments: [before] }, { name: "b", deployments: [after] }).findings;
}

const opening = ["permission-added", "denial-removed"];
const closing = ["permission-removed", "denial-added"];

describe("policies of IAM, held against the evaluator", () => {
	const carrier: PlannedResource = {
		id: "policy",
		type: "AWS::IAM::ManagedPolicy",
		name: "cowork",
		meter: "free",
		properties: { policy: { policy: "identity" } },
	};
	const region = fc.constantFrom("eu-central-1", "eu-west-1");
	const model = fc.constantFrom("claude-sonnet-5", "claude-sonnet-4", "claude-opus-5");
	const action = fc.constantFrom(
		"bedrock:InvokeModel",
		"bedrock:InvokeModelWithResponseStream",
		"bedrock:GetInferenceProfile",
	);
	const actionPattern = fc.oneof(action, fc.constantFrom("bedrock:Invoke*", "bedrock:*", "*", "bedrock:invokemodel"));
	const arn = fc.tuple(region, model).map(([at, id]) => `arn:aws:bedrock:${at}::foundation-model/anthropic.${id}`);
	const arnPattern = fc.oneof(
		arn,
		arn.map((each) => each.replace(/eu-[^:]+/, "*")),
		arn.map((each) => each.replace(/claude-\w+-/, "claude-*-")),
		arn.map((each) => each.replace(/\d$/, "?")),
		fc.constantFrom("*", "arn:aws:bedrock:*::foundation-model/*"),
	);
	const value = fc.constantFrom("1", "2", "3");
	const condition = fc.option(
		fc.dictionary(
			fc.constantFrom("StringEquals", "StringNotEquals", "StringLike"),
			fc.dictionary(fc.constantFrom("aws:a", "aws:b"), fc.uniqueArray(value, { minLength: 1 }), { minKeys: 1 }),
			{ minKeys: 1 },
		),
		{ nil: undefined },
	);
	const statement: fc.Arbitrary<PolicyStatement> = fc
		.record({
			Effect: fc.constantFrom<"Allow" | "Deny">("Allow", "Allow", "Allow", "Deny"),
			Action: fc.uniqueArray(actionPattern, { minLength: 1, maxLength: 2 }),
			resources: fc.uniqueArray(arnPattern, { minLength: 1, maxLength: 2 }),
			isOthers: fc.integer({ min: 0, max: 9 }).map((each) => each === 0),
			Condition: condition,
		})
		.map(({ resources, isOthers, Condition, ...said }) => ({
			Sid: "",
			...said,
			...(isOthers ? { NotResource: resources } : { Resource: resources }),
			...(Condition && { Condition }),
		}));
	const document: fc.Arbitrary<PolicyDocument> = fc
		.array(statement, { maxLength: 3 })
		.map((Statement) => ({ Version: "2012-10-17", Statement }));
	/** Mostly the same with something done to it, as an edit is. */
	const pair = fc.oneof(
		fc.tuple(document, document),
		fc
			.tuple(document, fc.array(statement, { maxLength: 1 }), fc.nat(2))
			.map(([before, more, without]): [PolicyDocument, PolicyDocument] => [
				before,
				{ ...before, Statement: [...before.Statement.filter((_, index) => index !== without), ...more] },
			]),
	);
	const request: fc.Arbitrary<IamRequest> = fc.record({
		action,
		resource: arn,
		context: fc.dictionary(fc.constantFrom("aws:a", "aws:b"), value),
	});
	const findings = (before: PolicyDocument, after: PolicyDocument) =>
		findingsOf(withPolicies({ identity: before }, [carrier]), withPolicies({ identity: after }, [carrier]));

	test("whatever is newly allowed has a finding that widens, and whatever is no longer allowed one that breaks", () => {
		let opened = 0;
		let closed = 0;
		fc.assert(
			fc.property(pair, fc.array(request, { minLength: 5, maxLength: 10 }), ([before, after], requests) => {
				const rules = findings(before, after).map(({ rule }) => rule);
				for (const each of requests) {
					const [was, is] = [decide([before], each), decide([after], each)];
					if (was !== "allow" && is === "allow") {
						opened++;
						expect(rules.some((rule) => opening.includes(rule))).toBe(true);
					}
					if (was === "allow" && is !== "allow") {
						closed++;
						expect(rules.some((rule) => closing.includes(rule))).toBe(true);
					}
				}
			}),
			{ numRuns: 500 },
		);
		expect(Math.min(opened, closed)).toBeGreaterThan(50);
	});

	test("what a finding says is newly allowed was not allowed, and is where nothing denies it", () => {
		let told = 0;
		const exact = fc
			.tuple(
				fc.uniqueArray(fc.tuple(action, arn), { maxLength: 6 }),
				fc.uniqueArray(fc.tuple(action, arn), { maxLength: 6 }),
			)
			.map((both) =>
				both.map(
					(grants): PolicyDocument => ({
						Version: "2012-10-17",
						Statement: grants.map(([act, on]) => ({ Sid: "", Effect: "Allow", Action: [act], Resource: [on] })),
					}),
				),
			);
		fc.assert(
			fc.property(exact, ([before, after]) => {
				if (!before || !after) return;
				for (const finding of findings(before, after).filter(({ rule }) => rule === "permission-added")) {
					const { actions, on } = finding.after as { actions: string[]; on: string[] };
					for (const act of actions)
						for (const resource of on) {
							told++;
							expect(decide([before], { action: act, resource })).toBe("implicit deny");
							expect(decide([after], { action: act, resource })).toBe("allow");
						}
				}
			}),
		);
		expect(told).toBeGreaterThan(50);
	});

	test("every permission that differs is named once", () => {
		fc.assert(
			fc.property(pair, ([before, after]) => {
				const named = findings(before, after)
					.filter(({ rule }) => [...opening, ...closing].includes(rule))
					.flatMap(({ rule, subject, before: old, after: now }) => {
						const { actions, on, when = null } = (now ?? old) as { actions: string[]; on: string[]; when?: object };
						return actions.flatMap((each) => on.map((target) => JSON.stringify([rule, subject, each, target, when])));
					});
				expect(new Set(named).size).toBe(named.length);
			}),
		);
	});

	test("statements that are split, joined or put in another order change nothing", () => {
		fc.assert(
			fc.property(document, (before) => {
				const split = before.Statement.flatMap((each) => each.Action.map((act) => ({ ...each, Action: [act] })));
				expect(findings(before, { ...before, Statement: split.reverse() })).toEqual([]);
			}),
		);
	});
});

describe("allow policies of Google, held against the evaluator", () => {
	const member = fc.constantFrom("group:a@example.com", "group:b@example.com");
	const permission = fc.constantFrom("aiplatform.endpoints.predict", "serviceusage.services.use");
	const condition = fc.option(
		fc.constant({ title: "", description: "", expression: 'request.time < timestamp("2027-03-31T00:00:00Z")' }),
		{
			nil: undefined,
		},
	);
	const policy: fc.Arbitrary<AccessPolicy> = fc.record({
		project: fc.constantFrom("one", "two"),
		roles: fc.record({ caller: fc.uniqueArray(permission), payer: fc.uniqueArray(permission) }),
		bindings: fc.array(
			fc
				.record({ role: fc.constantFrom("caller", "payer"), members: fc.uniqueArray(member), condition })
				.map(({ condition: when, ...said }) => ({ ...said, ...(when && { condition: when }) })),
			{ maxLength: 3 },
		),
	});
	const call: fc.Arbitrary<GoogleCall> = fc.record({
		caller: fc.uniqueArray(member),
		permission,
		project: fc.constantFrom("one", "two"),
		time: fc.constantFrom(new Date("2026-12-01T00:00:00Z"), new Date("2028-01-01T00:00:00Z")),
	});

	test("a call that is newly allowed, or no longer, has a finding", () => {
		let differing = 0;
		fc.assert(
			fc.property(policy, policy, fc.array(call, { minLength: 5 }), (before, after, calls) => {
				const rules = findingsOf(
					withPolicies({ access: before as unknown as JsonObject }, []),
					withPolicies({ access: after as unknown as JsonObject }, []),
				).map(({ rule }) => rule);
				for (const each of calls) {
					const [was, is] = [decideGoogle({ allow: [before] }, each), decideGoogle({ allow: [after] }, each)];
					if (was === is) continue;
					differing++;
					expect(rules).toContain(is === "allow" ? "permission-added" : "permission-removed");
				}
			}),
			{ numRuns: 300 },
		);
		expect(differing).toBeGreaterThan(50);
	});
});

describe("role assignments of Azure, held against what Azure does with them", () => {
	interface Assignment {
		readonly scope: string;
		readonly role: string;
		readonly principal: string;
	}
	const scope = fc.constantFrom(
		"/subscriptions/s",
		"/subscriptions/s/resourceGroups/a",
		"/subscriptions/s/resourceGroups/ab",
	);
	const role = fc.constantFrom("a97b65f3-24c7-4388-baec-2e87135dc908", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1");
	const principal = fc.constantFrom("aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-0000-4000-8000-000000000002");
	const capitals = (text: fc.Arbitrary<string>) =>
		fc.tuple(text, fc.boolean()).map(([each, upper]) => (upper ? each.toUpperCase() : each));
	const assignments: fc.Arbitrary<readonly Assignment[]> = fc.array(
		fc.record({ scope: capitals(scope), role: capitals(role), principal: capitals(principal) }),
		{ maxLength: 4 },
	);

	const withAssignments = (those: readonly Assignment[]) =>
		withPolicies(
			{},
			those.map(
				(each, index): PlannedResource => ({
					id: `access.${index}`,
					type: "Microsoft.Authorization/roleAssignments",
					name: `access-${index}`,
					meter: "free",
					properties: {
						scope: each.scope,
						roleDefinitionId: `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${each.role}`,
						principalId: each.principal,
						principalType: "Group",
					},
				}),
			),
		);

	/** A role holds in its scope and below: https://learn.microsoft.com/azure/role-based-access-control/scope-overview */
	const may = (those: readonly Assignment[], call: Assignment) =>
		those.some(
			(each) =>
				each.principal.toLowerCase() === call.principal &&
				each.role.toLowerCase() === call.role &&
				`${call.scope}/`.toLowerCase().startsWith(`${each.scope}/`.toLowerCase()),
		);
	const call = fc.record({ scope, role, principal });

	test("a call that is newly allowed in a scope, or no longer, has a finding", () => {
		let differing = 0;
		fc.assert(
			fc.property(
				assignments,
				assignments,
				fc.array(call, { minLength: 12, maxLength: 24 }),
				(before, after, calls) => {
					const rules = findingsOf(withAssignments(before), withAssignments(after)).map(({ rule }) => rule);
					for (const each of calls) {
						const [was, is] = [may(before, each), may(after, each)];
						if (was === is) continue;
						differing++;
						expect(rules).toContain(is ? "permission-added" : "permission-removed");
					}
				},
			),
			{ numRuns: 300 },
		);
		expect(differing).toBeGreaterThan(100);
	});

	test("capitals, order and repetition change nothing", () => {
		fc.assert(
			fc.property(assignments, (before) => {
				const lower = before.map(({ scope: at, role: what, principal: who }) => ({
					scope: at.toLowerCase(),
					role: what.toLowerCase(),
					principal: who.toLowerCase(),
				}));
				const rules = findingsOf(withAssignments(before), withAssignments([...lower, ...lower].reverse()));
				expect(rules.filter(({ rule }) => [...opening, ...closing].includes(rule))).toEqual([]);
			}),
		);
	});
});
