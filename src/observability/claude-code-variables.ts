import type { JsonObject, JsonValue } from "../json.js";
import { contentSwitches } from "./content-category.js";

/** What of a collector variables of Claude Code say. */
export interface ExportedTo {
	readonly endpoint: JsonValue;
	/** @default "http/protobuf" */
	readonly protocol?: JsonValue;
	readonly traces: boolean;
	/** Kinds of content that are captured. */
	readonly captured: readonly JsonValue[];
}

/** Variables that have Claude Code send to a collector. https://code.claude.com/docs/en/monitoring-usage */
export function exportVariables({ endpoint, protocol = "http/protobuf", traces, captured }: ExportedTo): JsonObject {
	return {
		CLAUDE_CODE_ENABLE_TELEMETRY: "1",
		OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
		OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
		OTEL_LOGS_EXPORTER: "otlp",
		OTEL_METRICS_EXPORTER: "otlp",
		...(traces && { CLAUDE_CODE_ENHANCED_TELEMETRY_BETA: "1" }),
		OTEL_TRACES_EXPORTER: traces ? "otlp" : "none",
		...contentVariables(captured),
	};
}

/** By the grammar of OTEL_RESOURCE_ATTRIBUTES: https://opentelemetry.io/docs/specs/otel/resource/sdk/ */
export function resourceAttributesVariable(attributes: Readonly<Record<string, JsonValue>>): string {
	return Object.entries(attributes)
		.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
		.join(",");
}

/** What is not captured is said, too: left out, responses follow prompts, and people may switch on what they like. */
function contentVariables(captured: readonly JsonValue[]): JsonObject {
	const said = Object.entries(contentSwitches).flatMap(([kind, { variable }]): [string, string][] => {
		if (captured.includes(kind)) return [[variable, "1"]];
		// No source says what holds this one off.
		return kind === "rawApiBodies" ? [] : [[variable, "0"]];
	});
	return Object.fromEntries(said);
}
