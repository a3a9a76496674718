import { attribute } from "../detections/detection.js";
import { columnsOf, type EventSyntax, limitOf, writtenCondition } from "./event-query.js";
import type { QueryLanguage } from "./language.js";

const syntax: EventSyntax = {
	field: (field) =>
		"attribute" in field ? `\`attributes.${field.attribute}\`` : `\`resource.attributes.${field.resource}\``,
	text: (text) => JSON.stringify(text),
	isOneOf: (field, texts) => `${field} in [${texts.join(", ")}]`,
	contains: (field, text) => `strcontains(${field}, ${text}) = 1`,
	matches: (field, pattern) => `${field} like /${pattern.replace(/\\.|\//g, (each) => (each === "/" ? "\\/" : each))}/`,
	number: (field) => field,
	exists: (field) => `ispresent(${field})`,
	not: (condition) => `not (${condition})`,
};

export const cloudWatchLogsInsights: QueryLanguage = {
	title: "CloudWatch Logs Insights",
	reads: "log groups that take OTLP, where a record is JSON with attributes and resource.attributes",
	source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html",
	render: ({ id, detection, rule, fields }) => {
		const { condition, over } = rule;
		const event = writtenCondition({ field: attribute("event.name"), is: detection.events }, syntax);
		const measure = over && "sum" in over ? `sum(${syntax.field(attribute(over.sum))})` : "count(*)";
		const lines = [
			`# ${detection.title}`,
			`fields ${["@timestamp", ...(over ? [] : fields.map(syntax.field))].join(", ")}`,
			`| filter ${event}`,
			...(condition ? [`| filter ${writtenCondition(condition, syntax)}`] : []),
			...(over
				? [
						`| stats ${measure} as measure by bin(${over.within}), ${syntax.field(over.by)}`,
						`| filter measure ${limitOf(over)}`,
					]
				: ["| sort @timestamp desc", "| limit 1000"]),
		];
		return [{ name: `${id}.txt`, mediaType: "text/plain", content: `${lines.join("\n")}\n` }];
	},
	ask: ({ id, question, condition, fields }) => {
		const lines = [
			`# ${question.asks}`,
			`fields ${["@timestamp", ...columnsOf(fields).map(syntax.field)].join(", ")}`,
			`| filter ${writtenCondition({ field: attribute("event.name"), is: question.events }, syntax)}`,
			`| filter ${writtenCondition(condition, syntax)}`,
			"| sort @timestamp desc",
			"| limit 1000",
		];
		return [{ name: `${id}.txt`, mediaType: "text/plain", content: `${lines.join("\n")}\n` }];
	},
};
