import type { JsonObject } from "../../json.js";
import type { Dashboard, EventPanel, Panel } from "./dashboard.js";

const metrics = { type: "prometheus", uid: "$" + "{metrics}" };
const events = { type: "loki", uid: "$" + "{events}" };

/** A page as Grafana imports it; the stores of metrics (Prometheus) and of events (Loki) are chosen on the page. */
export function grafanaDashboard(id: string, deployment: string, { title, asks, panels }: Dashboard): JsonObject {
	return {
		uid: `cowork-${deployment}-${id}`.slice(0, 40),
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
			],
		},
		annotations: { list: [] },
		panels: panels.map((panel, index) => panelOf(panel, index, deployment)),
	};
}

/** Programs export once in a minute, and an increase is told from two exports. */
const twoExports = "2m";

const [width, height, columns] = [12, 8, 2];

function panelOf(panel: Panel, index: number, deployment: string): JsonObject {
	const { title, kind = "timeseries", unit } = panel;
	return {
		id: index + 1,
		title,
		type: kind,
		datasource: "promql" in panel ? metrics : events,
		gridPos: {
			x: (index % columns) * width,
			y: Math.floor(index / columns) * height,
			w: width,
			h: height,
		},
		fieldConfig: { defaults: unit === undefined ? {} : { unit }, overrides: [] },
		options: {},
		...("promql" in panel && { interval: twoExports }),
		targets: [target(panel, deployment)],
	};
}

function target(panel: Panel, deployment: string): JsonObject {
	const refId = "A";
	if ("promql" in panel) return { refId, datasource: metrics, expr: panel.promql };
	const isOverAll = panel.kind === "table" || panel.kind === "stat";
	const query = { refId, datasource: events, expr: logql(panel, deployment, isOverAll ? "$__range" : "$__interval") };
	return { ...query, queryType: isOverAll ? "instant" : "range" };
}

/** Loki keeps attributes with underscores in the place of dots: https://grafana.com/docs/loki/latest/send-data/otel/ */
export function logql(
	{ events: names, where = {}, by, sum, kind }: EventPanel,
	deployment: string,
	over: string,
): string {
	const is = (name: string, values: readonly string[]) => {
		const text = values.length === 1 ? `=${JSON.stringify(values[0])}` : `=~${JSON.stringify(values.join("|"))}`;
		return ` | ${label(name)}${text}`;
	};
	const filters = [
		is("cowork.deployment", [deployment]),
		is("event.name", names),
		...Object.entries(where).map(([name, values]) => is(name, values)),
	].join("");
	const selected = `{service_name=~"claude.*|cowork"}${filters}`;
	if (kind === "logs") return selected;
	const grouped = by ? ` by (${by.map(label).join(", ")})` : "";
	const inner =
		sum === undefined
			? `count_over_time(${selected} [${over}])`
			: `sum_over_time(${selected} | unwrap ${label(sum)} [${over}])`;
	return `sum${grouped} (${inner})`;
}

function label(name: string): string {
	return name.replaceAll(".", "_");
}
