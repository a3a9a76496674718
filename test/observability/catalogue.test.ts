import { expect, test } from "vitest";
import {
	coworkEvents,
	desktopEvents,
	eventAttributes,
	resourceAttributes,
	standardAttributes,
} from "../../src/observability/catalogue.js";
import { claudeCodeEvents, metrics, spans } from "../../src/observability/claude-code-signals.js";
import { readFacts } from "../support/facts.js";
import { attributeName, type SignalFact, signalOf, type TelemetryFacts } from "../support/telemetry-facts.js";

const facts = readFacts<TelemetryFacts>("otel-catalogue.json");

function signals(of: readonly SignalFact[]) {
	return Object.fromEntries(of.map((fact) => [fact.name, signalOf(fact)]));
}

test.skipIf(facts === undefined)("the catalogue is what the facts say, switch by switch", () => {
	const { claudeCode, cowork } = facts as TelemetryFacts;
	expect(metrics).toEqual(signals(claudeCode.metrics));
	expect(claudeCodeEvents).toEqual(signals(claudeCode.events));
	expect(spans).toEqual(signals(claudeCode.spans));
	expect(coworkEvents).toEqual(signals(cowork.events));
	expect(desktopEvents).toEqual(signals(cowork.desktopStream.events));
	const standard = [...claudeCode.standardAttributes, ...cowork.standardAttributes].map(attributeName);
	expect(new Set(standardAttributes)).toEqual(new Set(standard));
	expect(eventAttributes).toEqual([...claudeCode.everyEvent, ...claudeCode.eventOnlyAttributes].map(attributeName));
	expect(resourceAttributes).toEqual(cowork.resourceAttributes.map(attributeName));
});

test("has as many signals as the pages of the vendor", () => {
	expect(Object.keys(metrics)).toHaveLength(8);
	expect(Object.keys(claudeCodeEvents)).toHaveLength(27);
	expect(Object.keys(spans)).toHaveLength(6);
	expect(Object.keys(coworkEvents)).toHaveLength(6);
	expect(claudeCodeEvents.user_prompt?.content).toEqual({ prompt: ["userPrompts"], command_name: ["toolDetails"] });
});
