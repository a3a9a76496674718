import type { JsonObject, JsonValue } from "../../json.js";
import { defaultHeader, type Observability, type SinkOptions } from "../observability.js";
import type { ObservedPart, Variable } from "../observed-part.js";
import { sinks } from "../tier.js";
import { withoutVariables } from "./ottl.js";
import { redactingPipelines } from "./redacting-pipelines.js";

/** The configuration of an OpenTelemetry Collector; undefined where the deployment names no place to send to. */
export function collectorConfig(part: ObservedPart): JsonObject | undefined {
	const { sinks: given = {}, auth, tls, limits = {} } = part.observability.collector;
	const used = sinks.flatMap((sink) => {
		const options = given[sink];
		return options ? [{ sink, options, exporter: `otlphttp/${sink}` }] : [];
	});
	if (used.length === 0) return undefined;
	const { processors, pipelines } = redactingPipelines(
		part,
		Object.fromEntries(used.map(({ sink, exporter }) => [sink, exporter])),
	);
	const { request = 20 } = limits;
	// An object of its own for each, or the file would have the second as an alias of the first.
	const served = () => serving(tls, auth !== undefined);
	const http = { endpoint: "0.0.0.0:4318", max_request_body_size: request * 1024 * 1024, ...served() };
	const grpc = { endpoint: "0.0.0.0:4317", max_recv_msg_size_mib: request, ...served() };
	return {
		extensions: {
			health_check: { endpoint: "0.0.0.0:13133" },
			...(auth && {
				// A single `token` ends at the first white space, and the scheme is part of the value.
				bearertokenauth: { header: auth.header ?? defaultHeader, scheme: "", tokens: [variable(auth.token)] },
			}),
		},
		receivers: { otlp: { protocols: { http, grpc } } },
		processors,
		exporters: Object.fromEntries(used.map(({ options, exporter }) => [exporter, outlet(options)])),
		service: { extensions: ["health_check", ...(auth ? ["bearertokenauth"] : [])], pipelines },
	};
}

/** Names of the variables that the collector is started with, in code-unit order. */
export function collectorVariables(config: JsonObject): string[] {
	const found = [...JSON.stringify(config).matchAll(/(?<!\$)\$\{env:([A-Za-z0-9_]+)\}/g)].flatMap(
		([, name]) => name ?? [],
	);
	return [...new Set(found)].sort();
}

function serving(tls: Observability["collector"]["tls"], isAuthenticated: boolean): JsonObject {
	return {
		...(isAuthenticated && { auth: { authenticator: "bearertokenauth" } }),
		...(tls && {
			tls: {
				cert_file: tls.certificate,
				key_file: tls.key,
				...(tls.clientCa !== undefined && { client_ca_file: tls.clientCa }),
				min_version: "1.2",
			},
		}),
	};
}

function outlet({ endpoint, headers }: SinkOptions<Variable>): JsonObject {
	return {
		endpoint: withoutVariables(endpoint),
		...(headers && {
			headers: Object.fromEntries(
				Object.entries(headers).map(([name, value]): [string, JsonValue] => [
					name,
					typeof value === "string" ? withoutVariables(value) : variable(value),
				]),
			),
		}),
		compression: "gzip",
		sending_queue: { enabled: true, queue_size: 1000 },
		retry_on_failure: { enabled: true, max_elapsed_time: "300s" },
	};
}

function variable({ variable: name }: Variable): string {
	return `\${env:${name}}`;
}
