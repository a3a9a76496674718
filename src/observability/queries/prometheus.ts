import { yamlText } from "../yaml-text.js";
import type { QueryLanguage } from "./language.js";

export const prometheus: QueryLanguage = {
	title: "Prometheus",
	reads:
		"metrics that a store of Prometheus took over OTLP with the feature otlp-deltatocumulative, with its own names for them: the programs send differences",
	source: "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
	render: ({ id, detection, rule, owner }) => {
		if (rule.promql === undefined) return [];
		const alert = {
			alert: id
				.split("-")
				.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
				.join(""),
			expr: rule.promql,
			labels: { severity: detection.severity, ...(owner !== undefined && { owner: untemplated(owner) }) },
			annotations: { summary: detection.title, description: detection.because, runbook: `runbooks/${id}.md` },
		};
		const groups = [{ name: "cowork", rules: [alert] }];
		return [{ name: `${id}.yaml`, mediaType: "application/yaml", content: yamlText({ groups }) }];
	},
	ask: () => [],
};

/** Labels are templates, in which two opening braces begin an action. */
function untemplated(text: string): string {
	return text.replaceAll("{{", '{{ "{{" }}');
}
