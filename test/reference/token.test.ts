import { describe, expect, test } from "vitest";
import { fillText, fillTokens, token, tokensIn } from "../../src/reference/token.js";

const account = token("account.id");
const subnets = token("provision.subnetIds[0]");

test("tokens are found in texts and in data, each once", () => {
	expect(tokensIn(`arn:aws:iam::${account}:role/${account}`)).toEqual(["account.id"]);
	expect(tokensIn({ [account]: [1, null, subnets], b: account })).toEqual(["account.id", "provision.subnetIds[0]"]);
	expect(tokensIn("a < b > c")).toEqual([]);
	expect(tokensIn(undefined)).toEqual([]);
});

describe("filling", () => {
	const values = { "account.id": "111122223333", quote: 'a"b', "provision.subnetIds[0]": ["subnet-a", "subnet-b"] };

	test("replaces tokens wherever they stand, and nothing else", () => {
		expect(fillTokens({ arn: `arn:aws:iam::${account}:root`, list: [7, true, { inner: account }] }, values)).toEqual({
			arn: "arn:aws:iam::111122223333:root",
			list: [7, true, { inner: "111122223333" }],
		});
		expect(JSON.parse(JSON.stringify(fillTokens({ text: token("quote") }, values)))).toEqual({ text: 'a"b' });
	});

	test("puts a list among the items of a list, and nowhere else", () => {
		expect(fillTokens(["subnet-0", subnets], values)).toEqual(["subnet-0", "subnet-a", "subnet-b"]);
		expect(() => fillTokens({ vpc: subnets }, values)).toThrow("provision.subnetIds[0] is a list");
		expect(() => fillTokens([`x${subnets}`], values)).toThrow("provision.subnetIds[0] is a list");
	});

	test("fails where a value is missing", () => {
		expect(() => fillText(token("other"), values)).toThrow("nothing is known of other");
		expect(() => fillTokens([token("other")], values)).toThrow("nothing is known of other");
		expect(() => fillText(token("toString"), values)).toThrow("nothing is known of toString");
	});
});
