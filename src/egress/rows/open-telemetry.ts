import { ofUrl } from "../destination.js";
import { type EgressRow, page } from "../row.js";

export const openTelemetryRows: readonly EgressRow[] = [
	{
		feature: "open-telemetry",
		key: "otlpEndpoint",
		needs: "otlpEndpoint",
		because: "the organization's OpenTelemetry collector",
		data: "session metadata: event names, durations, token counts, result counts, errors; message content only as otlpContentCapture lists it; who the user is unless endUserAttribution is false; the inference credential too where otlpAuthMode is inference-credential",
		closedBy: [{ key: "otlpEndpoint" }],
		ifDenied: "Telemetry batches are dropped without an error in the app; the audit trail has gaps.",
		operator: "organization",
		requirement: "required",
		source: page("telemetry"),
		opensSandbox: true,
		hosts: (context) => ofUrl(context.value("otlpEndpoint")),
	},
];
