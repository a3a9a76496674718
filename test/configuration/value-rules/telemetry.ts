import { type Binding, bind } from "./binding.js";

const otlp = { otlpEndpoint: "https://otel.example.com" };

/** Telemetry, updates, limits and appearance. */
export const telemetryRules: readonly Binding[] = [
	bind("warning", "autoUpdaterEnforcementHours", "", "", [[24, "", {}, { disableAutoUpdates: true }]]),
	bind("warning", "otlpProtocol", "", "grpc", [["grpc", "", {}, otlp]]),
	bind("error", ["otlpHeaders", "otlpResourceAttributes"], "", "text converted", [["k=v"]]),
	bind("error", "otlpContentCapture", "[]", "", [[["prompts"], "", {}, otlp]]),
	bind("warning", "otlpContentCapture", "[]", "", [[["userPrompts"], "", {}, otlp]]),
	bind("warning", "otlpProtocol", "", "without otlpEndpoint", [["http/json"]]),
	bind("warning", ["otlpHeaders", "otlpResourceAttributes"], "", "", [[{ "x-a": "b" }]]),
	bind("warning", "otlpDesktopLogLevel", "", "", [["warn"]]),
	bind("warning", "otlpContentCapture", "", "", [[["toolDetails"]]]),
	bind("warning", "otlpTracesEnabled", "", "", [[true]]),
	bind("error", "inferenceMaxTokensPerWindow", "", "without", [[1000]]),
	bind("error", "inferenceTokenWindowHours", "", "required with", [[24]]),
	bind("error", ["deploymentDisplayName", "deploymentDisplaySubtitle"], "", "1..60", [["x".repeat(61)], [" x"], [""]]),
	bind("warning", "deploymentDisplaySubtitle", "", "", [["Internal"]]),
	bind("error", "banner", "enabled", "", [[{ text: "x" }]]),
	bind("error", "banner", "text", "", [[{ enabled: true, text: "x".repeat(201) }], [{ enabled: true }]]),
	bind("error", "banner", "backgroundColor", "", [[{ enabled: true, text: "x", backgroundColor: "red" }]]),
	bind("error", "banner", "textColor", "", [[{ enabled: true, text: "x", textColor: "#12345" }]]),
	bind("error", "banner", "linkUrl", "", [[{ enabled: true, text: "x", linkUrl: "http://a.example" }]]),
];
