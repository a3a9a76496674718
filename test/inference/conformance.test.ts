import { describe, expect, expectTypeOf, test } from "vitest";
import { findKey } from "../../src/configuration/catalogue.js";
import type { InferenceBlocks } from "../../src/inference/block.js";
import type { InferenceRoute } from "../../src/inference/route.js";
import { type InferenceRouteName, inferenceRoutes } from "../../src/inference/routes/index.js";

/** https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialkind */
const providersOfKind: Readonly<Record<string, readonly string[]>> = {
	static: ["gateway", "anthropic", "bedrock", "mantle", "foundry"],
	"helper-script": ["gateway", "anthropic", "bedrock", "mantle", "vertex", "foundry"],
	interactive: ["gateway", "anthropic", "bedrock", "vertex", "foundry"],
	"vendor-profile": ["bedrock", "vertex"],
	workforce: ["vertex"],
	"external-idp": ["gateway", "bedrock"],
};

const pages: Readonly<Record<string, string>> = {
	gateway: "gateway",
	anthropic: "claude-api",
	bedrock: "bedrock",
	mantle: "mantle",
	vertex: "vertex",
	foundry: "foundry",
};

const routes: [string, InferenceRoute][] = Object.entries(inferenceRoutes);

test("the registry's words are the values of inferenceProvider", () => {
	expect(Object.keys(inferenceRoutes).sort()).toEqual([...(findKey("inferenceProvider")?.values ?? [])].sort());
});

test("the registry's words are the members of an inference block", () => {
	expectTypeOf<keyof InferenceBlocks>().toEqualTypeOf<InferenceRouteName>();
});

test("the claim about conversation content is made for bedrock and vertex only", () => {
	const claiming = routes.filter(([, route]) => route.keepsConversationContent).map(([name]) => name);
	expect(claiming).toEqual(["bedrock", "vertex"]);
});

describe.each(routes)("%s", (name, route) => {
	test("has the address of its page", () => {
		expect(route.docs).toBe(`https://claude.com/docs/third-party/claude-desktop/${pages[name]}`);
	});

	test.each(keysOf(route))("%s is a key that the provider reads", (key) => {
		const entry = findKey(key);
		expect(entry?.summary).toEqual(expect.any(String));
		expect(entry?.removedIn).toBeUndefined();
		expect(entry?.providers ?? [name]).toContain(name);
	});

	test.each(Object.entries(route.signIn))("the provider takes the credential of %s", (_, signIn) => {
		expect(findKey("inferenceCredentialKind")?.values).toContain(signIn.kind);
		expect(providersOfKind[signIn.kind]).toContain(name);
	});

	test.each(Object.entries(route.signIn))("%s is either a value or an object of members", (_, signIn) => {
		expect([signIn.key, signIn.members].filter((one) => one !== undefined)).toHaveLength(1);
	});

	test.each(Object.entries(route.signIn))("what %s needs is an option of the route", (_, signIn) => {
		for (const needed of signIn.needs ?? []) expect(Object.keys(route.options)).toContain(needed);
	});

	test("no member is set twice, and each says something", () => {
		for (const signIn of Object.values(route.signIn)) {
			const members = [...Object.values(route.options), ...Object.values(signIn.members ?? {})];
			const keys = members.flatMap(({ key }) => key ?? []);
			expect(new Set(keys).size).toBe(keys.length);
			expect(
				members.filter(({ key, hint, spellsOut }) => key === undefined && hint === undefined && !spellsOut),
			).toEqual([]);
		}
	});
});

function keysOf(route: InferenceRoute): string[] {
	const members = [route.options, ...Object.values(route.signIn).map((signIn) => signIn.members ?? {})];
	const keys = members.flatMap((shape) => Object.values(shape).flatMap(({ key }) => key ?? []));
	return [...new Set([...keys, ...Object.values(route.signIn).flatMap(({ key }) => key ?? [])])];
}
