import type { JsonObject } from "../../json.js";
import { allowedContent, alwaysSentContent, knownEvents } from "./known-attributes.js";
import { quoted } from "./ottl.js";
import { categoriesOf, isOfTier, type Redaction } from "./redaction.js";

/** The store for content gets the records that carry any. */
export function contentFilter(redaction: Redaction): JsonObject {
	const allowed = [...redaction.tiers.keys()].flatMap((tier) => categoriesOf(redaction, tier));
	const names = allowedContent([...knownEvents.values()], allowed).filter(
		(name) => !Object.hasOwn(alwaysSentContent, name),
	);
	const none = names.map((name) => `log.attributes[${quoted(name)}] == nil`);
	return { error_mode: "propagate", logs: { log_record: [none.length === 0 ? "true" : none.join(" and ")] } };
}

/** It gets traces of the tiers whose spans hold what tools took and gave. */
export function tracesFilter(redaction: Redaction): JsonObject {
	const whole = [...redaction.tiers.keys()].filter((tier) => categoriesOf(redaction, tier).includes("toolContent"));
	const condition = whole.length === 0 ? "true" : `not (${whole.map(isOfTier).join(" or ")})`;
	return { error_mode: "propagate", traces: { span: [condition] } };
}
