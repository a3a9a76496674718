import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { JsonObject } from "../../../src/json.js";
import { collectorConfig, collectorVariables } from "../../../src/observability/collector/collector-config.js";
import { collectorFiles } from "../../../src/observability/collector/collector-files.js";
import { findSchema } from "../../support/facts.js";
import { collector, groupOfEachTier, partOf, terms } from "../observed.js";

const everything = partOf(terms, groupOfEachTier);

interface Config {
	readonly receivers: JsonObject;
	readonly processors: Record<string, Record<string, unknown>>;
	readonly exporters: JsonObject;
	readonly extensions: JsonObject;
	readonly service: {
		readonly extensions: readonly string[];
		readonly pipelines: Record<string, Record<"receivers" | "processors" | "exporters", readonly string[]>>;
	};
}

const config = collectorConfig(everything) as unknown as Config;

test("every component of a pipeline is declared, and every declared one is used", () => {
	const { service, ...declared } = config;
	const used = (kind: "receivers" | "processors" | "exporters") =>
		new Set(Object.values(service.pipelines).flatMap((pipeline) => pipeline[kind]));
	for (const kind of ["receivers", "processors", "exporters"] as const)
		expect(used(kind)).toEqual(new Set(Object.keys(declared[kind])));
	expect(new Set(service.extensions)).toEqual(new Set(Object.keys(declared.extensions)));
});

test("each signal goes to its own sink, and content to one alone", () => {
	const routes = Object.entries(config.service.pipelines).map(([name, { exporters }]) => [name, exporters]);
	expect(Object.fromEntries(routes)).toEqual({
		metrics: ["otlphttp/metrics"],
		logs: ["otlphttp/events"],
		traces: ["otlphttp/traces"],
		"logs/content": ["otlphttp/content"],
		"traces/content": ["otlphttp/content"],
	});
});

test("a redaction that fails drops the batch, whatever the default of the version is", () => {
	const redacting = Object.entries(config.processors).filter(([name]) => /^(?:transform|filter)\//.test(name));
	expect(redacting).toHaveLength(9);
	for (const [, processor] of redacting) expect(processor.error_mode).toBe("propagate");
});

test("secrets are variables, and no file holds one", () => {
	expect(collectorVariables(config as unknown as JsonObject)).toEqual([
		"COLLECTOR_TOKEN",
		"COWORK_PSEUDONYM_KEY",
		"SIEM_TOKEN",
		"VAULT_TOKEN",
	]);
});

test("traces are sampled where a share is given, and those for the restricted store never", () => {
	const sampled = collectorConfig(
		partOf({ collector: { ...collector, traceSamplingPercentage: 10 } }),
	) as unknown as Config;
	expect(sampled.processors.probabilistic_sampler).toEqual({ sampling_percentage: 10 });
	const { traces, "traces/content": content } = sampled.service.pipelines;
	expect(traces?.processors).toContain("probabilistic_sampler");
	expect(content?.processors).not.toContain("probabilistic_sampler");
});

test("a device says neither its tier nor how long a store keeps its records", () => {
	for (const retention of [{}, { retention: { metadata: 30 } }]) {
		const statements = JSON.stringify(collectorConfig(partOf(retention)));
		expect(statements).toContain(
			JSON.stringify(
				"retention" in retention
					? 'set(resource.attributes["cowork.retention_days"], 30)'
					: 'delete_key(resource.attributes, "cowork.retention_days")',
			),
		);
		expect(statements).toContain(JSON.stringify('set(resource.attributes["cowork.tier"], "metadata")'));
	}
});

test("the page beside it names the stores that are there, and who may have another group's tier", () => {
	const { events, metrics } = collector.sinks;
	const part = partOf({ ...terms, tier: "toolDetails", collector: { ...collector, sinks: { events, metrics } } });
	const page = String(collectorFiles(part).find(({ name }) => name.endsWith("README.md"))?.content);
	expect(page).toMatch(/^\| toolDetails \| `pilot` \| toolDetails \| events: toolDetails \|$/m);
	expect(page).toContain("\nPeople are pseudonymous.\n");
	expect(page).toContain("Whoever has the credential may name another group, and has that group's tier");
});

test("a collector of one's own gets no configuration", () => {
	expect(collectorFiles(partOf({ collector: { endpoint: "https://otel.example.com" } }))).toEqual([]);
});

const schema = findSchema("kubernetes/opentelemetrycollector_v1beta1.json");

describe.skipIf(schema === undefined)("the schema of the operator's resource", () => {
	test("takes the file as spec.config", () => {
		// The rest of it describes pods.
		const { config: ofConfig } = JSON.parse(readFileSync(schema ?? "", "utf8")).properties.spec.properties;
		const validate = new Ajv({ strict: false, validateFormats: false }).compile(ofConfig);
		const written = parse(collectorFiles(everything)[0]?.content ?? "");
		validate(written);
		expect(validate.errors).toBeNull();
		expect(validate({ ...written, service: {} })).toBe(false);
	});
});
