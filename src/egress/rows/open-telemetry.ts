import { ofUrl } from "../destination.js";
import { type EgressRow, page } from "../row.js";

export const openTelemetryRows: readonly EgressRow[] = [
	{
		feature: "open-telemetry",
		key: "otlpEndpoint",
		needs: "otlpEndpoint",
		because: "the organization's OpenTelemetry collector",
		ifDenied: "Telemetry batches are dropped without an error in the app; the audit trail has gaps.",
		operator: "organization",
		requirement: "required",
		source: page("telemetry"),
		opensSandbox: true,
		hosts: (context) => ofUrl(context.value("otlpEndpoint")),
	},
];
