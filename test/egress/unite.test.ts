import { expect, test } from "vitest";
import { formatAddress } from "../../src/egress/plan.js";
import { openedBeyond, unitePlans } from "../../src/egress/unite.js";
import type { JsonObject } from "../../src/json.js";
import { newestKnownVersion, oldestKnownVersion } from "../../src/version.js";
import { planOf, quiet } from "../support/configuration.js";

const fleet = { oldest: oldestKnownVersion, newest: newestKnownVersion };
const plan = (settings: JsonObject) =>
	planOf(
		{
			inferenceProvider: "bedrock",
			inferenceBedrockRegion: "eu-central-1",
			inferenceCredentialKind: "static",
			...quiet,
			...settings,
		},
		{ platforms: ["macos"] },
	);
const united = (plans: ReadonlyMap<string, ReturnType<typeof plan>>) => unitePlans(plans, fleet);

const plain = plan({});
const collector = plan({ otlpEndpoint: "https://otel.example.com:4318" });
const updating = plan({ disableAutoUpdates: false, inferenceModels: ["eu.anthropic.claude-fable-5"] });

test("the perimeter is what any group needs, whatever the order of groups", () => {
	const perimeter = united(
		new Map([
			["a", plain],
			["b", collector],
			["c", updating],
		]),
	);
	expect(perimeter.hosts.map(formatAddress)).toEqual([
		"api.anthropic.com",
		"bedrock-runtime.eu-central-1.amazonaws.com",
		"bedrock.eu-central-1.amazonaws.com",
		"claude.ai",
		"downloads.claude.ai",
		"otel.example.com:4318",
	]);
	expect(
		united(
			new Map([
				["c", updating],
				["b", collector],
				["a", plain],
			]),
		).hosts,
	).toEqual(perimeter.hosts);
	expect(perimeter.sandbox).toBeUndefined();
});

test("a claim holds for a deployment only where it holds for every group", () => {
	const claim = (...groups: (typeof plain)[]) =>
		united(new Map(groups.map((each, index) => [String(index), each]))).summary.conversationContentStaysWithProvider;
	expect(claim(plain, collector)).toBe(true);
	expect(claim(plain, updating)).toBe(false);
});

test("what the perimeter opens beyond a group is told by group", () => {
	const plans = new Map([
		["a", plain],
		["b", collector],
	]);
	expect(openedBeyond(united(plans), plans)).toEqual(new Map([["a", { count: 1, first: ["otel.example.com:4318"] }]]));
	const same = new Map([
		["a", plain],
		["b", plain],
	]);
	expect(openedBeyond(united(same), same)).toEqual(new Map());
});

test("each host names the groups that need it", () => {
	const { hosts } = united(
		new Map([
			["b", collector],
			["a", plain],
			["c", updating],
		]),
	);
	const groups = Object.fromEntries(hosts.map((host) => [formatAddress(host), host.groups]));
	expect(groups).toEqual({
		"api.anthropic.com": ["c"],
		"bedrock-runtime.eu-central-1.amazonaws.com": ["a", "b", "c"],
		"bedrock.eu-central-1.amazonaws.com": ["a", "b", "c"],
		"claude.ai": ["c"],
		"downloads.claude.ai": ["a", "b", "c"],
		"otel.example.com:4318": ["b"],
	});
	expect(plain.hosts.every((host) => host.groups === undefined)).toBe(true);
});

test("a higher minimum version closes a host of the perimeter only where no group needs it from then on", () => {
	const closes = (...groups: (typeof plain)[]) =>
		united(new Map(groups.map((each, index) => [String(index), each]))).notes.filter((note) =>
			note.startsWith("app.minimumVersion"),
		);
	const telemetry = plan({ disableNonessentialTelemetry: false });
	const directory = plan({ disableNonessentialServices: false });
	const segment =
		"app.minimumVersion 2.110.0 would close a-api.anthropic.com, a-cdn.anthropic.com, which only older apps need";
	expect(directory.notes.some((note) => note.includes("1.32885.1 would close api.anthropic.com"))).toBe(true);
	expect(closes(plain, telemetry).filter((note) => note.includes("2.110.0"))).toEqual([segment]);
	expect(closes(directory, telemetry).some((note) => note.includes("api.anthropic.com,"))).toBe(true);
	expect(closes(directory, telemetry).some((note) => note.includes("1.32885.1"))).toBe(false);
});

test("whom content reaches in any group is told once", () => {
	const captured = plan({ otlpEndpoint: "https://otel.example.com", otlpContentCapture: ["userPrompts"] });
	const { summary } = united(
		new Map([
			["a", captured],
			["b", captured],
			["c", plain],
		]),
	);
	expect(summary.contentAlsoReaches).toEqual(captured.summary.contentAlsoReaches);
	expect(summary.contentAlsoReaches).toHaveLength(1);
	expect(summary.conversationContentStaysWithProvider).toBe(false);
});
