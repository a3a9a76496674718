import { choice, choices, flag, structure, text } from "../managed-key.js";
import { resourceAttributes } from "../structures/resource-attributes.js";
import { executable } from "../values/file-path.js";
import { headers } from "../values/text-map.js";
import { url } from "../values/url.js";

const opentelemetry = {
	section: "Telemetry & updates",
	group: "OpenTelemetry",
	alsoOn: ["configuration-changelog"],
} as const;

/** Export to the organisation's own collector. */
export const openTelemetryKeys = {
	otlpEndpoint: text(
		{
			...opentelemetry,
			summary: "Base address of the collector; the app appends /v1/logs, /v1/metrics and /v1/traces.",
			since: "1.2581.0",
			alsoOn: ["telemetry"],
		},
		url({ http: "anywhere", parts: "base", appended: ["/v1/logs", "/v1/metrics", "/v1/traces"] }),
	),
	otlpProtocol: choice(
		{
			...opentelemetry,
			summary: "Protocol of the export; grpc falls back to http on Windows and behind an HTTP proxy.",
			since: "1.2581.0",
			default: "http/protobuf",
			alsoOn: ["telemetry"],
		},
		["http/protobuf", "http/json", "grpc"],
	),
	otlpHeaders: structure(
		"object",
		{ ...opentelemetry, summary: "Headers of every export request, by name.", since: "1.2581.0", secret: true },
		headers,
	),
	otlpAuthMode: choice(
		{
			...opentelemetry,
			summary: "Whether the collector gets the inference credential too.",
			since: "1.30096.1",
			defaultNote: "none, inferred",
		},
		["none", "inference-credential"],
	),
	otlpHeadersHelper: text(
		{
			...opentelemetry,
			summary: "Absolute path of a program that prints headers for the collector as JSON.",
			since: "1.30096.1",
		},
		executable(),
	),
	otlpResourceAttributes: structure(
		"object",
		{
			...opentelemetry,
			summary: "Resource attributes besides the app's own, by name; may identify people.",
			since: "1.5354.0",
		},
		resourceAttributes,
	),
	otlpDesktopLogLevel: choice(
		{
			...opentelemetry,
			summary: "Least severe level of the app's own log records in the export.",
			since: "1.9255.0",
			default: "error",
		},
		["off", "error", "warn", "info", "debug"],
	),
	otlpContentCapture: choices(
		{
			...opentelemetry,
			summary: "Kinds of content in the export.",
			since: "1.15962.0",
			defaultNote: "no content",
			otherwise: "leaves it out",
			alsoOn: ["configuration-changelog", "telemetry"],
		},
		["userPrompts", "assistantResponses", "toolDetails", "toolContent", "rawApiBodies"],
	),
	otlpTracesEnabled: flag({
		...opentelemetry,
		summary: "Whether traces are exported (beta).",
		since: "1.22209.0",
		defaultNote: "false, inferred",
	}),
};
