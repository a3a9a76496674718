import { describe, expect, it } from "vitest";
import { type PolicyCondition, type PolicyStatement, policy } from "../../../../src/cloud/iam-policy.js";
import { decide, type IamRequest } from "./iam.js";

const bucket = "arn:aws:s3:::logs";
const request: IamRequest = { action: "s3:GetObject", resource: `${bucket}/a/b` };

function statement(part: Partial<PolicyStatement>): PolicyStatement {
	return { Sid: "S", Effect: "Allow", Action: ["s3:GetObject"], Resource: [`${bucket}/*`], ...part };
}

describe("the evaluator", () => {
	it("denies what nothing allows, allows what something allows, and lets a denial win", () => {
		const allow = policy([statement({})]);
		const deny = policy([statement({ Effect: "Deny", Resource: ["*"] })]);
		expect(decide([], request)).toBe("implicit deny");
		expect(decide([allow], request)).toBe("allow");
		expect(decide([allow, deny], request)).toBe("explicit deny");
	});

	it.each([
		["s3:*", "allow"],
		["S3:getobject", "allow"],
		["s3:Get?bject", "allow"],
		["s3:Get", "implicit deny"],
		["s3:GetObjec?t", "implicit deny"],
	])("matches action %s: %s", (action, decision) => {
		expect(decide([policy([statement({ Action: [action] })])], request)).toBe(decision);
	});

	it.each([
		["arn:aws:bedrock:eu-west-1::foundation-model/m:0", "allow"],
		["arn:aws:bedrock:*::foundation-model/m:0", "allow"],
		["arn:aws:bedrock:*::foundation-model/*", "allow"],
		["arn:aws:bedrock:eu-west-?::foundation-model/m:0", "allow"],
		["*", "allow"],
		["arn:aws:bedrock:::foundation-model/m:0", "implicit deny"],
		["arn:aws:*::foundation-model/m:0", "implicit deny"],
		["arn:aws:bedrock:eu-west-1::Foundation-Model/m:0", "implicit deny"],
	])("matches resource %s part by part: %s", (pattern, decision) => {
		const call = { action: "s3:GetObject", resource: "arn:aws:bedrock:eu-west-1::foundation-model/m:0" };
		expect(decide([policy([statement({ Resource: [pattern] })])], call)).toBe(decision);
	});

	it("lets a wildcard stand for an empty part", () => {
		const call = { action: "s3:GetObject", resource: "arn:aws:bedrock:::foundation-model/m" };
		const pattern = statement({ Resource: ["arn:aws:bedrock:*::foundation-model/m"] });
		expect(decide([policy([pattern])], call)).toBe("allow");
	});

	it("takes NotResource as everything else", () => {
		const { Resource: _, ...rest } = statement({ NotResource: [`${bucket}/a/*`] });
		expect(decide([policy([rest])], request)).toBe("implicit deny");
		expect(decide([policy([rest])], { ...request, resource: `${bucket}/c` })).toBe("allow");
	});

	const present = { "aws:k": "one" };
	it.each<[PolicyCondition, IamRequest["context"], boolean]>([
		[{ StringEquals: { "aws:K": "one" } }, present, true],
		[{ StringEquals: { "aws:k": ["two", "one"] } }, present, true],
		[{ StringEquals: { "aws:k": "On*" } }, present, false],
		[{ StringEquals: { "aws:k": "one" } }, {}, false],
		[{ StringEqualsIfExists: { "aws:k": "one" } }, {}, true],
		[{ StringEqualsIfExists: { "aws:k": "two" } }, present, false],
		[{ StringNotEquals: { "aws:k": ["two", "three"] } }, present, true],
		[{ StringNotEquals: { "aws:k": ["two", "one"] } }, present, false],
		[{ StringNotEquals: { "aws:k": "one" } }, {}, true],
		[{ StringLike: { "aws:k": "o?e" } }, present, true],
		[{ StringNotLike: { "aws:k": "o*" } }, present, false],
		[{ StringNotLike: { "aws:k": "o*" } }, {}, true],
		[{ ArnLike: { "aws:k": "arn:aws:iam::1:role/*" } }, { "aws:k": "arn:aws:iam::1:role/a" }, true],
		[{ ArnLike: { "aws:k": "arn:aws:iam:*" } }, { "aws:k": "arn:aws:iam::1:role/a" }, false],
		[{ ArnNotLike: { "aws:k": "arn:aws:iam::1:role/*" } }, {}, true],
		[{ Null: { "aws:k": "true" } }, {}, true],
		[{ Null: { "aws:k": "true" } }, present, false],
		[{ Null: { "aws:k": "false" } }, present, true],
		[{ Bool: { "aws:k": "false" } }, { "aws:k": "False" }, true],
		[{ "ForAnyValue:StringEquals": { "aws:k": ["b", "c"] } }, { "aws:k": ["a", "b"] }, true],
		[{ "ForAnyValue:StringEquals": { "aws:k": "c" } }, { "aws:k": ["a", "b"] }, false],
		[{ "ForAnyValue:StringEquals": { "aws:k": "c" } }, {}, false],
		[{ "ForAllValues:StringEquals": { "aws:k": ["a", "b", "c"] } }, { "aws:k": ["a", "b"] }, true],
		[{ "ForAllValues:StringEquals": { "aws:k": ["a"] } }, { "aws:k": ["a", "b"] }, false],
		[{ "ForAllValues:StringEquals": { "aws:k": "a" } }, {}, true],
		[{ StringEquals: { "aws:k": "one", "aws:other": "x" } }, present, false],
	])("holds %j against %j: %s", (condition, context = {}, holds) => {
		const conditional = policy([statement({ Condition: condition })]);
		expect(decide([conditional], { ...request, context })).toBe(holds ? "allow" : "implicit deny");
	});

	it("holds principals against those that are named", () => {
		const named = policy([statement({ Principal: { AWS: ["arn:aws:iam::1:role/a"] } })]);
		expect(decide([named], { ...request, principal: ["AWS", "arn:aws:iam::1:role/a"] })).toBe("allow");
		expect(decide([named], { ...request, principal: ["AWS", "arn:aws:iam::1:role/b"] })).toBe("implicit deny");
		expect(decide([named], { ...request, principal: ["Federated", "arn:aws:iam::1:role/a"] })).toBe("implicit deny");
		expect(decide([policy([statement({ Principal: "*" })])], request)).toBe("allow");
	});

	it("refuses operators it does not know", () => {
		const unknown = policy([statement({ Condition: { NumericLessThan: { "aws:k": "1" } } })]);
		expect(() => decide([unknown], { ...request, context: present })).toThrow("does not know NumericLessThan");
	});
});
