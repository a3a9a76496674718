import { expect, test } from "vitest";
import { deriveEgress } from "../../src/egress/derive.js";
import { formatAddress } from "../../src/egress/plan.js";
import { openedBeyond, unitePlans } from "../../src/egress/unite.js";
import type { JsonObject } from "../../src/json.js";
import { configurationOf, quiet } from "../support/configuration.js";

const plan = (settings: JsonObject, keeps = true) =>
	deriveEgress(
		configurationOf(
			{
				inferenceProvider: "bedrock",
				inferenceBedrockRegion: "eu-central-1",
				inferenceCredentialKind: "static",
				...quiet,
				...settings,
			},
			{ keepsConversationContent: keeps },
		),
	);

const plain = plan({});
const collector = plan({ otlpEndpoint: "https://otel.example.com:4318" });
const updating = plan({ disableAutoUpdates: false, inferenceModels: ["eu.anthropic.claude-fable-5"] });

test("the perimeter is what any group needs, whatever the order of groups", () => {
	const perimeter = unitePlans(
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
		unitePlans(
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
		unitePlans(new Map(groups.map((each, index) => [String(index), each]))).summary
			.conversationContentStaysWithProvider;
	expect(claim(plain, collector)).toBe(true);
	expect(claim(plain, updating)).toBe(false);
});

test("what the perimeter opens beyond a group is told by group", () => {
	const plans = new Map([
		["a", plain],
		["b", collector],
	]);
	expect(openedBeyond(unitePlans(plans), plans)).toEqual(new Map([["a", ["otel.example.com:4318"]]]));
	const same = new Map([
		["a", plain],
		["b", plain],
	]);
	expect(openedBeyond(unitePlans(same), same)).toEqual(new Map());
});
