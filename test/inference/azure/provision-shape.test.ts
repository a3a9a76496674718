import { describe, expect, test } from "vitest";
import { foundryProvisionShape } from "../../../src/inference/azure/provision-shape.js";
import { formatProblem } from "../../../src/problem.js";
import { checkShape } from "../../../src/shape/check-shape.js";
import { network, provision, sonnet } from "./requests.js";

function problems(more: object): string[] {
	return checkShape(foundryProvisionShape, { ...provision, ...more }, { at: ["provision"] }).map(formatProblem);
}

test("a block that says what it must", () => {
	expect(problems({})).toEqual([]);
});

test("a block that says nothing", () => {
	const missing = checkShape(foundryProvisionShape, {}, { at: [] });
	expect(missing.map(({ code, path }) => [code, path[0]])).toEqual(
		["subscription", "resourceGroup", "location", "deployments", "provider"].map((name) => ["missing", name]),
	);
});

describe("regions", () => {
	test.each(["eastus2", "swedencentral"])("%s has Claude", (location) => {
		expect(problems({ location })).toEqual([]);
	});

	test.each([
		["East US 2", "eastus2"],
		["SwedenCentral", "swedencentral"],
	])("%s is a name that people read", (location, id) => {
		expect(problems({ location })).toEqual([`provision.location: is no id of a region; expected ${id}`]);
	});

	test.each(["westeurope", "germanywestcentral"])("%s has none", (location) => {
		expect(problems({ location })).toEqual([
			"provision.location: has no Claude models by the table of 2026-09-21; expected one of eastus2, swedencentral",
		]);
	});
});

test("a label is one line", () => {
	expect(problems({ deployments: { prod: { ...sonnet, label: "Sonnet\n5" } } })).toEqual([
		"provision.deployments.prod.label: has line breaks or control characters; expected one line of text",
	]);
});

describe("what Anthropic is told", () => {
	const provider = { organization: "Example Corp", country: "SE", industry: "manufacturing" };
	const at = "provision.provider";

	// The nine that Azure takes: https://github.com/Azure-Samples/claude
	test.each([
		"technology",
		"finance",
		"healthcare",
		"education",
		"retail",
		"manufacturing",
		"government",
		"media",
		"other",
	])("is the trade %s", (industry) => {
		expect(problems({ provider: { ...provider, industry } })).toEqual([]);
	});

	const trades =
		"expected one of technology, finance, healthcare, education, retail, manufacturing, government, media, other";
	test.each<[object, string[]]>([
		[{ industry: "Technology" }, [`${at}.industry: unknown value "Technology"; ${trades}`]],
		[{ industry: undefined }, [`${at}.industry: is missing; ${trades}`]],
		[
			{ country: "UK" },
			[`${at}.country: is no country's code of ISO 3166-1; expected two capitals such as US, SE or GB`],
		],
		[
			{ country: "se" },
			[`${at}.country: is no country's code of ISO 3166-1; expected two capitals such as US, SE or GB`],
		],
		[{ country: undefined }, [`${at}.country: is missing; expected text`]],
		[{ organization: "" }, [`${at}.organization: is empty; give a value or leave it out`]],
		[{ organization: " Example" }, [`${at}.organization: starts or ends with white space; remove it`]],
		[{ organization: undefined }, [`${at}.organization: is missing; expected text`]],
	])("%j", (more, expected) => {
		expect(problems({ provider: { ...provider, ...more } })).toEqual(expected);
	});
});

describe("names that Azure refuses", () => {
	const refused = (more: object) => checkShape(foundryProvisionShape, { ...provision, ...more }, { at: [] });

	test.each(["cowork-eu", "Rg_1.(x)", "gruppe-ä", "x".repeat(90)])("resource group %s is one", (name) => {
		expect(refused({ resourceGroup: { name } })).toEqual([]);
	});

	test.each(["cowork-eu.", "a b", "a/b", "x".repeat(91), ""])("resource group %j is none", (name) => {
		expect(refused({ resourceGroup: { name } })).toHaveLength(1);
	});

	test.each(["ab", "claude-eu", "claude_eu.1", "x".repeat(64)])("account %s is one", (name) => {
		expect(refused({ account: { name } })).toEqual([]);
	});

	test.each(["a", "-claude", "_claude", "claude eu", "claude/eu", "x".repeat(65)])("account %j is none", (name) => {
		expect(refused({ account: { name } }).map(({ code }) => code)).toEqual(["azure-name"]);
	});

	test.each(["a", "-sonnet", "sonnet 5", "x".repeat(65), "[sonnet]", "son'net"])("deployment %j is none", (name) => {
		expect(refused({ deployments: { [name]: sonnet } }).map(({ code }) => code)).toEqual(["azure-name"]);
	});

	test.each(["eu", "0f9e2f2b63c34f5e8e550b7b5b8b1a11"])("subscription %s is none", (subscription) => {
		expect(refused({ subscription }).map(({ code }) => code)).toEqual(["uuid"]);
	});

	test("two deployments that are one to Azure", () => {
		expect(problems({ deployments: { sonnet, Sonnet: sonnet } })).toEqual([
			"provision.deployments.Sonnet: is sonnet to Azure, which does not tell capitals; rename one",
		]);
	});

	test("no deployments at all", () => {
		expect(problems({ deployments: {} })).toEqual([
			"provision.deployments: is empty; expected at least one deployment",
		]);
	});

	test.each([
		["azure-cost", "it", "tag-name"],
		["a<b", "it", "tag-name"],
		["team", "x".repeat(257), "tag-value"],
	])("the tag %s: %s", (name, value, code) => {
		expect(refused({ tags: { [name]: value } }).map((problem) => problem.code)).toEqual([code]);
	});

	test("two tags that are one to Azure", () => {
		expect(problems({ tags: { Team: "a", team: "b" } })).toEqual([
			"provision.tags.team: is Team to Azure, which does not tell capitals; keep one",
		]);
	});
});

describe("a deployment of a model", () => {
	test.each<[object, string[]]>([
		[{ model: "gpt-5" }, ["foundry-model"]],
		[{ model: "anthropic.claude-sonnet-5" }, ["foundry-model"]],
		[{ version: 2 }, ["wrong-type"]],
		[{ version: "latest" }, ["foundry-version"]],
		[{ version: undefined }, ["missing"]],
		[{ hosting: undefined }, ["missing"]],
		[{ sku: "Standard" }, ["unknown-value"]],
		[{ sku: undefined }, ["missing"]],
		[{ capacity: 0 }, ["out-of-bounds"]],
		[{ capacity: undefined }, ["missing"]],
	])("%j", (more, codes) => {
		const deployments = { m: { ...sonnet, ...more } };
		const said = checkShape(foundryProvisionShape, { ...provision, deployments }, { at: [] });
		// The name itself is too short, which is not the point here.
		expect(said.map(({ code }) => code).filter((code) => code !== "azure-name")).toEqual(codes);
	});
});

describe("who reaches the public endpoint", () => {
	test.each(["203.0.113.7", "203.0.113.0/24", "8.8.8.0/30"])("%s may be named", (address) => {
		expect(problems({ network: { addresses: [address] } })).toEqual([]);
	});

	const expected = "expected a public IPv4 address or range, such as 203.0.113.7 or 203.0.113.0/24";
	test.each([
		["10.0.0.0/8", `is not public, and Azure refuses it; ${expected}, or a private endpoint`],
		["192.168.1.4", `is not public, and Azure refuses it; ${expected}, or a private endpoint`],
		[
			"128.0.0.0/1",
			"holds 172.16.0.0/12, 192.168.0.0/16, which are not public; expected a public IPv4 address or range, such as 203.0.113.7 or 203.0.113.0/24",
		],
		[
			"8.0.0.0/5",
			"holds 10.0.0.0/8, which are not public; expected a public IPv4 address or range, such as 203.0.113.7 or 203.0.113.0/24",
		],
		[
			"010.1.1.1",
			"is no IPv4 address or range; expected a public IPv4 address or range, such as 203.0.113.7 or 203.0.113.0/24",
		],
		["203.0.113.0/31", "is a range of one or two addresses; write each by itself"],
		["203.0.113.9/24", "does not begin where its mask says; expected 203.0.113.0/24"],
		["0.0.0.0/0", `is every address there is; ${expected}`],
		["2001:db8::/32", `is no IPv4 address or range; ${expected}`],
		["203.0.113", `is no IPv4 address or range; ${expected}`],
		["0xCB007107", `is no IPv4 address or range; ${expected}`],
	])("%s may not", (address, message) => {
		expect(problems({ network: { addresses: [address] } })).toEqual([`provision.network.addresses[0]: ${message}`]);
	});
});

test.each<[object, string]>([
	[
		{ privateEndpoint: { subnetId: network.virtualNetwork } },
		"provision.privateEndpoint.subnetId: is no id of the form /subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.Network/virtualNetworks/<name>/subnets/<name>",
	],
	[
		{ diagnostics: { workspaceId: "central" } },
		"provision.diagnostics.workspaceId: is no id of the form /subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.OperationalInsights/workspaces/<name>",
	],
])("%j", (more, problem) => {
	expect(problems(more)).toEqual([problem]);
});
