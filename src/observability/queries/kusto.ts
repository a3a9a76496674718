import { attribute, type Field, nameOf } from "../detections/detection.js";
import { columnsOf, type EventSyntax, limitOf, writtenCondition } from "./event-query.js";
import type { QueryLanguage } from "./language.js";

const syntax: EventSyntax = {
	field: (field) =>
		"attribute" in field
			? `tostring(Attributes[${JSON.stringify(field.attribute)}])`
			: `tostring(ResourceAttributes[${JSON.stringify(field.resource)}])`,
	text: (text) => JSON.stringify(text),
	isOneOf: (field, texts) => `${field} in (${texts.join(", ")})`,
	contains: (field, text) => `${field} contains_cs ${text}`,
	matches: (field, pattern) => `${field} matches regex @"${pattern.replaceAll('"', '""')}"`,
	number: (field) => `todouble(${field})`,
	exists: (field) => `isnotempty(${field})`,
	not: (condition) => `not(${condition})`,
};

export const kusto: QueryLanguage = {
	title: "Kusto (Microsoft Sentinel)",
	reads:
		"a table OTelLogs with dynamic columns Attributes and ResourceAttributes; another name goes into the first line",
	source: "https://learn.microsoft.com/kusto/query/",
	render: ({ id, detection, rule, fields }) => {
		const { condition, over } = rule;
		const event = writtenCondition({ field: attribute("event.name"), is: detection.events }, syntax);
		const measure = over && "sum" in over ? `sum(${syntax.number(syntax.field(attribute(over.sum)))})` : "count()";
		const lines = [
			`// ${detection.title}`,
			"OTelLogs",
			`| where ${event}`,
			...(condition ? [`| where ${writtenCondition(condition, syntax)}`] : []),
			...(over
				? [
						`| summarize Measure = ${measure} by bin(TimeGenerated, ${over.within}), Of = ${syntax.field(over.by)}`,
						`| where Measure ${limitOf(over)}`,
					]
				: [`| project ${["TimeGenerated", ...fields.map(column)].join(", ")}`, "| order by TimeGenerated desc"]),
		];
		return [{ name: `${id}.kql`, mediaType: "text/plain", content: `${lines.join("\n")}\n` }];
	},
	ask: ({ id, question, condition, fields }) => {
		const lines = [
			`// ${question.asks}`,
			"OTelLogs",
			`| where ${writtenCondition({ field: attribute("event.name"), is: question.events }, syntax)}`,
			`| where ${writtenCondition(condition, syntax)}`,
			`| project ${["TimeGenerated", ...columnsOf(fields).map(column)].join(", ")}`,
			"| order by TimeGenerated desc",
		];
		return [{ name: `${id}.kql`, mediaType: "text/plain", content: `${lines.join("\n")}\n` }];
	},
};

function column(field: Field): string {
	return `[${JSON.stringify(nameOf(field))}] = ${syntax.field(field)}`;
}
