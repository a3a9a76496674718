import type { JsonObject } from "../../json.js";
import { daysKept, defaultPeople } from "../observability.js";
import { observedGroup, tiersInUse } from "../observed-group.js";
import type { ObservedPart } from "../observed-part.js";
import type { Sink } from "../tier.js";
import { contentFilter, exemplarsFilter, linksFilter, tracesFilter } from "./content-filters.js";
import type { Statements } from "./ottl.js";
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
	{
		name: "metrics",
		sink: "metrics",
		statements: metricStatements,
		member: "metric_statements",
		filter: exemplarsFilter,
	},
	{ name: "logs", sink: "events", statements: logStatements, member: "log_statements" },
	{
		name: "traces",
		sink: "traces",
		statements: traceStatements,
		member: "trace_statements",
		filter: linksFilter,
		sampled: true,
	},
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

/** What stands between a receiver and the exporters, and how the signals go through it. */
export interface RedactingPipelines {
	readonly processors: JsonObject;
	/** As the collector's service has them. */
	readonly pipelines: JsonObject;
}

/**
 * The ways of every signal from the receiver `otlp` to the sinks that have an exporter, each with what is taken out.
 *
 * @param exporters names of exporters
 */
export function redactingPipelines(
	part: ObservedPart,
	exporters: Readonly<Partial<Record<Sink, string>>>,
): RedactingPipelines {
	const { collector, people = defaultPeople } = part.observability;
	const { limits = {}, traceSamplingPercentage: share = 100 } = collector;
	const used = pipelines.flatMap((pipeline) => {
		const exporter = exporters[pipeline.sink];
		return exporter === undefined ? [] : [{ ...pipeline, exporter, isSampled: pipeline.sampled && share < 100 }];
	});
	const ofAll = { tiers: tiersInUse(part), deployment: part.name, people, attributes: attributeNames(part) };
	const redaction = (sink: Sink): Redaction => {
		const days = daysKept(part.observability, sink);
		return { ...ofAll, sink, ...(days !== undefined && { retentionDays: days }) };
	};
	return {
		processors: {
			memory_limiter: { check_interval: "1s", limit_mib: limits.memory ?? 512, spike_limit_percentage: 20 },
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
			...(used.some(({ isSampled }) => isSampled) && { probabilistic_sampler: { sampling_percentage: share } }),
			batch: {},
		},
		pipelines: Object.fromEntries(
			used.map((pipeline) => [
				pipeline.name,
				{
					receivers: ["otlp"],
					processors: [
						"memory_limiter",
						...(pipeline.isSampled ? ["probabilistic_sampler"] : []),
						`transform/${processorName(pipeline)}`,
						...(pipeline.filter ? [`filter/${processorName(pipeline)}`] : []),
						"batch",
					],
					exporters: [pipeline.exporter],
				},
			]),
		),
	};
}

function processorName({ name }: Pipeline): string {
	return name.replace("/", "_");
}

function attributeNames(part: ObservedPart): string[] {
	const groups = Object.keys(part.groups);
	const all = groups.flatMap((group) => Object.keys(observedGroup(part, group)?.attributes ?? {}));
	return [...new Set(all)].sort();
}
