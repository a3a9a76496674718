import { ownAttributes } from "../attribute-grammar.js";
import { type Tier, tiers } from "../tier.js";
import { knownAnywhere, knownEvents, knownMetrics, knownSpans, unknownEvent } from "./known-attributes.js";
import { quoted, type Statements } from "./ottl.js";
import {
	contentAsText,
	emptied,
	isOfTier,
	kept,
	masking,
	maskingOf,
	pseudonyms,
	type Redaction,
	resourceStatements,
	scopeStatements,
	tiersWith,
	withoutContent,
} from "./redaction.js";

/** A record that names no group is of the strictest tier, whichever tiers groups have. */
function withStrictest(redaction: Redaction): Redaction {
	const used = tiers.filter((tier) => tier === "metadata" || redaction.tiers.has(tier));
	return { ...redaction, tiers: new Map(used.map((tier) => [tier, redaction.tiers.get(tier) ?? []])) };
}

const eventName = 'log.attributes["event.name"]';

/** What is done to records before a sink. */
export function logStatements(given: Redaction): Statements[] {
	const redaction = withStrictest(given);
	return [
		resourceStatements(redaction),
		scopeStatements,
		{
			context: "log",
			statements: [
				`set(${eventName}, log.event_name) where ${eventName} == nil and log.event_name != ""`,
				`set(${eventName}, log.body) where ${eventName} == nil and IsMatch(log.body, "^claude_code\\\\.[a-z_]+$$")`,
				`replace_pattern(${eventName}, "^claude_code\\\\.", "")`,
				...kept(redaction, "log.attributes", eventName, knownEvents, unknownEvent),
				...contentAsText(redaction, "log.attributes", [...knownEvents.values()]),
				...masking("log.attributes"),
				...pseudonyms("log.attributes", redaction),
				// The name stands in the body, and elsewhere a body is any text.
				`set(log.body, ${eventName}) where ${eventName} != nil`,
				"set(log.body, String(log.body)) where IsMap(log.body) or IsList(log.body)",
				...freeTexts(redaction, "log.body", `${eventName} == nil`),
				`set(log.event_name, ${eventName}) where ${eventName} != nil`,
				`set(log.event_name, "") where ${eventName} == nil`,
			],
		},
	];
}

export function metricStatements(given: Redaction): Statements[] {
	const redaction = withStrictest(given);
	return [
		resourceStatements(redaction),
		scopeStatements,
		{
			context: "datapoint",
			statements: [
				...kept(redaction, "datapoint.attributes", "metric.name", knownMetrics, knownAnywhere),
				...masking("datapoint.attributes"),
				...pseudonyms("datapoint.attributes", redaction),
				// A store of numbers keeps what sent them apart from them.
				...[ownAttributes.deployment, ownAttributes.group].map(
					(name) => `set(datapoint.attributes[${quoted(name)}], resource.attributes[${quoted(name)}])`,
				),
			],
		},
	];
}

/** Spans on which tools' inputs and outputs are, under names that no page lists. */
const toolSpans = [...knownSpans.keys()].filter((name) => name.startsWith("claude_code.tool"));
const isOfTool = `IsMatch(span.name, ${quoted("^claude_code\\.tool(?:\\.|$$)")})`;

export function traceStatements(given: Redaction): Statements[] {
	const redaction = withStrictest(given);
	const whole = tiersWith(redaction, "toolContent");
	const keptOf = (isMeant: (tier: Tier) => boolean, apart: readonly string[] = []) => {
		const meant = new Map([...redaction.tiers].filter(([tier]) => isMeant(tier)));
		return kept({ ...redaction, tiers: meant }, "span.attributes", "span.name", knownSpans, knownAnywhere, apart);
	};
	const content = [...knownSpans.values(), ...knownEvents.values()];
	const inside = (attributes: string) =>
		whole.flatMap((tier) => {
			const where = `${isOfTier(tier)} and ${isOfTool}`;
			// What is inside of a map would not be masked.
			const flat = `flatten(${attributes}) where ${where}`;
			return [...withoutContent(redaction, attributes, content, tier, where), flat];
		});
	const holdsTools = whole.length === 0 ? "" : ` where not (${isOfTool} and (${whole.map(isOfTier).join(" or ")}))`;
	return [
		resourceStatements(redaction),
		scopeStatements,
		{
			context: "span",
			statements: [
				...keptOf((tier) => !whole.includes(tier)),
				...keptOf((tier) => whole.includes(tier), toolSpans),
				...inside("span.attributes"),
				...contentAsText(redaction, "span.attributes", [...knownSpans.values()]),
				...masking("span.attributes"),
				...pseudonyms("span.attributes", redaction),
				...freeTexts(redaction, "span.status.message"),
				'set(span.trace_state, "")',
			],
		},
		{
			context: "spanevent",
			statements: [
				`${emptied("spanevent.attributes")}${holdsTools}`,
				...inside("spanevent.attributes"),
				...masking("spanevent.attributes"),
			],
		},
	];
}

/** Texts that may say anything: kept, masked, where texts of errors are, and emptied elsewhere. */
function freeTexts(redaction: Redaction, text: string, ...conditions: readonly string[]): string[] {
	const open = tiersWith(redaction, "toolDetails");
	const closed = [...redaction.tiers.keys()].filter((tier) => !open.includes(tier));
	return [
		...closed.map((tier) => `set(${text}, "") where ${[...conditions, isOfTier(tier)].join(" and ")}`),
		...(open.length === 0 ? [] : maskingOf(text)),
	];
}
