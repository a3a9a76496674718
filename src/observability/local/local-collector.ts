import type { JsonObject } from "../../json.js";
import { redactingPipelines } from "../collector/redacting-pipelines.js";
import type { ObservedPart } from "../observed-part.js";
import { sinks } from "../tier.js";

/** Where a program on the machine sends to, by protocol. */
export function localEndpoint({ observability: { collector } }: ObservedPart): string {
	return `http://127.0.0.1:${collector.protocol === "grpc" ? 4317 : 4318}`;
}

/** The address that it listens on, and the folder of its files. */
export const [listenVariable, receivedVariable] = ["COWORK_LISTEN", "COWORK_RECEIVED"] as const;

/** Everything as it came, beside what each sink would get of it. */
export const sentFile = "sent.jsonl";

/**
 * A collector that takes out what the deployment's own takes out, and writes to files of the machine what every sink
 * would get. Only the machine itself reaches it, unless it runs in a container that says otherwise.
 */
export function localCollectorConfig(part: ObservedPart): JsonObject {
	const { observability } = part;
	const { protocol } = observability.collector;
	const whole = {
		...part,
		observability: { ...observability, collector: { ...(protocol && { protocol }) } },
	};
	const exporters = Object.fromEntries(sinks.map((sink) => [sink, `file/${sink}`]));
	const { processors, pipelines } = redactingPipelines(whole, exporters);
	const asSent = { receivers: ["otlp"], exporters: ["file/sent"] };
	const files = [...sinks.map((sink) => [`file/${sink}`, `${sink}.jsonl`]), ["file/sent", sentFile]];
	return {
		extensions: { health_check: { endpoint: listening(13133) } },
		receivers: { otlp: { protocols: { http: { endpoint: listening(4318) }, grpc: { endpoint: listening(4317) } } } },
		processors,
		exporters: Object.fromEntries(
			files.map(([exporter, file]) => [
				exporter,
				{ path: `${variable(receivedVariable, "received")}/${file}`, flush_interval: "1s" },
			]),
		),
		service: {
			extensions: ["health_check"],
			pipelines: {
				...pipelines,
				"metrics/sent": { ...asSent },
				"logs/sent": { ...asSent },
				"traces/sent": { ...asSent },
			},
		},
	};
}

function listening(port: number): string {
	return `${variable(listenVariable, "127.0.0.1")}:${port}`;
}

function variable(name: string, otherwise: string): string {
	return `\${env:${name}:-${otherwise}}`;
}
