import { expect, test } from "vitest";
import { contentCaptureVariables } from "../../../src/claude-code/variables/content-capture.js";
import { telemetryVariables } from "../../../src/claude-code/variables/telemetry.js";
import { ruleOfExposure } from "../../../src/review/subjects/code-exposure.js";

test.each<[string, unknown, unknown, string]>([
	["OTEL_LOG_USER_PROMPTS", "0", "1", "code-data-leaves"],
	["OTEL_LOG_USER_PROMPTS", "0", undefined, "code-data-leaves"],
	["OTEL_LOG_USER_PROMPTS", undefined, "0", "code-data-stays"],
	["OTEL_LOG_RAW_API_BODIES", undefined, "file:/tmp/bodies", "code-data-leaves"],
	["ENABLE_BETA_TRACING_DETAILED", "1", undefined, "code-data-stays"],
	["CLAUDE_CODE_OTEL_CONTENT_MAX_LENGTH", "1000", "60000", "code-data-leaves"],
	["CLAUDE_CODE_OTEL_CONTENT_MAX_LENGTH", "1000", undefined, "code-data-leaves"],
	["CLAUDE_CODE_OTEL_CONTENT_MAX_LENGTH", undefined, "1000", "code-data-stays"],
	["CLAUDE_CODE_ENABLE_TELEMETRY", "1", undefined, "code-telemetry-less"],
	["CLAUDE_CODE_ENABLE_TELEMETRY", undefined, "1", "code-telemetry-more"],
	["OTEL_LOGS_EXPORTER", "otlp", "none", "code-telemetry-less"],
	["OTEL_LOGS_EXPORTER", "otlp,console", "otlp", "code-telemetry-less"],
	["OTEL_METRICS_EXPORTER", "none", "otlp", "code-telemetry-more"],
	["OTEL_EXPORTER_OTLP_ENDPOINT", "https://a.example.com", "https://b.example.com", "code-telemetry-more"],
	["OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "https://a.example.com", undefined, "code-telemetry-less"],
	["OTEL_METRICS_INCLUDE_ACCOUNT_UUID", "false", "true", "code-telemetry-more"],
	["OTEL_RESOURCE_ATTRIBUTES", "team=a", "team=a,person=ada", "code-telemetry-more"],
	["OTEL_RESOURCE_ATTRIBUTES", "team=a,person=ada", "team=a", "code-telemetry-less"],
])("%s from %s to %s is %s", (variable, from, to, rule) => {
	expect(ruleOfExposure(`env.${variable}`, from as never, to as never)).toBe(rule);
});

test("the program that prints the collector's headers is told as a program, and without one less arrives", () => {
	expect(ruleOfExposure("otelHeadersHelper", "/opt/a", "/opt/b")).toBe("code-program-changed");
	expect(ruleOfExposure("otelHeadersHelper", undefined, "/opt/b")).toBe("code-program-changed");
	expect(ruleOfExposure("otelHeadersHelper", "/opt/a", undefined)).toBe("code-telemetry-less");
});

test("every variable of the export has a direction, but what decides how and not what", () => {
	const names = Object.keys({ ...contentCaptureVariables, ...telemetryVariables });
	const without = names.filter((name) => ruleOfExposure(`env.${name}`, undefined, "1") === undefined);
	expect(
		without.filter((name) => !/(?:PROTOCOL|HEADERS|CLIENT_KEY|CERTIFICATE|INTERVAL|_MS|PREFERENCE)$/.test(name)),
	).toEqual(["CLAUDE_CODE_PROPAGATE_TRACEPARENT"]);
	expect(ruleOfExposure("model", "a", "b")).toBeUndefined();
	expect(ruleOfExposure("env.toString", "a", "b")).toBeUndefined();
});
