import type { JsonObject } from "../../json.js";
import type { EventPanel } from "./dashboard.js";

/** The page that every other leads to, and what it is told to look at. */
export const incidents = { id: "incident-review", session: "session", event: "event" } as const;

/** Stores, deployment and time go along: https://grafana.com/docs/grafana/latest/panels-visualizations/configure-data-links/ */
const along = ["metrics", "events", "deployment"].map((name) => `\${${name}:queryparam}`).join("&");

function address(page: string, chosen: string): string {
	return `/d/${page}?${along}&${chosen}&\${__url_time_range}`;
}

/** What every link of a page and of a panel has. */
const plain = { asDropdown: false, includeVars: false, keepTime: false, targetBlank: false, tags: [], tooltip: "" };

/** From a panel to its events, one by one; of the sessions that it is narrowed to. */
export function eventLinks({ events, narrowed = {} }: EventPanel, page: string): JsonObject[] {
	const sessions = Object.values(narrowed).includes(incidents.session) ? `&\${${incidents.session}:queryparam}` : "";
	const url = address(page, `var-${incidents.event}=${encodeURIComponent(events.join("|"))}${sessions}`);
	return [{ ...plain, type: "link", icon: "external link", title: "Events", url }];
}

/** From a session in a table to all that it did. */
export function sessionOverride(page: string): JsonObject {
	return {
		matcher: { id: "byName", options: "session_id" },
		properties: [
			{ id: "links", value: [{ title: "Session", url: address(page, `var-${incidents.session}=\${__value.raw}`) }] },
		],
	};
}

/** From page to page of the same deployment. */
export function pageLinks(deployment: string): JsonObject[] {
	return [
		{
			...plain,
			type: "dashboards",
			icon: "external link",
			title: "Pages",
			url: "",
			tags: ["cowork", deployment],
			asDropdown: true,
			includeVars: true,
			keepTime: true,
		},
	];
}
