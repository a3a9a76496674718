import { describe, expect, test } from "vitest";
import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { problemsOf, soundWith } from "../support/deployment.js";

const organization = (name: string) =>
	soundWith({ organization: { name, uuid: "b7c9e2d4-1a5f-4c38-9e60-2f8d7a6b5c41" } });

describe("an organization's name that no profile can carry", () => {
	test.each([
		["a\u0007b", "U+0007"],
		["a\0", "U+0000"],
		["\ud800", "U+D800"],
		["a\uffff", "U+FFFF"],
	])("%j", (name, code) => {
		expect(problemsOf(organization(name))).toEqual([
			`organization.name: contains the character ${code}; no profile can carry it`,
		]);
	});

	test.each(["a\nb", "a\u2028b", "a\u0085b", "a\u202eb", "a\u2066b"])("%j, which is no one line", (name) => {
		expect(problemsOf(organization(name))).toEqual([
			"organization.name: holds a character that breaks or reorders a line; expected a name on one line",
		]);
	});

	test("a page of text", () => {
		expect(problemsOf(organization("x".repeat(201)))).toEqual([
			"organization.name: is 201 characters; expected at most 200 characters",
		]);
	});

	test("whatever it can is compiled", async () => {
		for (const name of ['<&> & Söhne "GmbH"', "می‌خواهم", "😀", "x".repeat(200)])
			expect((await compileBundle(parseDeployment(organization(name)))).bundle.files.length).toBeGreaterThan(0);
	});
});

const errorsOf = (input: unknown) => problemsOf(input).filter((line) => !line.startsWith("warning: "));

describe("names of settings that Windows takes for one", () => {
	const same = (other: string) =>
		`differs from ${other} by case alone, which Windows does not tell apart; keep one of the two`;

	test("in one block", () => {
		expect(errorsOf(soundWith({ extraSettings: { futureKey: 1, FutureKey: 1 } }))).toEqual([
			`extraSettings.futureKey: ${same("FutureKey")}`,
		]);
	});

	test("in the deployment and a group of it", () => {
		const groups = { pilot: { preset: "none", extraSettings: { FUTUREKEY: 1 } } };
		expect(errorsOf(soundWith({ extraSettings: { futureKey: 1 }, groups }))).toEqual([
			`extraSettings.futureKey: ${same("FUTUREKEY")}`,
		]);
	});

	test("and a key that the catalogue knows, or a preset or route sets", () => {
		const extraSettings = { DISABLEAUTOUPDATES: true, inferenceprovider: "x" };
		expect(problemsOf(soundWith({ settings: { disableAutoUpdates: true }, extraSettings }))).toEqual([
			"extraSettings.DISABLEAUTOUPDATES: differs from the key disableAutoUpdates by case alone, which Windows does not tell apart; write disableAutoUpdates in settings",
			"extraSettings.inferenceprovider: differs from the key inferenceProvider by case alone, which Windows does not tell apart; write inferenceProvider in settings",
		]);
	});
});

describe("lists and objects of 130,000", () => {
	const many = <Item>(item: (index: number) => Item) => Array.from({ length: 130_000 }, (_, index) => item(index));

	test.each([
		["wrong items", { settings: { coworkEgressAllowedHosts: many(() => 1) } }],
		["unknown members", Object.fromEntries(many((index) => [`other${index}`, 1]))],
	])("%s are as many problems", (_, members) => {
		expect(problemsOf(soundWith(members))).toHaveLength(130_000);
	});

	test("entries in order are compiled", async () => {
		const parsed = parseDeployment(
			soundWith({ settings: { coworkEgressAllowedHosts: many((index) => `h${index}.example.com`) } }),
		);
		expect((await compileBundle(parsed)).plan.perimeter.hosts.length).toBeGreaterThan(0);
	});
});

test.each([
	["an address that does not end", { otlpEndpoint: `https://a${":".repeat(200_000)} ` }],
	["expressions in expressions", { deploymentDisplaySubtitle: "x", otlpEndpoint: "${".repeat(200_000) }],
	["placeholders in placeholders", { otlpEndpoint: "your-".repeat(100_000) }],
	["a name that is nearly a key", { [`inferenceGateway${"y".repeat(200_000)}`]: 1 }],
])("%s takes no time to be refused", (_, settings) => {
	const before = process.cpuUsage().user;
	expect(problemsOf(soundWith({ settings }))).not.toEqual([]);
	expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
});
