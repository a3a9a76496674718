import { describe, expect, test } from "vitest";
import { fillText, fillTokens, token, tokensIn } from "../../src/reference/token.js";

const account = token("account.id");
const subnets = token("provision.subnetIds[0]");

test("tokens are found in texts and in data, each once", () => {
	expect(tokensIn(`arn:aws:iam::${account}:role/${account}`)).toEqual(["account.id"]);
	expect(tokensIn({ [account]: [1, null, subnets], b: account })).toEqual(["account.id", "provision.subnetIds[0]"]);
	expect(tokensIn("a < b > c")).toEqual([]);
	expect(tokensIn([{ deep: [token('attachTo["pilot-ou"]')] }])).toEqual(['attachTo["pilot-ou"]']);
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

	test("knows names that hold quotes, brackets and percent signs, and fills the names of members", () => {
		const places = ['attachTo["pilot-ou"]', 'attachTo["a<b>"]', 'attachTo["100%3C"]', "a\\b"];
		const values = Object.fromEntries(places.map((place, index) => [place, `ou-${index}`]));
		const data = { targets: places.map(token), [token(places[1] ?? "")]: `of ${token(places[2] ?? "")}` };
		expect(tokensIn(data)).toEqual(places);
		expect(fillTokens(data, values)).toEqual({ targets: ["ou-0", "ou-1", "ou-2", "ou-3"], "ou-1": "of ou-2" });
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
