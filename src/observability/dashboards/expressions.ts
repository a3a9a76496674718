import { labelOf, ownAttributes } from "../attribute-grammar.js";
import type { EventPanel, MetricPanel } from "./dashboard.js";

/** The deployment that a page shows, which links carry from page to page. */
const deploymentVariable = "$deployment";

function isOneOf(name: string, values: readonly string[]): string {
	const sign = values.length === 1 ? "=" : "=~";
	return `${labelOf(name)}${sign}${JSON.stringify(values.join("|"))}`;
}

function grouped(by: readonly string[] | undefined): string {
	return by ? ` by (${by.map(labelOf).join(", ")})` : "";
}

/** The collector gives every number its deployment; the store names a job after the program. */
export function promql({ metric, where = {}, by, programs }: MetricPanel): string {
	const matchers = [
		isOneOf(ownAttributes.deployment, [deploymentVariable]),
		...(programs ? [isOneOf("job", programs)] : []),
		...Object.entries(where).map(([name, values]) => isOneOf(name, values)),
	];
	return `sum${grouped(by)} (increase(${metric}{${matchers.join(", ")}}[$__rate_interval]))`;
}

export function logql(panel: EventPanel, over: string): string {
	const { events, where = {}, narrowed = {}, by, programs, sum, kind } = panel;
	const filters = [
		isOneOf(ownAttributes.deployment, [deploymentVariable]),
		...(Object.hasOwn(narrowed, "event.name") ? [] : [isOneOf("event.name", events)]),
		...Object.entries(narrowed).map(([name, variable]) => `${labelOf(name)}=~"$${variable}"`),
		...Object.entries(where).map(([name, values]) => isOneOf(name, values)),
	];
	const service = programs ? isOneOf("service.name", programs) : 'service_name=~"claude.*|cowork"';
	const selected = [`{${service}}`, ...filters].join(" | ");
	if (kind === "logs") return selected;
	const inner =
		sum === undefined
			? `count_over_time(${selected} [${over}])`
			: `sum_over_time(${selected} | unwrap ${labelOf(sum)} [${over}])`;
	return `sum${grouped(by)} (${inner})`;
}
