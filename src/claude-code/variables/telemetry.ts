import { httpUrl } from "../../configuration/values/url.js";
import { text, words } from "../../shape/build.js";
import type { CodeVariable } from "../code-setting.js";
import { digits, on, resourceAttributesText, someOf } from "../values/variable-values.js";

/** Export to the organisation's own collector. */
export const telemetryVariables = {
	CLAUDE_CODE_ENABLE_TELEMETRY: { shape: on, summary: "Turns OpenTelemetry export on." },
	OTEL_METRICS_EXPORTER: {
		shape: someOf(["otlp", "prometheus", "console", "none"]),
		summary: "Metrics exporter; lock it in managed settings too.",
		page: "monitoring-usage",
	},
	OTEL_LOGS_EXPORTER: {
		shape: someOf(["otlp", "console", "none"]),
		summary: "Logs and events exporter.",
		page: "monitoring-usage",
	},
	OTEL_TRACES_EXPORTER: {
		shape: someOf(["otlp", "console", "none"]),
		summary: "Traces exporter (beta).",
		page: "monitoring-usage",
	},
	CLAUDE_CODE_ENHANCED_TELEMETRY_BETA: {
		shape: on,
		summary: "Traces (beta); ENABLE_ENHANCED_TELEMETRY_BETA also accepted.",
	},
	OTEL_EXPORTER_OTLP_PROTOCOL: {
		shape: words(["grpc", "http/json", "http/protobuf"]),
		summary: "No default: must be set per otlp exporter.",
		page: "monitoring-usage",
	},
	OTEL_EXPORTER_OTLP_ENDPOINT: {
		shape: httpUrl,
		summary: "Managed value removes developers' per-signal endpoints (2.1.217).",
		page: "monitoring-usage",
	},
	OTEL_EXPORTER_OTLP_HEADERS: { shape: text(), summary: "Collector headers.", secret: true, page: "monitoring-usage" },
	OTEL_EXPORTER_OTLP_METRICS_PROTOCOL: {
		shape: words(["grpc", "http/json", "http/protobuf"]),
		summary: "Per signal.",
		page: "monitoring-usage",
	},
	OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: { shape: httpUrl, summary: "Per signal.", page: "monitoring-usage" },
	OTEL_EXPORTER_OTLP_METRICS_HEADERS: {
		shape: text(),
		summary: "Per signal, merged.",
		secret: true,
		page: "monitoring-usage",
	},
	OTEL_EXPORTER_OTLP_LOGS_PROTOCOL: {
		shape: words(["grpc", "http/json", "http/protobuf"]),
		summary: "Per signal.",
		page: "monitoring-usage",
	},
	OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: { shape: httpUrl, summary: "Per signal.", page: "monitoring-usage" },
	OTEL_EXPORTER_OTLP_LOGS_HEADERS: {
		shape: text(),
		summary: "Per signal, merged.",
		secret: true,
		page: "monitoring-usage",
	},
	OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: {
		shape: words(["grpc", "http/json", "http/protobuf"]),
		summary: "Per signal.",
		page: "monitoring-usage",
	},
	OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: { shape: httpUrl, summary: "Per signal.", page: "monitoring-usage" },
	OTEL_EXPORTER_OTLP_TRACES_HEADERS: {
		shape: text(),
		summary: "Per signal, merged.",
		secret: true,
		page: "monitoring-usage",
	},
	OTEL_EXPORTER_OTLP_CLIENT_KEY: { shape: text(), summary: "mTLS over grpc.", page: "monitoring-usage" },
	OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: { shape: text(), summary: "mTLS over grpc.", page: "monitoring-usage" },
	OTEL_EXPORTER_OTLP_CERTIFICATE: { shape: text(), summary: "CA over grpc.", page: "monitoring-usage" },
	OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: {
		shape: words(["delta", "cumulative"]),
		summary: "Default delta.",
		page: "monitoring-usage",
	},
	OTEL_METRIC_EXPORT_INTERVAL: { shape: digits, summary: "Metrics interval.", page: "monitoring-usage" },
	OTEL_LOGS_EXPORT_INTERVAL: { shape: digits, summary: "Logs interval.", page: "monitoring-usage" },
	OTEL_TRACES_EXPORT_INTERVAL: { shape: digits, summary: "Traces interval.", page: "monitoring-usage" },
	OTEL_RESOURCE_ATTRIBUTES: {
		shape: resourceAttributesText,
		summary: "Own attributes; may identify people.",
		page: "monitoring-usage",
	},
	OTEL_METRICS_INCLUDE_SESSION_ID: {
		shape: words(["true", "false"]),
		summary: "session.id on metrics.",
		page: "monitoring-usage",
	},
	OTEL_METRICS_INCLUDE_VERSION: {
		shape: words(["true", "false"]),
		summary: "app.version on metrics.",
		page: "monitoring-usage",
	},
	OTEL_METRICS_INCLUDE_ACCOUNT_UUID: {
		shape: words(["true", "false"]),
		summary: "Account ids on metrics.",
		page: "monitoring-usage",
	},
	OTEL_METRICS_INCLUDE_ENTRYPOINT: {
		shape: words(["true", "false"]),
		summary: "app.entrypoint on metrics.",
		page: "monitoring-usage",
	},
	OTEL_METRICS_INCLUDE_RESOURCE_ATTRIBUTES: {
		shape: words(["true", "false"]),
		summary: "Resource attributes on metrics.",
		page: "monitoring-usage",
	},
	OTEL_METRICS_INCLUDE_REPOSITORY: {
		shape: words(["true", "false"]),
		summary: "vcs.* attributes on metrics.",
		page: "monitoring-usage",
		unverified: true,
	},
	CLAUDE_CODE_OTEL_HEADERS_HELPER_DEBOUNCE_MS: {
		shape: digits,
		summary: "Refresh of otelHeadersHelper.",
		page: "monitoring-usage",
	},
	CLAUDE_CODE_OTEL_FLUSH_TIMEOUT_MS: { shape: digits, summary: "Flush timeout.", page: "monitoring-usage" },
	CLAUDE_CODE_OTEL_SHUTDOWN_TIMEOUT_MS: { shape: digits, summary: "Shutdown timeout.", page: "monitoring-usage" },
	CLAUDE_CODE_PROPAGATE_TRACEPARENT: { shape: on, summary: "traceparent through a custom proxy.", since: "2.1.152" },
	OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: {
		shape: digits,
		summary: "SDK limit of attribute values.",
		since: "2.1.214",
		page: "monitoring-usage",
	},
} satisfies Readonly<Record<string, CodeVariable>>;
