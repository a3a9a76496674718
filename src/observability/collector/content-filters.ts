import type { JsonObject } from "../../json.js";
import { allowedContent, alwaysSentContent, knownEvents } from "./known-attributes.js";
import { quoted } from "./ottl.js";
import { categoriesOfAll, isOfTier, type Redaction, tiersWith } from "./redaction.js";

/** The store for content gets the records that carry any: an attribute of the same name is none in other events. */
export function contentFilter(redaction: Redaction): JsonObject {
	const allowed = categoriesOfAll(redaction);
	const carrying = [...knownEvents].flatMap(([event, known]) => {
		const names = allowedContent([known], allowed).filter((name) => !Object.hasOwn(alwaysSentContent, name));
		if (names.length === 0) return [];
		const any = names.map((name) => `log.attributes[${quoted(name)}] != nil`).join(" or ");
		return [`(log.attributes["event.name"] == ${quoted(event)} and (${any}))`];
	});
	return { error_mode: "propagate", logs: { log_record: [unless(carrying)] } };
}

/** It gets traces of the tiers whose spans hold what tools took and gave. */
export function tracesFilter(redaction: Redaction): JsonObject {
	const ofOtherTiers = unless(tiersWith(redaction, "toolContent").map(isOfTier));
	return { error_mode: "propagate", traces: { span: [ofOtherTiers, isLinked] } };
}

/** No statement reaches the attributes of a link, so that a span with one is dropped whole; the catalogue has none. */
const isLinked = "Len(span.links) > 0";

export function linksFilter(): JsonObject {
	return { error_mode: "propagate", traces: { span: [isLinked] } };
}

/** Nor those of an exemplar. A summary has no list of them. */
export function exemplarsFilter(): JsonObject {
	const hasExemplars = "IsList(datapoint.exemplars) and Len(datapoint.exemplars) > 0";
	return { error_mode: "propagate", metrics: { datapoint: [hasExemplars] } };
}

function unless(conditions: readonly string[]): string {
	return conditions.length === 0 ? "true" : `not (${conditions.join(" or ")})`;
}
