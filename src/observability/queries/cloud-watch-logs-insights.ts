import { attribute } from "../detections/detection.js";
import { type EventSyntax, writtenCondition } from "./event-query.js";
import type { QueryLanguage } from "./language.js";

const syntax: EventSyntax = {
	field: (field) =>
		"attribute" in field ? `\`attributes.${field.attribute}\`` : `\`resource.attributes.${field.resource}\``,
	text: (text) => JSON.stringify(text),
	isOneOf: (field, texts) => `${field} in [${texts.join(", ")}]`,
	contains: (field, text) => `strcontains(${field}, ${text}) = 1`,
	number: (field) => field,
	exists: (field) => `ispresent(${field})`,
	not: (condition) => `not (${condition})`,
};

export const cloudWatchLogsInsights: QueryLanguage = {
	title: "CloudWatch Logs Insights",
	reads: "log groups that take OTLP, where a record is JSON with attributes and resource.attributes",
	source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html",
	render: ({ id, detection, rule }) => {
		const { condition, repeated, sum } = rule;
		const event = syntax.isOneOf(syntax.field(attribute("event.name")), detection.events.map(syntax.text));
		const over = repeated ?? sum;
		const measure = sum ? `sum(${syntax.field(attribute(sum.of))})` : "count(*)";
		const limit = sum ? `measure > ${sum.above}` : `measure >= ${repeated?.times ?? 1}`;
		const lines = [
			`# ${detection.title}`,
			"fields @timestamp, @message",
			`| filter ${event}`,
			...(condition ? [`| filter ${writtenCondition(condition, syntax)}`] : []),
			...(over
				? [`| stats ${measure} as measure by bin(${over.within}), ${syntax.field(over.by)}`, `| filter ${limit}`]
				: ["| sort @timestamp desc", "| limit 1000"]),
		];
		return [{ name: `${id}.txt`, mediaType: "text/plain", content: `${lines.join("\n")}\n` }];
	},
};
