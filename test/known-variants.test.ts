import { expect, test } from "vitest";
import { knownStores } from "../src/artifact-store/known.js";
import { knownBackends } from "../src/firewall/known.js";
import { knownRoutes } from "../src/inference/routes/known.js";
import { loadEveryVariant, loadRegistries } from "../src/load-registries.js";
import { knownAgents } from "../src/observability/agents/known.js";
import { knownHosts } from "../src/observability/known-hosts.js";
import { knownCodeFormats } from "../src/profiles/claude-code/known.js";
import { knownFormats, knownTemplates } from "../src/profiles/known.js";
import { registries } from "../src/registries.js";
import type { Loadable } from "../src/variant.js";
import { renderKnownBackends, renderKnownCodeFormats, renderKnownFormats } from "./support/render-known.js";

test("what is known of variants is what the registries say", async () => {
	await expect(renderKnownBackends()).toMatchFileSnapshot("../src/firewall/known.ts");
	await expect(renderKnownFormats()).toMatchFileSnapshot("../src/profiles/known.ts");
	await expect(renderKnownCodeFormats()).toMatchFileSnapshot("../src/profiles/claude-code/known.ts");
});

test.each<[string, Loadable<object>, Readonly<Record<string, object>>]>([
	["firewall", knownBackends, registries.firewall],
	["profile format", knownFormats, registries.profiles],
	["template", knownTemplates, registries.templates],
	["format for Claude Code", knownCodeFormats, registries.codeFormats],
	["route", knownRoutes, registries.routes],
	["store", knownStores, registries.stores],
	["other agent", knownAgents, registries.otherAgents],
	["place for a collector", knownHosts, registries.collectorHosts],
])("every %s is loaded as the registry has it", async (_, known, registered) => {
	const loaded = Object.entries(known).map(async ([word, { load }]) => [word, await load()] as const);
	expect(Object.fromEntries(await Promise.all(loaded))).toEqual(registered);
});

const usual = ["bootstrapResponse", "managedSettings", "mobileconfig", "preferencePlist", "reg"];

test.each<[string, unknown, readonly string[]]>([
	["none for Claude Code where nothing is said of it", {}, []],
	["all of them where a group says something", { groups: { a: { claudeCode: {} } } }, Object.keys(knownCodeFormats)],
	["those it names", { claudeCode: {}, profiles: { codeReg: {} } }, ["codeReg"]],
])("a deployment is given %s", async (_, written, formats) => {
	const loaded = await loadRegistries(written);
	expect(Object.keys(loaded.codeFormats)).toEqual(formats);
	expect(Object.keys(loaded.profiles).sort()).toEqual(usual);
});

test.each<[string, unknown, readonly string[], readonly string[]]>([
	["nothing but the usual formats", {}, [], usual],
	["the firewalls it names", { firewall: { squid: {}, hosts: {} } }, ["hosts", "squid"], usual],
	["the formats it names", { profiles: { reg: {} } }, [], ["reg"]],
	["every firewall for a misspelt one", { firewall: { squit: {} } }, Object.keys(registries.firewall).sort(), usual],
	["every format for a misspelt one", { profiles: { rex: {} } }, [], Object.keys(registries.profiles).sort()],
	["the usual formats for what is no deployment", [], [], usual],
])("a deployment is given %s", async (_, written, firewall, profiles) => {
	const loaded = await loadRegistries(written);
	expect(Object.keys(loaded.firewall).sort()).toEqual(firewall);
	expect(Object.keys(loaded.profiles).sort()).toEqual(profiles);
});

test.each<[string, unknown, boolean]>([
	["the deployment has a block for it", { claudeCode: {} }, true],
	["a group has one", { groups: { a: {}, b: { claudeCode: {} } } }, true],
	["a block has another form, which is told", { claudeCode: null }, true],
	["a block of a group has", { groups: { a: { claudeCode: 3 } } }, true],
	["nothing is said of it", { groups: { a: {} } }, false],
	["groups have another form", { groups: ["claudeCode"] }, false],
	["there is no deployment", undefined, false],
	["files are written of what it came to", { code: { settings: {} } }, false],
])("Claude Code where %s", async (_, written, isLoaded) => {
	const { claudeCode } = await loadRegistries(written);
	expect(claudeCode).toBe(isLoaded ? registries.claudeCode : undefined);
});

const routes = Object.keys(registries.routes);
const stores = Object.keys(registries.stores);

test.each<[string, unknown, readonly string[], readonly string[]]>([
	["its route", { inference: { vertex: {} } }, ["vertex"], []],
	["every route where it names none", {}, routes, []],
	["every route where it names two", { inference: { vertex: {}, gateway: {} } }, routes, []],
	["every route for a misspelt one", { inference: { vertx: {} } }, routes, []],
	["every store where it publishes", { inference: { vertex: {} }, publish: { s3: {} } }, ["vertex"], stores],
])("a deployment is given %s", async (_, written, ofRoutes, ofStores) => {
	const loaded = await loadRegistries(written);
	expect(Object.keys(loaded.routes)).toEqual(ofRoutes);
	expect(Object.keys(loaded.stores)).toEqual(ofStores);
});

test.each<[string, unknown, readonly string[]]>([
	["no other agent where it names none", {}, []],
	["the other agents it names", { otherAgents: ["pi", "codex"] }, ["codex", "pi"]],
	["those it names beside a misspelt one", { otherAgents: ["pi", "codx"] }, ["pi"]],
	["no other agent for what is no list", { otherAgents: { codex: {} } }, []],
])("a deployment is given %s", async (_, written, otherAgents) => {
	expect(Object.keys((await loadRegistries(written)).otherAgents)).toEqual(otherAgents);
});

test("other agents are known in the order of the registry, which files and the schema keep", () => {
	expect(Object.keys(knownAgents)).toEqual(Object.keys(registries.otherAgents));
});

const provision = (places: unknown) => ({ observability: { collector: { provision: places } } });
const places = Object.keys(registries.collectorHosts);

test.each<[string, unknown, readonly string[]]>([
	["no place for a collector of its own", { observability: { collector: {} } }, []],
	["the place it names", provision({ ecs: {} }), ["ecs"]],
	["every place for a misspelt one", provision({ esc: {} }), places],
	["every place where it names none", provision({}), places],
	["every place for what is no block", provision("ecs"), places],
])("a deployment is given %s", async (_, written, hosts) => {
	expect(Object.keys((await loadRegistries(written)).collectorHosts)).toEqual(hosts);
});

test.each<[string, unknown, boolean]>([
	["nothing of observability where it says nothing", { groups: { a: {} } }, false],
	["what observability may be where it says something", { observability: {} }, true],
	["it for a block without a form", { observability: null }, true],
	["it for what a group says alone", { groups: { a: {}, b: { observability: {} } } }, true],
	["nothing of it for what is no deployment", [{ observability: {} }], false],
])("a deployment is given %s", async (_, written, isObserved) => {
	const { observability } = await loadRegistries(written);
	expect(observability).toBe(isObserved ? registries.observability : undefined);
});

test("all of them are what programs take", async () => {
	expect(await loadEveryVariant()).toEqual(registries);
});
