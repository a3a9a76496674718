import { v5 as uuidV5 } from "uuid";

import type { JsonObject } from "../../json.js";
import { type Condition, type Field, nameOf } from "../detections/detection.js";
import { yamlText } from "../yaml-text.js";
import { columnsOf } from "./event-query.js";
import type { AskedQuestion, BuiltDetection, QueryLanguage } from "./language.js";

const namespace = uuidV5("pulumi-cowork", uuidV5.DNS);

export const sigma: QueryLanguage = {
	title: "Sigma",
	reads: "attributes of events and of what sent them, as fields of their own names",
	source: "https://sigmahq.io/docs/basics/rules.html",
	render: (built) => {
		const correlation = correlationOf(built);
		return [
			file(`${built.id}.yml`, ruleOf(built)),
			...(correlation ? [file(`${built.id}.correlation.yml`, correlation)] : []),
		];
	},
	ask: (asked) => [file(`${asked.id}.yml`, searchOf(asked))],
};

function file(name: string, document: JsonObject) {
	return { name, mediaType: "application/yaml", content: yamlText(document) };
}

/** The same for the same deployment, whatever its parameters. */
function idOf({ id, deployment }: Pick<BuiltDetection, "id" | "deployment">, kind: string): string {
	return uuidV5(`${deployment}/${kind}/${id}`, namespace);
}

function ruleOf(built: BuiltDetection): JsonObject {
	const { detection, rule, fields, deployment } = built;
	const searches: Record<string, JsonObject> = { event: { "event.name": [...detection.events] } };
	const condition = rule.condition ? ` and ${written(rule.condition, searches)}` : "";
	return {
		title: detection.title,
		name: built.id.replaceAll("-", "_"),
		id: idOf(built, "rule"),
		status: "experimental",
		description: `Deployment ${deployment}: ${detection.because}.`,
		references: ["https://code.claude.com/docs/en/monitoring-usage"],
		author: "pulumi-cowork",
		logsource: { product: "claude", service: "opentelemetry" },
		detection: { ...searches, condition: `event${condition}` },
		...(rule.over || fields.length === 0 ? {} : { fields: fields.map(nameOf) }),
		falsepositives: ["what the deployment approves of and does not say"],
		level: detection.severity,
	};
}

/** A rule that tells nobody, with what of the events to show. */
function searchOf(asked: AskedQuestion): JsonObject {
	const { id, question, fields, deployment } = asked;
	const searches: Record<string, JsonObject> = { event: { "event.name": [...question.events] } };
	const condition = written(asked.condition, searches);
	return {
		title: question.asks,
		name: id.replaceAll("-", "_"),
		id: idOf(asked, "question"),
		status: "experimental",
		description: `Deployment ${deployment}: events that answer it.`,
		references: ["https://code.claude.com/docs/en/monitoring-usage"],
		author: "pulumi-cowork",
		logsource: { product: "claude", service: "opentelemetry" },
		detection: { ...searches, condition: `event and ${condition}` },
		fields: columnsOf(fields).map(nameOf),
		level: "informational",
	};
}

/** Puts each comparison under a name, and gives what holds of them. */
function written(condition: Condition, searches: Record<string, JsonObject>): string {
	if ("all" in condition) return joined(condition.all, " and ", searches);
	if ("any" in condition) return joined(condition.any, " or ", searches);
	if ("not" in condition) return `not ${written(condition.not, searches)}`;
	const name = `search_${Object.keys(searches).length}`;
	searches[name] = comparison(condition);
	return name;
}

function joined(all: readonly Condition[], by: string, searches: Record<string, JsonObject>): string {
	return `(${all.map((each) => written(each, searches)).join(by)})`;
}

function comparison(condition: Extract<Condition, { readonly field: Field }>): JsonObject {
	const field = nameOf(condition.field);
	if ("is" in condition) return { [field]: condition.is.map(literal) };
	if ("contains" in condition) return { [`${field}|contains`]: condition.contains.map(literal) };
	if ("matches" in condition) return { [`${field}|re`]: [...condition.matches] };
	if ("above" in condition) return { [`${field}|gt`]: condition.above };
	return { [`${field}|exists`]: true };
}

/** Stars and question marks stand for any text in Sigma. */
function literal(text: string): string {
	return text.replace(/[\\*?]/g, (mark) => `\\${mark}`);
}

/** https://sigmahq.io/docs/meta/correlations.html */
function correlationOf(built: BuiltDetection): JsonObject | undefined {
	const { detection, rule } = built;
	const { over } = rule;
	if (!over) return undefined;
	const head = {
		title: `${detection.title}, over time`,
		id: idOf(built, "correlation"),
		status: "experimental",
		level: detection.severity,
	};
	const rules = [built.id.replaceAll("-", "_")];
	const by = { rules, "group-by": [nameOf(over.by)], timespan: over.within };
	return {
		...head,
		correlation:
			"times" in over
				? { type: "event_count", ...by, condition: { gte: over.times } }
				: { type: "value_sum", ...by, condition: { gt: over.above, field: over.sum } },
	};
}
