import { describe, expect, it } from "vitest";
import { decide, type GoogleCall, type Policies } from "./iam.js";

const role = "projects/a/roles/b";
const binding = { role, members: ["group:x@example.com"] };
const allow = [{ project: "a", bindings: [binding], roles: { [role]: ["aiplatform.endpoints.predict"] } }];
const call: GoogleCall = {
	caller: ["user:me@example.com", "group:x@example.com"],
	permission: "aiplatform.endpoints.predict",
	project: "a",
	model: "claude-opus-5",
};

/** Each as Google's own pages say it, so that a proof by this evaluator is one. */
describe("the evaluator", () => {
	it.each<[string, Policies, Partial<GoogleCall>, string]>([
		["a member of a binding may", { allow }, {}, "allow"],
		["nobody else may", { allow }, { caller: ["user:me@example.com"] }, "not allowed"],
		["nothing else may be done", { allow }, { permission: "aiplatform.endpoints.create" }, "not allowed"],
		["in no other project", { allow }, { project: "b" }, "not allowed"],
		[
			"what is denied stays so",
			{
				allow,
				deny: [
					{
						deniedPrincipals: ["principalSet://goog/public:all"],
						deniedPermissions: ["aiplatform.googleapis.com/endpoints.predict"],
					},
				],
			},
			{},
			"denied",
		],
		[
			"but for exceptions",
			{
				allow,
				deny: [
					{
						deniedPrincipals: ["principalSet://goog/public:all"],
						exceptionPrincipals: ["group:x@example.com"],
						deniedPermissions: ["aiplatform.googleapis.com/endpoints.predict"],
					},
				],
			},
			{},
			"allow",
		],
		[
			"a listed model is admitted",
			{ allow, models: [{ allowedValues: ["publishers/anthropic/models/claude-opus-5:predict"] }] },
			{},
			"allow",
		],
		[
			"no other is",
			{ allow, models: [{ allowedValues: ["publishers/anthropic/models/claude-sonnet-5:predict"] }] },
			{},
			"against organisation policy",
		],
		[
			"what is denied wins over what is listed",
			{
				allow,
				models: [
					{
						allowedValues: ["publishers/anthropic/models/claude-opus-5:predict"],
						deniedValues: ["publishers/anthropic/models/claude-opus-5:predict"],
					},
				],
			},
			{},
			"against organisation policy",
		],
	])("%s", (_, policies, part, decision) => {
		expect(decide(policies, { ...call, ...part })).toBe(decision);
	});

	it("holds a condition against the time", () => {
		const condition = { title: "", description: "", expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' };
		const bounded = allow.map((policy) => ({ ...policy, bindings: [{ ...binding, condition }] }));
		expect(decide({ allow: bounded }, { ...call, time: new Date("2026-12-31T23:59:59Z") })).toBe("allow");
		expect(decide({ allow: bounded }, { ...call, time: new Date("2027-01-01T00:00:00Z") })).toBe("not allowed");
		for (const expression of ["request.time", 'request.time < timestamp("tomorrow")', "request.time <"]) {
			const other = allow.map((policy) => ({
				...policy,
				bindings: [{ ...binding, condition: { ...condition, expression } }],
			}));
			expect(() => decide({ allow: other }, call)).toThrow();
		}
	});
});
