import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { ArtifactStore } from "../../src/artifact-store/store.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { type Registries, registries as shipped } from "../../src/registries.js";
import { integer, object } from "../../src/shape/build.js";
import { almanac } from "../variants/almanac.js";
import { drawbridge } from "../variants/drawbridge.js";
import { mainframe } from "../variants/mainframe.js";
import { scroll } from "../variants/scroll.js";
import { compile, twins } from "./compiled.js";

const vault: ArtifactStore = {
	title: "Vault",
	docs: "https://example.com/vault",
	options: object({ shelf: { shape: integer(), summary: "Where it lies", required: true } }),
	examples: { plain: { shelf: 1 } },
};

describe("a firewall backend", () => {
	const registries: Registries = { ...shipped, firewall: { ...shipped.firewall, drawbridge } };

	test("has its files in the bundle, with its options", async () => {
		const { paths, text } = await compile({ ...twins, firewall: { drawbridge: { moat: "wet" } } }, { registries });
		expect(paths.filter((path) => path.startsWith("firewall/"))).toEqual([
			"firewall/drawbridge/bridge.txt",
			"firewall/drawbridge/moat.txt",
		]);
		expect(text("firewall/drawbridge/moat.txt")).toBe("wet for eu\n");
		expect(text("firewall/drawbridge/bridge.txt")).toBe(text("egress.txt").replaceAll("\n", " 443\n"));
	});

	test("has its word and its options checked", () => {
		const misspelt = { ...twins, firewall: { drawbrige: {} } };
		expect(() => parseDeployment(misspelt, { registries })).toThrow(
			/^firewall\.drawbrige: .*; did you mean "drawbridge"\?$/,
		);
		const wrong = { ...twins, firewall: { drawbridge: { moat: 3 } } };
		expect(() => parseDeployment(wrong, { registries })).toThrow(/^firewall\.drawbridge\.moat: /);
	});

	test("refuses a plan that it cannot hold, and nothing is compiled", async () => {
		const hosts = Array.from({ length: 31 }, (_, index) => `h${index}.example.org`);
		const settings = { coworkEgressAllowedHosts: hosts };
		await expect(compile({ ...twins, settings, firewall: { drawbridge: {} } }, { registries })).rejects.toThrow(
			/^firewall\.drawbridge: would hold \d+ hosts; Drawbridge holds at most 30$/m,
		);
	});
});

describe("a profile format", () => {
	const registries: Registries = { ...shipped, profiles: { ...shipped.profiles, scroll } };
	const chosen = { ...twins, groups: { pilot: { preset: "none" } }, profiles: { scroll: { seal: "gold" } } };
	const secrets = () => "k";

	test("has files for each of its platforms, those without values not sensitive", async () => {
		const { bundle, text } = await compile(chosen, { registries, secrets });
		const written = bundle.files.filter(({ path }) => path.includes("/profiles/"));
		expect(written.map(({ path, mediaType, sensitive }) => [path, mediaType, sensitive])).toEqual([
			["groups/pilot/profiles/linux/pilot-seal.txt", "text/plain", false],
			["groups/pilot/profiles/linux/pilot.scroll", "text/x-scroll", true],
			["groups/pilot/profiles/macos/pilot-seal.txt", "text/plain", false],
			["groups/pilot/profiles/macos/pilot.scroll", "text/x-scroll", true],
		]);
		expect(text("groups/pilot/profiles/linux/pilot-seal.txt")).toBe("gold");
	});

	test("is left out where it is not written by default and nobody chose it", async () => {
		const { paths } = await compile({ ...chosen, profiles: {} }, { registries, secrets });
		expect(paths.filter((path) => path.endsWith(".scroll"))).toEqual([]);
	});

	test("has its files left out where a value is missing, and what would only remove them with them", async () => {
		const { bundle } = await compile(chosen, { registries });
		expect(bundle.omitted.map(({ path }) => path)).toEqual([
			"groups/pilot/profiles/linux/pilot-seal.txt",
			"groups/pilot/profiles/linux/pilot.scroll",
			"groups/pilot/profiles/macos/pilot-seal.txt",
			"groups/pilot/profiles/macos/pilot.scroll",
		]);
		expect(bundle.files.map(({ path }) => path).filter((path) => path.includes("/profiles/"))).toEqual([]);
	});

	test("refuses what it cannot carry, with the setting and the group", async () => {
		const heavy = { ...chosen, profiles: { scroll: { seal: "lead" } } };
		await expect(compile(heavy, { registries, secrets })).rejects.toThrow(
			/^profiles\.scroll: for group pilot, inferenceProvider is too heavy for a scroll$/m,
		);
	});

	test("that no group gets is an error", () => {
		const windows = { ...chosen, groups: { pilot: { preset: "none", platforms: ["windows"] } } };
		expect(() => parseDeployment(windows, { registries })).toThrow(
			/^profiles\.scroll: no group has macOS or Linux; add one of these platforms to a group, or leave this out$/,
		);
	});
});

describe("a template", () => {
	const registries: Registries = { ...shipped, templates: { almanac } };

	test("is written once for the deployment, whatever is missing of its values", async () => {
		const { bundle, find } = await compile({ ...twins, profiles: { almanac: {} } }, { registries });
		expect(bundle.files.filter(({ path }) => path.startsWith("templates/"))).toEqual([
			expect.objectContaining({
				path: "templates/windows/almanac.zip",
				mediaType: "application/zip",
				sensitive: false,
			}),
		]);
		const entries = unzipSync(find("templates/windows/almanac.zip").content);
		expect(strFromU8(entries["for.txt"] ?? new Uint8Array())).toBe("eu on windows");
		expect(bundle.omitted.map(({ path }) => path)).toContain("groups/pilot/profiles/windows/Claude.reg");
	});

	test("that no group's platform needs is an error", () => {
		const groups = { pilot: { preset: "none", platforms: ["macos"] } };
		expect(() => parseDeployment({ ...twins, groups, profiles: { almanac: {} } }, { registries })).toThrow(
			/^profiles\.almanac: no group has Windows; add that platform to a group, or leave this out$/,
		);
	});
});

test("an inference route", async () => {
	const registries: Registries = { ...shipped, routes: { ...shipped.routes, mainframe } };
	const block = { endpoint: "https://mf.example.com", models: ["mf-sonnet"], signIn: { badge: {} } };
	const { json, text } = await compile({ ...twins, inference: { mainframe: block } }, { registries });
	expect(json("groups/pilot/settings.json")).toMatchObject({
		settings: {
			inferenceProvider: { value: "mainframe", layer: "route" },
			inferenceCredentialKind: { value: "interactive", layer: "route" },
			otlpEndpoint: { value: "https://mf.example.com", layer: "route" },
			inferenceModels: { value: ["mf-sonnet"], layer: "route" },
		},
	});
	expect(json("egress.json")).toMatchObject({
		summary: { conversationContentStaysWithProvider: true },
		notes: expect.arrayContaining(["the mainframe hums"]),
	});
	expect(text("groups/pilot/egress.txt").split("\n")).toContain("room.mainframe.example");
	expect(json("groups/pilot/egress.json")).toMatchObject({
		sandbox: { automatic: expect.arrayContaining(["room.mainframe.example"]) },
	});
	const wrong = { ...twins, inference: { mainframe: { ...block, models: ["sonnet"] } } };
	expect(() => parseDeployment(wrong, { registries })).toThrow(
		"inference.mainframe.models[0]: is no id of the mainframe; expected mf-<name>",
	);
});

test("an artifact store", async () => {
	const registries: Registries = { ...shipped, stores: { ...shipped.stores, vault } };
	expect((await compile({ ...twins, publish: { vault: { shelf: 3 } } }, { registries })).deployment.publish).toEqual({
		vault: { shelf: 3 },
	});
	const wrong = { ...twins, publish: { vault: { shelf: "top" } } };
	expect(() => parseDeployment(wrong, { registries })).toThrow(/^publish\.vault\.shelf: is text; expected a/);
});

test("a deployment with a block for Claude Code is refused where nothing is known of it", () => {
	const { claudeCode: _, ...registries } = shipped;
	expect(() => parseDeployment({ ...twins, claudeCode: {} }, { registries })).toThrow(
		"claudeCode: is not known to the registries given",
	);
	expect(parseDeployment(twins, { registries })).toEqual(parseDeployment(twins));
});

test("a deployment that says something of observability is refused where nothing is known of it", () => {
	const { observability: _, ...registries } = shipped;
	const group = { preset: "none", observability: { tier: "metadata" } };
	expect(() => parseDeployment({ ...twins, observability: {} }, { registries })).toThrow(
		"observability: is not known to the registries given",
	);
	expect(() => parseDeployment({ ...twins, groups: { pilot: group } }, { registries })).toThrow(
		"groups.pilot.observability: is not known to the registries given",
	);
	expect(parseDeployment(twins, { registries })).toEqual(parseDeployment(twins));
});

test("a deployment that names another agent is refused where nothing is known of it", () => {
	const { codex: _, ...others } = shipped.otherAgents;
	const registries: Registries = { ...shipped, otherAgents: others };
	const named = { ...twins, otherAgents: ["cursor", "codex"] };
	expect(() => parseDeployment(named, { registries })).toThrow(
		/^otherAgents\[1\]: is not known to the registries given$/,
	);
	expect(parseDeployment({ ...twins, otherAgents: ["cursor"] }, { registries }).deployment.otherAgents).toEqual([
		"cursor",
	]);
});
