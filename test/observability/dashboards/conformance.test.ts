import { describe, expect, test } from "vitest";
import type { Dashboard, Panel } from "../../../src/observability/dashboards/dashboard.js";
import { dashboards } from "../../../src/observability/dashboards/index.js";
import { brokenLaws } from "../../support/broken-laws.js";
import { examineDashboard, laws } from "./exam.js";

for (const [name, dashboard] of Object.entries<Dashboard>(dashboards)) examineDashboard(name, dashboard);

const panel: Panel = { title: "Connections", events: ["mcp_server_connection"], by: ["status"] };

/** The least a dashboard can be. */
const plain: Dashboard = { title: "Servers", asks: "Which servers there are.", panels: [panel] };

examineDashboard("a dashboard from outside the registry", plain);

function showing(changed: Partial<Panel> & object): Dashboard {
	return { ...plain, panels: [{ ...panel, ...changed } as Panel] };
}

describe("the exam fails a dashboard that", () => {
	test.each<[string, Dashboard, keyof typeof laws]>([
		["says nothing of what people ask", { ...plain, asks: "" }, "says in words what people ask of it"],
		["shows nothing", { ...plain, panels: [] }, "has panels, each of a title of its own"],
		["shows two things of one title", { ...plain, panels: [panel, panel] }, "has panels, each of a title of its own"],
		[
			"asks for an event of no program",
			showing({ events: ["mcp_server_connection", "mcp_gone"] }),
			"asks for events of the catalogue",
		],
		["groups by what no event has", showing({ by: ["tool_name"] }), "asks for what some event of a panel has"],
		[
			"filters by what no event has",
			showing({ where: { decision: ["accept"] } }),
			"asks for what some event of a panel has",
		],
		[
			"looks for one of no values",
			showing({ where: { status: [] } }),
			"looks for one of some values, wherever it looks for any",
		],
		["sums words", showing({ sum: "status" }), "sums what is a number"],
		["shows a table of no rows", showing({ kind: "table", by: [] }), "shows rows of something in a table"],
		[
			"asks for a metric that nobody sends",
			{ ...plain, panels: [{ title: "Servers", metric: "claude_code_servers_total" }] },
			"asks for one metric of the catalogue in each panel over metrics",
		],
		[
			"groups numbers by what the metric has not",
			{ ...plain, panels: [{ title: "Servers", metric: "claude_code_session_count_total", by: ["model"] }] },
			"asks for what some event of a panel has",
		],
		[
			"narrows by a variable that the page has not",
			showing({ narrowed: { "session.id": "session" } }),
			"narrows by variables that it has",
		],
	])("%s", (_, dashboard, name) => {
		expect(brokenLaws(laws, dashboard)).toEqual([name]);
	});
});
