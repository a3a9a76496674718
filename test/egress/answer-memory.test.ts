import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presets } from "../../src/configuration/presets.js";
import { AnswerMemory } from "../../src/egress/answer-memory.js";
import { EgressContext } from "../../src/egress/context.js";
import { deriveEgress, egressDeriver } from "../../src/egress/derive.js";
import type { JsonValue } from "../../src/json.js";
import { type AppVersion, oldestKnownVersion } from "../../src/version.js";
import { type Circumstances, configurationOf } from "../support/configuration.js";

type Group = readonly [settings: Readonly<Record<string, JsonValue>>, circumstances?: Circumstances];

/** For which of some groups, by position, a question had to be worked out. */
function workedOut(groups: readonly Group[], question: (context: EgressContext) => unknown): number[] {
	const memory = new AnswerMemory();
	const worked: number[] = [];
	let current = 0;
	const counted = (context: EgressContext) => {
		worked.push(current);
		return question(context);
	};
	for (const [index, [settings, circumstances]] of groups.entries()) {
		current = index;
		memory.recall(new EgressContext(configurationOf(settings, circumstances)))(counted);
	}
	return worked;
}

const endpoint = (context: EgressContext) => context.text("otlpEndpoint");

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
});

it("tells what a piece of work asked for, set or not, and nothing that is asked for afterwards", () => {
	const context = new EgressContext(configurationOf({ otlpEndpoint: "https://otel.example.com" }));
	const { result, asked } = context.recording(() => [context.text("otlpEndpoint"), context.list("sshHostAllowlist")]);
	context.value("disableAutoUpdates");
	expect(result).toEqual(["https://otel.example.com", []]);
	expect([...asked]).toEqual(["otlpEndpoint", "sshHostAllowlist"]);
});

/** Keys that rows ask for, alone and together, with values that open, close and name hosts. */
const settings: fc.Arbitrary<Record<string, JsonValue>> = fc.record(
	{
		inferenceProvider: fc.constantFrom("gateway", "bedrock"),
		inferenceGatewayBaseUrl: fc.constantFrom<JsonValue>("http://llm.example.com", "https://127.0.0.1", {
			fromCloud: { name: "endpoint", words: "the endpoint" },
		}),
		disableEssentialTelemetry: fc.boolean(),
		disableNonessentialTelemetry: fc.boolean(),
		disableNonessentialServices: fc.boolean(),
		disableAutoUpdates: fc.boolean(),
		isDesktopExtensionEnabled: fc.boolean(),
		userContentRendererUrl: fc.constantFrom("https://frame-a.example.com", "https://frame-b.example.com"),
		otlpEndpoint: fc.constantFrom("https://otel-a.example.com", "http://otel-b.example.com:4318/v1/logs"),
		coworkEgressAllowedHosts: fc.subarray(["a.example.com", "*.b.example.com", "c.example.net:8443", "*"]),
	},
	{ requiredKeys: [] },
);
const circumstances = fc.record({
	platforms: fc.constantFrom<("linux" | "macos" | "windows")[][]>(["linux"], ["macos"], ["macos", "windows"]),
	keepsConversationContent: fc.boolean(),
	oldest: fc.constantFrom<AppVersion[]>(oldestKnownVersion, "2.19675.0"),
	gated: fc.boolean(),
});
const preset = fc.constantFrom(...Object.values(presets));
const configurations = fc.array(
	fc
		.tuple(preset, settings, circumstances)
		.map(([under, over, rest]) => configurationOf({ ...under.settings, ...over }, rest)),
	{ minLength: 2, maxLength: 12 },
);

it("gives groups that share what was worked out the plan that each would have alone", () => {
	fc.assert(
		fc.property(configurations, (groups) => {
			const derive = egressDeriver();
			for (const each of groups) expect(derive(each)).toEqual(deriveEgress(each));
		}),
		{ numRuns: 200 },
	);
});
