import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnswerMemory } from "../../src/configuration/answer-memory.js";
import type { ManagedConfiguration } from "../../src/configuration/managed-configuration.js";
import { ruleChecker } from "../../src/configuration/rules/index.js";
import { SettingsView } from "../../src/configuration/settings-view.js";
import { deriveEgress, egressDeriver } from "../../src/egress/derive.js";
import type { JsonValue } from "../../src/json.js";
import { type Circumstances, configurationOf } from "../support/configuration.js";

type Group = readonly [settings: Readonly<Record<string, JsonValue>>, circumstances?: Circumstances];

/** For which of some groups, by position, a question had to be worked out. */
function workedOut(groups: readonly Group[], question: (view: SettingsView) => unknown): number[] {
	const memory = new AnswerMemory<SettingsView>();
	const worked: number[] = [];
	let current = 0;
	const counted = (view: SettingsView) => {
		worked.push(current);
		return question(view);
	};
	for (const [index, [settings, circumstances]] of groups.entries()) {
		current = index;
		memory.recall(new SettingsView(configurationOf(settings, circumstances)))(counted);
	}
	return worked;
}

const endpoint = (view: SettingsView) => view.text("otlpEndpoint");

describe("an answer is another group's too", () => {
	it.each<[what: string, groups: readonly Group[], worked: readonly number[]]>([
		["where the groups are the same", [[{ otlpEndpoint: "a" }], [{ otlpEndpoint: "a" }]], [0]],
		["where they differ in what was not asked", [[{ otlpEndpoint: "a" }], [{ otlpEndpoint: "a", banner: {} }]], [0]],
		["but not where they differ in what was asked", [[{ otlpEndpoint: "a" }], [{ otlpEndpoint: "b" }]], [0, 1]],
		["nor where one sets what was asked", [[{}], [{ otlpEndpoint: "a" }], [{}]], [0, 1]],
		["nor where one does not set it", [[{ otlpEndpoint: "a" }], [{}], [{ otlpEndpoint: "a" }]], [0, 1]],
		[
			"nor on other platforms",
			[
				[{}, { platforms: ["linux"] }],
				[{}, { platforms: ["macos"] }],
			],
			[0, 1],
		],
		[
			"nor where they differ in more than a few keys",
			[[{}], [Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`key${index}`, true]))]],
			[0, 1],
		],
	])("%s", (_, groups, worked) => {
		expect(workedOut(groups, endpoint)).toEqual(worked);
	});

	it("only where all settings are the same, once all were looked at", () => {
		const groups: Group[] = [[{ a: 1 }], [{ a: 1 }], [{ a: 2 }], [{ a: 1, b: 1 }]];
		expect(workedOut(groups, (view) => view.entries().length)).toEqual([0, 2, 3]);
	});

	it("only where the same layer says it", () => {
		const memory = new AnswerMemory<SettingsView>();
		const [byPreset, byGroup] = (["preset", "group"] as const).map((layer) => {
			const settings = new Map([["chatTabEnabled", { value: true, layer, path: [], overrides: [] }]]);
			return new SettingsView({ ...configurationOf({}), settings });
		});
		const layerOf = (view: SettingsView) => view.get("chatTabEnabled")?.layer;
		expect([byPreset, byGroup].map((view) => view && memory.recall(view)(layerOf))).toEqual(["preset", "group"]);
	});
});

/** Keys that rows and rules ask for, alone and together, with values that open, close, name hosts and are complained of. */
const settings: fc.Arbitrary<Record<string, JsonValue>> = fc.record(
	{
		inferenceProvider: fc.constantFrom("gateway", "bedrock"),
		inferenceGatewayBaseUrl: fc.constantFrom<JsonValue>("http://llm.example.com", "https://127.0.0.1", {
			fromCloud: "endpoint",
		}),
		disableEssentialTelemetry: fc.boolean(),
		disableNonessentialTelemetry: fc.boolean(),
		disableNonessentialServices: fc.boolean(),
		disableAutoUpdates: fc.boolean(),
		autoUpdaterEnforcementHours: fc.constantFrom(24, 48),
		isDesktopExtensionEnabled: fc.boolean(),
		userContentRendererUrl: fc.constantFrom("https://frame-a.example.com", "https://frame-b.example.com"),
		otlpEndpoint: fc.constantFrom("https://otel-a.example.com", "http://otel-b.example.com:4318/v1/logs"),
		otlpProtocol: fc.constantFrom("grpc", "http/protobuf"),
		coworkEgressAllowedHosts: fc.subarray(["a.example.com", "*.b.example.com", "c.example.net:8443", "*"]),
		inferenceCredentialHelper: fc.constantFrom("/opt/helper", "C:\\helper.exe"),
		disabledBuiltinTools: fc.subarray(["Bash", "WebSearch", "Bsh"]),
		inferenceGatewayOidc: fc.constant({ issuer: { fromEnv: "ISSUER" } }),
	},
	{ requiredKeys: [] },
);
const circumstances = fc.record({
	platforms: fc.constantFrom<("linux" | "macos" | "windows")[][]>(["linux"], ["macos"], ["macos", "windows"]),
	keepsConversationContent: fc.boolean(),
});
const configurations = fc
	.array(fc.tuple(settings, circumstances), { minLength: 2, maxLength: 12 })
	.map((groups) => groups.map((given, index) => writtenBy(`group-${index}`, configurationOf(...given))));

function writtenBy(group: string, configuration: ManagedConfiguration): ManagedConfiguration {
	const entries = [...configuration.settings].map(
		([key, setting]) => [key, { ...setting, layer: "group", path: ["groups", group, "settings", key] }] as const,
	);
	return { ...configuration, group, settings: new Map(entries) };
}

describe("groups that share what was worked out have what each would have alone", () => {
	it.each([
		["hosts and notes", egressDeriver, deriveEgress],
		["problems", ruleChecker, (each: ManagedConfiguration) => ruleChecker()(each)],
	])("%s", (_, sharing, alone) => {
		fc.assert(
			fc.property(configurations, (groups) => {
				const shared = sharing();
				for (const each of groups) expect(shared(each)).toEqual(alone(each));
			}),
			{ numRuns: 100 },
		);
	});
});
