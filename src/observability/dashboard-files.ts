import { prettyJson } from "../json.js";
import { markdownCode, markdownTable, markdownText } from "../table/markdown.js";
import type { Dashboard, Panel } from "./dashboards/dashboard.js";
import { grafanaDashboard } from "./dashboards/grafana.js";
import { dashboards } from "./dashboards/index.js";
import { attribute } from "./detections/detection.js";
import type { ObservedPart } from "./observed-part.js";
import { isReached } from "./phase.js";
import type { RenderedText } from "./rendered-file.js";
import { isSeen } from "./seen-fields.js";

/** Pages of Grafana with the panels that the tiers leave something to show; nothing before the SIEM is there. */
export function dashboardFiles(part: ObservedPart): RenderedText[] {
	if (!isReached("siem", part.observability.phase)) return [];
	const all = Object.entries<Dashboard>(dashboards).map(([id, dashboard]) => {
		const judged = dashboard.panels.map((panel) => ({ panel, missing: missingIn(panel, part) }));
		const panels = judged.filter(({ missing }) => missing.length === 0).map(({ panel }) => panel);
		return { id, dashboard: { ...dashboard, panels }, leftOut: judged.filter(({ missing }) => missing.length > 0) };
	});
	const pages = all.filter(({ dashboard }) => dashboard.panels.length > 0);
	const rows = all.flatMap(({ id, leftOut }) =>
		leftOut.map(({ panel, missing }) => [
			markdownCode(id),
			markdownText(panel.title),
			missing.map(markdownCode).join(", "),
		]),
	);
	const page = [
		`# Dashboards of deployment ${part.name}`,
		"",
		"Grafana imports each file. Metrics come from a store of Prometheus, events from Loki, each with the names that it gives",
		"to what it takes over OTLP; both are chosen on the page. The programs send differences, which Prometheus takes with its",
		"feature otlp-deltatocumulative.",
		"",
		"Every panel is of the deployment that is chosen on the page. Events have it as `cowork_deployment` of what sent them; a",
		"number has it as a label, which the collector of this deployment gives it. A collector of your own does the same, or the",
		"store promotes the resource attribute `cowork.deployment` to a label.",
		"",
		"A panel over events leads to the events themselves, and a session in a table to all that it did, on `incident-review`.",
		"",
		...markdownTable(
			["file", "what people ask of it"],
			pages.map(({ id, dashboard }) => [markdownCode(`${id}.json`), markdownText(dashboard.asks)]),
		),
		"",
		"## Panels left out",
		"",
		...markdownTable(["dashboard", "panel", "no group sends"], rows),
	];
	return [
		...pages.map(({ id, dashboard }) => ({
			name: `dashboards/${id}.json`,
			mediaType: "application/json",
			content: prettyJson(grafanaDashboard(id, part.name, dashboard)),
		})),
		{ name: "dashboards/README.md", mediaType: "text/markdown", content: `${page.join("\n")}\n` },
	];
}

/** Attributes of a panel that no group sends. */
function missingIn(panel: Panel, part: ObservedPart): string[] {
	if ("metric" in panel) return [];
	const { events, where = {}, narrowed = {}, by = [], sum } = panel;
	// The name is the same attribute for every event.
	const names = [...Object.keys(where), ...Object.keys(narrowed), ...by, ...(sum === undefined ? [] : [sum])];
	return names.filter(
		(name) => !Object.keys(part.groups).some((group) => isSeen(attribute(name), events, part, group)),
	);
}
