import type { JsonObject, JsonValue } from "../../json.js";
import { daysKept, defaultHeader, defaultPeople, type Observability, type SinkOptions } from "../observability.js";
import { observedGroup, tiersInUse } from "../observed-group.js";
import type { ObservedPart, Variable } from "../observed-part.js";
import { type Sink, sinks } from "../tier.js";
import { contentFilter, tracesFilter } from "./content-filters.js";
import { type Statements, withoutVariables } from "./ottl.js";
import type { Redaction } from "./redaction.js";
import { logStatements, metricStatements, traceStatements } from "./transforms.js";

/** A way of one signal through the collector. */
interface Pipeline {
	/** As the collector's service calls it. */
	readonly name: string;
	readonly sink: Sink;
	readonly statements: (redaction: Redaction) => Statements[];
	readonly member: "log_statements" | "metric_statements" | "trace_statements";
	/** What is left of the signal, where that is not all. */
	readonly filter?: (redaction: Redaction) => JsonObject;
	/** Whether a share of the signal is kept. */
	readonly sampled?: true;
}

const pipelines: readonly Pipeline[] = [
	{ name: "metrics", sink: "metrics", statements: metricStatements, member: "metric_statements" },
	{ name: "logs", sink: "events", statements: logStatements, member: "log_statements" },
	{ name: "traces", sink: "traces", statements: traceStatements, member: "trace_statements", sampled: true },
	{
		name: "logs/content",
		sink: "content",
		statements: logStatements,
		member: "log_statements",
		filter: contentFilter,
	},
	{
		name: "traces/content",
		sink: "content",
		statements: traceStatements,
		member: "trace_statements",
		filter: tracesFilter,
	},
];

/** The configuration of an OpenTelemetry Collector; undefined where the deployment names no place to send to. */
export function collectorConfig(part: ObservedPart): JsonObject | undefined {
	const { collector, people = defaultPeople } = part.observability;
	const { sinks: given = {}, auth, tls, limits = {}, traceSamplingPercentage: share = 100 } = collector;
	const used = pipelines.filter(({ sink }) => given[sink]);
	if (used.length === 0) return undefined;
	const ofAll = { tiers: tiersInUse(part), deployment: part.name, people, attributes: attributeNames(part) };
	const redaction = (sink: Sink): Redaction => {
		const days = daysKept(part.observability, sink);
		return { ...ofAll, sink, ...(days !== undefined && { retentionDays: days }) };
	};
	const { memory = 512, request = 20 } = limits;
	// An object of its own for each, or the file would have the second as an alias of the first.
	const served = () => serving(tls, auth !== undefined);
	const http = { endpoint: "0.0.0.0:4318", max_request_body_size: request * 1024 * 1024, ...served() };
	const grpc = { endpoint: "0.0.0.0:4317", max_recv_msg_size_mib: request, ...served() };
	const isSampled = (pipeline: Pipeline) => pipeline.sampled && share < 100;
	return {
		extensions: {
			health_check: { endpoint: "0.0.0.0:13133" },
			...(auth && {
				// A single `token` ends at the first white space, and the scheme is part of the value.
				bearertokenauth: { header: auth.header ?? defaultHeader, scheme: "", tokens: [variable(auth.token)] },
			}),
		},
		receivers: { otlp: { protocols: { http, grpc } } },
		processors: {
			memory_limiter: { check_interval: "1s", limit_mib: memory, spike_limit_percentage: 20 },
			...Object.fromEntries(
				used.flatMap((pipeline) => {
					const of = redaction(pipeline.sink);
					const transform = { error_mode: "propagate", [pipeline.member]: pipeline.statements(of) };
					return [
						[`transform/${processorName(pipeline)}`, transform],
						...(pipeline.filter ? [[`filter/${processorName(pipeline)}`, pipeline.filter(of)]] : []),
					];
				}),
			),
			...(used.some(isSampled) && { probabilistic_sampler: { sampling_percentage: share } }),
			batch: {},
		},
		exporters: Object.fromEntries(
			sinks.flatMap((sink) => {
				const options = given[sink];
				return options ? [[`otlphttp/${sink}`, exporter(options)]] : [];
			}),
		),
		service: {
			extensions: ["health_check", ...(auth ? ["bearertokenauth"] : [])],
			pipelines: Object.fromEntries(
				used.map((pipeline) => [
					pipeline.name,
					{
						receivers: ["otlp"],
						processors: [
							"memory_limiter",
							...(isSampled(pipeline) ? ["probabilistic_sampler"] : []),
							`transform/${processorName(pipeline)}`,
							...(pipeline.filter ? [`filter/${processorName(pipeline)}`] : []),
							"batch",
						],
						exporters: [`otlphttp/${pipeline.sink}`],
					},
				]),
			),
		},
	};
}

/** Names of the variables that the collector is started with, in code-unit order. */
export function collectorVariables(config: JsonObject): string[] {
	const found = [...JSON.stringify(config).matchAll(/(?<!\$)\$\{env:([A-Za-z0-9_]+)\}/g)].flatMap(
		([, name]) => name ?? [],
	);
	return [...new Set(found)].sort();
}

function processorName({ name }: Pipeline): string {
	return name.replace("/", "_");
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

function exporter({ endpoint, headers }: SinkOptions<Variable>): JsonObject {
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

function attributeNames(part: ObservedPart): string[] {
	const groups = Object.keys(part.groups);
	const all = groups.flatMap((group) => Object.keys(observedGroup(part, group)?.attributes ?? {}));
	return [...new Set(all)].sort();
}
