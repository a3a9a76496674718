import { describe, expect, test } from "vitest";
import { problemsOf, soundWith } from "../../support/deployment.js";

const oidc = { clientId: "cowork", issuer: "https://login.example.com" };
const audience = "//iam.googleapis.com/locations/global/workforcePools/example-people/providers/example-okta";
const block = {
	projectId: "example-cowork",
	region: "global",
	models: ["claude-sonnet-5"],
	signIn: { applicationDefault: {} },
};

function problems(members: object, app?: object): string[] {
	return problemsOf(soundWith({ inference: { vertex: { ...block, ...members } }, ...(app && { app }) }));
}

describe("the project", () => {
	test.each(["example-cowork", "abcdef", "example.com:cowork-1"])("%s is an id of one", (projectId) => {
		expect(problems({ projectId })).toEqual([]);
	});

	const noId =
		"is no id of a project; expected 6 to 30 lower-case letters, digits and inner hyphens, the first a letter";
	test.each([
		["short", noId],
		["1example", noId],
		["example-", noId],
		["an-id-of-more-than-thirty-characters", noId],
		["123456789012", "is a project's number; write the project's id, which people can tell apart"],
	])("%s is none", (projectId, message) => {
		expect(problems({ projectId })).toEqual([`inference.vertex.projectId: ${message}`]);
	});
});

describe("multi-regions", () => {
	const refused =
		"is a multi-region, which some apps from 1.40609.0 on refuse, and with it the whole configuration; raise app.minimumVersion to 2.16120.0, or remove it";

	test.each(["eu", "us"])("an app of the fleet may refuse %s", (region) => {
		const old = { minimumVersion: "1.40609.0" };
		expect(problems({ region }, old)).toContain(`inference.vertex.region: ${refused}`);
		expect(problems({ region }, { minimumVersion: "2.16120.0" })).toEqual([]);
		expect(problems({ region })).toEqual([
			`warning: inference.vertex.region: ${refused.replace("raise app.minimumVersion to 2.16120.0", "write app.minimumVersion 2.16120.0 if none is older")}`,
		]);
	});

	test("every app takes global and single regions", () => {
		const old = { minimumVersion: "1.40609.0" };
		expect(problems({ region: "global" }, old)).toEqual([]);
		expect(problems({ region: "europe-west1", models: ["claude-sonnet-4-6"] }, old)).toEqual([]);
	});
});

describe("ways to sign in", () => {
	test("exactly one is given", () => {
		const both = { applicationDefault: {}, credentialsFile: { path: "/etc/example.json" } };
		expect(problems({ signIn: both })).toEqual([
			"inference.vertex.signIn: needs exactly one way to sign in; has credentialsFile and applicationDefault",
		]);
	});

	test.each([
		[{ audience }, ["inference.vertex.signIn.workforce.oidc: is missing; workforce needs it"]],
		[
			{ oidc, audience: "iam.googleapis.com/people" },
			[
				"inference.vertex.signIn.workforce.audience: is no audience of a workforce provider; expected //iam.googleapis.com/locations/global/workforcePools/POOL/providers/PROVIDER",
			],
		],
		[
			{ oidc, audience, userProject: "123456789012" },
			[
				"inference.vertex.signIn.workforce.userProject: is a project's number; write the project's id, which people can tell apart",
			],
		],
		[{ oidc, audience, userProject: "example-quota" }, []],
	])("workforce identity %j", (workforce, expected) => {
		expect(problems({ signIn: { workforce } })).toEqual(expected);
	});

	test("a file of credentials has the path that the app opens", () => {
		expect(problems({ signIn: { credentialsFile: { path: "~/example.json" } } })).toEqual([
			"inference.vertex.signIn.credentialsFile.path: starts with ~, which the app does not expand; write the absolute path",
		]);
	});
});
