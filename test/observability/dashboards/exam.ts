import { parser } from "@grafana/lezer-logql";
import { describe, expect, it } from "vitest";
import { ownAttributes } from "../../../src/observability/attribute-grammar.js";
import { metrics } from "../../../src/observability/claude-code-signals.js";
import { allowedNames, knownEvents, knownMetrics } from "../../../src/observability/collector/known-attributes.js";
import { contentCategories } from "../../../src/observability/content-category.js";
import type { Dashboard, EventPanel, MetricPanel } from "../../../src/observability/dashboards/dashboard.js";
import { logql, promql } from "../../../src/observability/dashboards/expressions.js";
import { grafanaDashboard } from "../../../src/observability/dashboards/grafana.js";

function ofEvents({ panels }: Dashboard): EventPanel[] {
	return panels.flatMap((panel) => ("events" in panel ? [panel] : []));
}

function ofMetrics({ panels }: Dashboard): MetricPanel[] {
	return panels.flatMap((panel) => ("metric" in panel ? [panel] : []));
}

/** Metrics as a store of Prometheus names them. */
const stored = new Map(
	Object.keys(metrics).map((name) => [name.replaceAll(".", "_").replace(/_total$/, ""), name] as const),
);

/** Names of the catalogue that a store's name begins with. */
function metricsOf({ metric }: MetricPanel): string[] {
	return [...stored].flatMap(([start, name]) => (metric.startsWith(start) ? [name] : []));
}

/** Attributes that hold a number, by how their names end. */
const countable =
	/(?:^|[._])(?:cost_usd|duration_ms|total_duration_ms|num_[a-z_]+|[a-z_]*tokens|[a-z_]*_bytes|[a-z_]*length)$/;

interface Placed {
	readonly id: number;
	readonly targets: readonly { readonly expr: string }[];
	readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

interface Page {
	readonly panels: readonly Placed[];
	readonly templating: { readonly list: readonly { readonly name: string }[] };
}

function pageOf(dashboard: Dashboard): Page {
	return grafanaDashboard("exam", "eu", dashboard) as unknown as Page;
}

/** What every dashboard must keep; a check throws where the law is broken. */
export const laws = {
	"says in words what people ask of it": ({ title, asks }) => {
		expect(title).toMatch(/^[A-Z][^\n]*[^.\n]$/);
		expect(asks).toMatch(/^[A-Z][^\n]*\.$/);
	},
	"has panels, each of a title of its own": ({ panels }) => {
		expect(panels).not.toEqual([]);
		const titles = panels.map(({ title }) => title);
		expect(new Set(titles).size).toBe(titles.length);
		for (const title of titles) expect(title).toMatch(/^[A-Z][^\n]*[^.\n]$/);
	},
	"asks for events of the catalogue": (dashboard) => {
		for (const { events } of ofEvents(dashboard)) {
			expect(events).not.toEqual([]);
			for (const event of events) expect([event, knownEvents.has(event)]).toEqual([event, true]);
		}
	},
	"asks for what some event of a panel has": (dashboard) => {
		const own: readonly string[] = Object.values(ownAttributes);
		for (const { events, where = {}, narrowed = {}, by = [], sum } of ofEvents(dashboard)) {
			const had = events.flatMap((event) => {
				const known = knownEvents.get(event);
				return known ? allowedNames(known, contentCategories) : [];
			});
			for (const name of [...Object.keys(where), ...Object.keys(narrowed), ...by, ...(sum === undefined ? [] : [sum])])
				expect([...own, ...had]).toContain(name);
		}
		for (const panel of ofMetrics(dashboard)) {
			const had = metricsOf(panel).flatMap((name) => {
				const known = knownMetrics.get(name);
				return known ? allowedNames(known, contentCategories) : [];
			});
			for (const name of [...Object.keys(panel.where ?? {}), ...(panel.by ?? [])])
				expect([...own, ...had]).toContain(name);
		}
	},
	"looks for one of some values, wherever it looks for any": (dashboard) => {
		for (const { where = {} } of ofEvents(dashboard))
			for (const values of Object.values(where)) expect(values).not.toEqual([]);
	},
	"sums what is a number": (dashboard) => {
		for (const { sum } of ofEvents(dashboard)) if (sum !== undefined) expect(sum).toMatch(countable);
	},
	"shows rows of something in a table": (dashboard) => {
		for (const { kind, by = [] } of ofEvents(dashboard)) if (kind === "table") expect(by).not.toEqual([]);
	},
	"asks for one metric of the catalogue in each panel over metrics": (dashboard) => {
		for (const panel of ofMetrics(dashboard)) expect(metricsOf(panel)).toHaveLength(1);
	},
	"is read by the parser of the store's language": (dashboard) => {
		for (const panel of ofEvents(dashboard)) {
			const faults: number[] = [];
			parser.parse(logql(panel, "5m")).iterate({
				enter: ({ type, from }) => {
					if (type.isError) faults.push(from);
				},
			});
			expect([panel.title, faults]).toEqual([panel.title, []]);
		}
	},
	"is of one deployment in every panel": (dashboard) => {
		for (const { targets } of pageOf(dashboard).panels)
			for (const { expr } of targets) expect(expr).toContain('cowork_deployment="$deployment"');
		for (const panel of ofMetrics(dashboard)) expect(promql(panel)).toContain('cowork_deployment="$deployment"');
	},
	"narrows by variables that it has": (dashboard) => {
		const names = pageOf(dashboard).templating.list.map(({ name }) => name);
		for (const { narrowed = {} } of ofEvents(dashboard))
			for (const name of Object.values(narrowed)) expect(names).toContain(name);
	},
	"lays its panels side by side on a page": (dashboard) => {
		const { panels } = pageOf(dashboard);
		expect(new Set(panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
		const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
			Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
		);
		expect(new Set(cells).size).toBe(cells.length);
		for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
	},
} satisfies Record<string, (dashboard: Dashboard) => void>;

export function examineDashboard(name: string, dashboard: Dashboard): void {
	describe(name, () => {
		it.each(Object.entries(laws))("%s", (_, law) => law(dashboard));
	});
}
