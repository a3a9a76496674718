import { createHash } from "node:crypto";
import type { JsonObject } from "../../json.js";
import type { Dashboard, Panel } from "./dashboard.js";
import { logql, promql } from "./expressions.js";
import { eventLinks, incidents, pageLinks, sessionOverride } from "./links.js";

const metrics = { type: "prometheus", uid: "$" + "{metrics}" };
const events = { type: "loki", uid: "$" + "{events}" };

/** A page as Grafana imports it; the stores of metrics (Prometheus) and of events (Loki) are chosen on the page. */
export function grafanaDashboard(id: string, deployment: string, page: Dashboard): JsonObject {
	const { title, asks, variables = {}, panels } = page;
	return {
		uid: pageId(id, deployment),
		title: `${title}: ${deployment}`,
		description: asks,
		tags: ["claude", "cowork", deployment],
		schemaVersion: 41,
		version: 1,
		editable: true,
		refresh: "5m",
		time: { from: "now-7d", to: "now" },
		templating: {
			list: [
				{ name: "metrics", label: "Metrics", type: "datasource", query: "prometheus" },
				{ name: "events", label: "Events", type: "datasource", query: "loki" },
				textVariable("deployment", "Deployment", deployment),
				...Object.entries(variables).map(([name, { label, value }]) => textVariable(name, label, value)),
			],
		},
		links: pageLinks(deployment),
		annotations: { list: [] },
		panels: panels.map((panel, index) => panelOf(panel, index, deployment)),
	};
}

/** At most 40 characters, and each page's own: https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/ */
export function pageId(id: string, deployment: string): string {
	const whole = `cowork-${deployment}-${id}`;
	if (whole.length <= 40) return whole;
	return `cowork-${createHash("sha256").update(`${deployment}/${id}`).digest("hex").slice(0, 32)}`;
}

function textVariable(name: string, label: string, value: string): JsonObject {
	return { name, label, type: "textbox", query: value, current: { text: value, value } };
}

/** Programs export once in a minute, and an increase is told from two exports. */
const twoExports = "2m";

const [width, height, columns] = [12, 8, 2];

function panelOf(panel: Panel, index: number, deployment: string): JsonObject {
	const { title, kind = "timeseries", unit } = panel;
	const page = pageId(incidents.id, deployment);
	return {
		id: index + 1,
		title,
		type: kind,
		datasource: "metric" in panel ? metrics : events,
		gridPos: {
			x: (index % columns) * width,
			y: Math.floor(index / columns) * height,
			w: width,
			h: height,
		},
		fieldConfig: {
			defaults: unit === undefined ? {} : { unit },
			overrides:
				"events" in panel && kind === "table" && panel.by?.includes("session.id") ? [sessionOverride(page)] : [],
		},
		options: {},
		...("metric" in panel ? { interval: twoExports } : { links: eventLinks(panel, page) }),
		targets: [target(panel)],
	};
}

function target(panel: Panel): JsonObject {
	const refId = "A";
	if ("metric" in panel) return { refId, datasource: metrics, expr: promql(panel) };
	const isOverAll = panel.kind === "table" || panel.kind === "stat";
	const query = { refId, datasource: events, expr: logql(panel, isOverAll ? "$__range" : "$__interval") };
	return { ...query, queryType: isOverAll ? "instant" : "range" };
}
