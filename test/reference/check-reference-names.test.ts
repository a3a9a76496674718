import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../src/problem.js";
import { checkReferenceNames } from "../../src/reference/check-reference-names.js";

const problemsOf = (reference: unknown) => checkReferenceNames({ key: reference }, ["a"]).map(formatProblem);

const pastedForVariable =
	"a.key.fromEnv: looks like a secret itself; set it as an environment variable where this runs, and write the variable's name here";
const pastedForKey =
	"a.key.fromConfig: looks like a secret itself; store it with pulumi config set --secret KEY, and write that key here";
const noVariable =
	"a.key.fromEnv: is no name of an environment variable; expected a letter or underscore, then up to 63 letters, digits and underscores; a secret itself belongs in that variable";
const noKey =
	"a.key.fromConfig: is no configuration key; expected a letter, then up to 63 letters, digits, dots, hyphens and underscores, after a namespace and a colon where it has one; a secret itself belongs under that key, by pulumi config set --secret";

test.each([
	"GATEWAY_KEY",
	"_KEY",
	"gateway_key",
	"AWS_BEARER_TOKEN_BEDROCK",
	"INFERENCEGATEWAYAPIKEY",
	"OAUTH2_CLIENT_SECRET",
	"K8S_TOKEN_2",
	"Z".repeat(64),
])("%s is a name of an environment variable", (fromEnv) => {
	expect(problemsOf({ fromEnv })).toEqual([]);
});

test.each([
	"gatewayKey",
	"llm:key",
	"my-project.eu:mcp-server.token_2",
	"oauth2ClientSecret",
	"inferenceGatewayOAuth2ClientSecretV3Prod",
	"z".repeat(64),
	`${"z".repeat(64)}:${"y".repeat(64)}`,
])("%s is a configuration key", (fromConfig) => {
	expect(problemsOf({ fromConfig })).toEqual([]);
});

test.each(["", "1KEY", "MY KEY", "MY-KEY", "KEY\n", "Kö", "Z".repeat(65), "$KEY", "Bearer abc"])(
	"%j is no name of an environment variable",
	(fromEnv) => {
		expect(problemsOf({ fromEnv })).toEqual([noVariable]);
	},
);

test.each(["", "1key", "a:b:c", ":key", "key:", "my key", "key\n", "a/b", "z".repeat(65), `${"z".repeat(65)}:b`])(
	"%j is no configuration key",
	(fromConfig) => {
		expect(problemsOf({ fromConfig })).toEqual([noKey]);
	},
);

describe("a credential in place of a name", () => {
	// Forms of providers, with made-up content.
	const credentials = [
		"sk-ant-api03-AbCdEf",
		"sk-proj-1234",
		"sk_live_1234",
		"ghp_16C7e42F292c6912E7710c838347Ae178B4a",
		"github_pat_11ABCDEFG",
		"glpat-AbCdEf",
		"xoxb-1234-5678-abc",
		"AKIAIOSFODNN7EXAMPLE",
		"ASIAIOSFODNN7EXAMPLE",
		"ABSKQmVkcm9jaw",
		"AIzaSyA-1234",
		"eyJhbGciOiJIUzI1NiJ9",
		"GOCSPX-abc",
		"0123456789abcdef0123456789abcdef",
		"d41d8cd98f00b204e9800998ecf8427e",
		"6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11",
		"e4a1c1b0-4c7a-4f0e-9b57-2a3a5a0b7c11",
		"q7XvRb2LkMz9TwYc4HsNd8PfJg3Ae6",
	];

	test.each(credentials)("%s is told from a name and never repeated", (credential) => {
		expect(problemsOf({ fromEnv: credential })).toEqual([pastedForVariable]);
		expect(problemsOf({ fromConfig: credential })).toEqual([pastedForKey]);
		expect(problemsOf({ fromConfig: `eu:${credential}` })).toEqual([pastedForKey]);
	});

	test("of forty random letters and digits nearly every one is", () => {
		const digits = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];
		const drawn = fc.sample(fc.string({ unit: fc.constantFrom(...digits), minLength: 40, maxLength: 40 }), {
			numRuns: 500,
			seed: 1,
		});
		const missed = drawn.filter((fromConfig) => problemsOf({ fromConfig }).length === 0);
		expect(missed.length).toBeLessThan(10);
	});
});

test("every reference is looked at, whatever it stands in, but those that a program makes", () => {
	const value = [{ fromEnv: "a b" }, { deep: [{ fromConfig: "a b" }] }, { fromProgram: "settings.a b" }];
	expect(checkReferenceNames(value, ["x"]).map(({ path }) => path)).toEqual([
		["x", 0, "fromEnv"],
		["x", 1, "deep", 0, "fromConfig"],
	]);
});
