import type { EgressContext } from "../context.js";
import { exact, subdomains } from "../destination.js";
import { type EgressRow, page } from "../row.js";

const essentialTelemetry = {
	feature: "essential-telemetry",
	key: "disableEssentialTelemetry",
	requirement: "optional",
	closedBy: [{ key: "disableEssentialTelemetry", value: true }],
	source: page("telemetry"),
	when: (context: EgressContext) => context.isNot("disableEssentialTelemetry", true),
} as const;
const timings =
	"performance timings, attributed to the organisation by deploymentOrganizationUuid; no prompt or response content";

export const essentialTelemetryRows: readonly EgressRow[] = [
	{
		...essentialTelemetry,
		because:
			"crash and error reports (the bare name for firewalls that do not match it under the wildcard; the third for firewalls whose wildcard is one label deep)",
		data: "crash reports and error stack traces: app version, operating system, error type, redacted stack frames, attributed to the organisation by deploymentOrganizationUuid; no prompt or response content",
		ifDenied: "No crash and error reports reach Anthropic; support works from log files sent by hand.",
		operator: "third-party",
		hosts: [exact("sentry.io"), subdomains("sentry.io"), subdomains("ingest.us.sentry.io")],
	},
	{
		...essentialTelemetry,
		because: "performance timings",
		data: timings,
		ifDenied: "No performance timings reach Anthropic; the app works.",
		operator: "third-party",
		hosts: [exact("browser-intake-us5-datadoghq.com")],
	},
	{
		...essentialTelemetry,
		because: "performance timings, regional intakes",
		data: timings,
		ifDenied: "No performance timings reach Anthropic; the app works.",
		operator: "third-party",
		since: "1.26832.0",
		hosts: [
			exact("browser-intake-datadoghq.com"),
			exact("browser-intake-us3-datadoghq.com"),
			exact("browser-intake-ap1-datadoghq.com"),
			exact("browser-intake-ap2-datadoghq.com"),
			exact("browser-intake-datadoghq.eu"),
			exact("browser-intake-ddog-gov.com"),
		],
	},
	{
		...essentialTelemetry,
		because: "performance timings, tried before Datadog",
		data: timings,
		ifDenied: "Performance timings go to Datadog instead, or nowhere; the app works.",
		operator: "anthropic",
		since: "2.7032.0",
		hosts: [exact("claude.ai")],
	},
];
