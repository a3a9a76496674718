import { expect, test } from "vitest";
import { z } from "zod";
import type { ArtifactStore } from "../../src/artifact-store/store.js";
import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { formatHost } from "../../src/egress/plan.js";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import type { InferenceRoute } from "../../src/inference/route.js";
import { made } from "../../src/outcome.js";
import type { ProfileFormat } from "../../src/profiles/format.js";
import { type Registries, registries as shipped } from "../../src/registries.js";
import { members } from "../../src/schema.js";
import { compile, twins } from "./compiled.js";

/** A variant of each axis that no other file knows of. */
const drawbridge: FirewallBackend<{ moat?: string | undefined }> = {
	title: "Drawbridge",
	docs: "https://example.com/drawbridge",
	subdomains: "exact",
	ports: true,
	denies: false,
	evidence: "the vendor's page alone",
	options: { moat: z.string().optional() },
	examples: { dry: {} },
	render: ({ hosts }, { moat = "dry" }) =>
		made({
			files: [
				{
					name: "bridge.txt",
					mediaType: "text/plain",
					content: `${moat}\n${hosts.map(formatHost).sort().join("\n")}\n`,
				},
			],
			effects: [],
		}),
};
const scroll: ProfileFormat = {
	title: "Scroll",
	docs: "https://example.com/scroll",
	platform: "linux",
	mediaType: "text/x-scroll",
	fileName: ({ group }) => `${group}.scroll`,
	render: ({ settings }) => new TextEncoder().encode(Object.keys(settings).sort().join("\n")),
	decode: () => ({}),
};
const mainframe: InferenceRoute = {
	title: "Mainframe",
	docs: "https://example.com/mainframe",
	options: { endpoint: { key: "otlpEndpoint", required: true } },
	signIn: { badge: { kind: "interactive", members: {} } },
	modelsRequired: true,
	keepsConversationContent: true,
	checkModel: (id) => (id.startsWith("mf-") ? undefined : "is no id of the mainframe; expected mf-<name>"),
};
const vault: ArtifactStore<{ shelf: number }> = {
	title: "Vault",
	docs: "https://example.com/vault",
	options: members({ shelf: z.int() }),
};

test("a firewall backend", () => {
	const registries: Registries = { ...shipped, firewall: { ...shipped.firewall, drawbridge } };
	const { paths, text } = compile({ ...twins, firewall: { drawbridge: { moat: "wet" } } }, { registries });
	expect(paths.filter((path) => path.startsWith("firewall/"))).toEqual(["firewall/drawbridge/bridge.txt"]);
	expect(text("firewall/drawbridge/bridge.txt")).toBe(`wet\n${text("egress.txt")}`);
	const misspelt = { ...twins, firewall: { drawbrige: {} } };
	expect(() => parseDeployment(misspelt, { registries })).toThrow(
		/^firewall\.drawbrige: .*; did you mean "drawbridge"\?$/,
	);
	const wrong = { ...twins, firewall: { drawbridge: { moat: 3 } } };
	expect(() => parseDeployment(wrong, { registries })).toThrow(
		/^firewall\.drawbridge\.moat: is a number; expected text/,
	);
});

test("a profile format", () => {
	const registries: Registries = { ...shipped, profiles: { ...shipped.profiles, scroll } };
	const parsed = parseDeployment(
		{ ...twins, groups: { pilot: { preset: "none", platforms: ["linux"] } } },
		{ registries },
	);
	const { bundle } = compileBundle(parsed, { registries, secrets: () => "k" });
	expect(bundle.files.find(({ path }) => path.endsWith(".scroll"))).toMatchObject({
		path: "groups/pilot/profiles/linux/pilot.scroll",
		mediaType: "text/x-scroll",
		sensitive: true,
	});
	const chosen = compile(
		{ ...twins, groups: { pilot: { preset: "none" } }, profiles: { scroll: {} } },
		{ registries, secrets: () => "k" },
	);
	expect(chosen.paths.filter((path) => path.includes("/profiles/"))).toEqual([
		"groups/pilot/profiles/linux/pilot.scroll",
	]);
});

test("an inference route", () => {
	const registries: Registries = { ...shipped, routes: { ...shipped.routes, mainframe } };
	const block = { endpoint: "https://mf.example.com", models: ["mf-sonnet"], signIn: { badge: {} } };
	const { json } = compile({ ...twins, inference: { mainframe: block } }, { registries });
	expect(json("groups/pilot/settings.json")).toMatchObject({
		settings: {
			inferenceProvider: { value: "mainframe", layer: "route" },
			inferenceCredentialKind: { value: "interactive", layer: "route" },
			otlpEndpoint: { value: "https://mf.example.com", layer: "route" },
			inferenceModels: { value: ["mf-sonnet"], layer: "route" },
		},
	});
	expect(json("egress.json")).toMatchObject({ summary: { conversationContentStaysWithProvider: true } });
	const wrong = { ...twins, inference: { mainframe: { ...block, models: ["sonnet"] } } };
	expect(() => parseDeployment(wrong, { registries })).toThrow(
		"inference.mainframe.models[0]: is no id of the mainframe; expected mf-<name>",
	);
});

test("an artifact store", () => {
	const registries: Registries = { ...shipped, stores: { ...shipped.stores, vault } };
	expect(compile({ ...twins, publish: { vault: { shelf: 3 } } }, { registries }).deployment.publish).toEqual({
		vault: { shelf: 3 },
	});
	const wrong = { ...twins, publish: { vault: { shelf: "top" } } };
	expect(() => parseDeployment(wrong, { registries })).toThrow(/^publish\.vault\.shelf: is text; expected a/);
});
