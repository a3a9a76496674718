import { markdownCode, markdownTable, markdownText } from "../../table/markdown.js";
import { capturedContent } from "../captured.js";
import { daysKept, defaultPeople } from "../observability.js";
import type { ObservedPart } from "../observed-part.js";
import type { RenderedText } from "../rendered-file.js";
import { sinks } from "../tier.js";
import { yamlText } from "../yaml-text.js";
import { collectorConfig, collectorVariables } from "./collector-config.js";
import { collectorVersion } from "./collector-version.js";
import { pseudonymKey } from "./redaction.js";

/** The collector's configuration and what it needs; nothing where the deployment names no place to send to. */
export function collectorFiles(part: ObservedPart): RenderedText[] {
	const config = collectorConfig(part);
	if (!config) return [];
	return [
		{ name: "collector/collector.yaml", mediaType: "application/yaml", content: yamlText(config) },
		{ name: "collector/README.md", mediaType: "text/markdown", content: page(part, collectorVariables(config)) },
	];
}

function page(part: ObservedPart, variables: readonly string[]): string {
	const { collector, people = defaultPeople } = part.observability;
	const lines = [
		`# Collector of deployment ${part.name}`,
		"",
		"`collector.yaml` is the configuration of an OpenTelemetry Collector with the components of its contrib distribution.",
		`It was checked with version ${collectorVersion}. It listens on 4318 (HTTP) and 4317 (gRPC), and says on 13133 that it is well.`,
		"A record whose redaction fails is dropped with its batch, and never sent as it is. A number with an exemplar and a span",
		"with a link are dropped, too: what hangs on those cannot be redacted, and neither program sends any.",
		"",
		"## Variables",
		"",
		"It is started with these variables; none of their values is in any file.",
		"",
		...markdownTable(
			["variable", "what it holds"],
			variables.map((name) => [markdownCode(name), meaning(name)]),
		),
		"",
		"## What goes where",
		"",
		...markdownTable(
			["sink", "address", "kept"],
			sinks.flatMap((sink) => {
				const options = collector.sinks?.[sink];
				return options ? [[sink, markdownCode(options.endpoint), days(daysKept(part.observability, sink))]] : [];
			}),
		),
		"",
		"Retention is set in each store; records carry it as the resource attribute `cowork.retention_days`.",
		"",
		"## What content passes",
		"",
		"The tier of a record is that of the group it names, and metadata where it names none; what the tier lets pass is",
		"decided here. Whoever has the credential may name another group, and has that group's tier for what it sends itself.",
		"Attributes that are not in the catalogue pass nowhere.",
		"",
		...markdownTable(
			["tier", "groups", "captured", "passes to"],
			capturedContent(part).map(({ tier, groups, content, reaches }) => [
				tier,
				groups.map(markdownCode).join(", "),
				markdownText(content),
				markdownText(reaches),
			]),
		),
		"",
		`${collector.sinks?.content ? "Outside of the store for content, people" : "People"} are ${people === "none" ? "not told apart" : people}.`,
	];
	return `${lines.join("\n")}\n`;
}

function meaning(name: string): string {
	return name === pseudonymKey
		? "what pseudonyms of people are made with: a long random text that few know; another one gives other pseudonyms"
		: "the secret of the same name in the deployment";
}

function days(count: number | undefined): string {
	return count === undefined ? "nothing is said" : `${count} days`;
}
