import type { EgressContext } from "../context.js";
import { exact } from "../destination.js";
import { type EgressRow, page } from "../row.js";
import { allOf, anyOf } from "../windows.js";

const nonessentialTelemetry = {
	feature: "nonessential-telemetry",
	key: "disableNonessentialTelemetry",
	operator: "anthropic",
	requirement: "optional",
	closedBy: [{ key: "disableNonessentialTelemetry", value: true }],
	when: (context: EgressContext) => context.isNot("disableNonessentialTelemetry", true),
} as const;
const analytics =
	"product-usage analytics: feature adoption, session counts, interactions with the user interface; no prompt or response content";

export const nonessentialTelemetryRows: readonly EgressRow[] = [
	{
		...nonessentialTelemetry,
		because: "product analytics events",
		data: analytics,
		ifDenied: "No product analytics reach Anthropic; the app works.",
		source: page("telemetry"),
		hosts: [exact("claude.ai")],
	},
	{
		...nonessentialTelemetry,
		because: "product analytics: library and events",
		data: analytics,
		ifDenied: "No product analytics reach Anthropic; the app works.",
		until: "2.110.0",
		source: "https://claude.com/docs/cowork/changelog",
		hosts: [exact("a-cdn.anthropic.com"), exact("a-api.anthropic.com")],
	},
	{
		...nonessentialTelemetry,
		because: "Claude Code usage telemetry, sent from inside the agent sandbox",
		ifDenied: "No Claude Code usage telemetry reaches Anthropic; sessions work.",
		since: "1.26832.0",
		source: page("telemetry"),
		opensSandbox: true,
		when: (context) =>
			allOf(
				nonessentialTelemetry.when(context),
				// Sessions on a gateway with this scheme send none from then on.
				anyOf(context.isNot("inferenceGatewayAuthScheme", "x-api-key"), [{ until: "2.9939.2" }]),
			),
		hosts: [exact("api.anthropic.com")],
	},
];
