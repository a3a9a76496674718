import type { JsonValue } from "../../json.js";
import { contentSwitches } from "../../observability/content-category.js";
import { addedAndRemoved, memberOf } from "../both-sides.js";

/** Whether more leaves with the later of two values; where not, it is less, or nobody knows. */
type IsMore = (from: JsonValue | undefined, to: JsonValue | undefined) => boolean;

function byAmount(amountOf: (value: JsonValue | undefined) => number): IsMore {
	return (from, to) => amountOf(to) > amountOf(from);
}

function byParts(partsOf: (value: JsonValue | undefined) => readonly string[]): IsMore {
	return (from, to) => addedAndRemoved(partsOf(from), partsOf(to)).added.length > 0;
}

/** Of a variable that is not set people decide. */
const switched = byAmount((value) => (value === undefined ? 1 : value === "0" || value === "false" ? 0 : 2));

/** Nothing is sent without it. */
const needed = byAmount((value) => (value === "1" ? 1 : 0));

/** Without a limit, all of it. */
const limit = byAmount((value) => (value === undefined ? Number.POSITIVE_INFINITY : Number(value)));

const listed = byParts((value) =>
	typeof value !== "string" ? [] : value.split(",").filter((each) => each !== "" && each !== "none"),
);

/** An address is another place, and none is no place. */
const place = byParts((value) => (typeof value === "string" ? [value] : []));

/** What of people's work goes to the collector. https://code.claude.com/docs/en/monitoring-usage */
const content: Readonly<Record<string, IsMore>> = {
	...Object.fromEntries(Object.values(contentSwitches).map(({ variable }) => [variable, switched])),
	ENABLE_BETA_TRACING_DETAILED: switched,
	CLAUDE_CODE_OTEL_CONTENT_MAX_LENGTH: limit,
	OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: limit,
};

const signals = ["METRICS", "LOGS", "TRACES"];

/** What of the program and of who works with it, and where to. */
const telemetry: Readonly<Record<string, IsMore>> = {
	CLAUDE_CODE_ENABLE_TELEMETRY: needed,
	CLAUDE_CODE_ENHANCED_TELEMETRY_BETA: needed,
	OTEL_EXPORTER_OTLP_ENDPOINT: place,
	BETA_TRACING_ENDPOINT: place,
	OTEL_RESOURCE_ATTRIBUTES: listed,
	OTEL_LOG_MANAGED_SETTINGS: switched,
	...Object.fromEntries(signals.map((signal) => [`OTEL_${signal}_EXPORTER`, listed])),
	...Object.fromEntries(signals.map((signal) => [`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`, place])),
	...Object.fromEntries(
		["SESSION_ID", "VERSION", "ACCOUNT_UUID", "ENTRYPOINT", "RESOURCE_ATTRIBUTES", "REPOSITORY"].map((what) => [
			`OTEL_METRICS_INCLUDE_${what}`,
			switched,
		]),
	),
};

/** Which rule a change of what goes to the collector falls under; undefined where the name decides nothing of it. */
export function ruleOfExposure(
	name: string,
	from: JsonValue | undefined,
	to: JsonValue | undefined,
): string | undefined {
	if (name === "otelHeadersHelper") return to === undefined ? "code-telemetry-less" : "code-program-changed";
	const [, variable = ""] = /^env\.(.+)$/.exec(name) ?? [];
	const isMoreContent = memberOf(content, variable);
	if (isMoreContent) return isMoreContent(from, to) ? "code-data-leaves" : "code-data-stays";
	const isMoreTelemetry = memberOf(telemetry, variable);
	if (isMoreTelemetry) return isMoreTelemetry(from, to) ? "code-telemetry-more" : "code-telemetry-less";
	return undefined;
}
