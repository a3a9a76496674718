import { expect, test } from "vitest";
import { dashboardFiles } from "../../../src/observability/dashboard-files.js";
import type { Dashboard } from "../../../src/observability/dashboards/dashboard.js";
import { logql } from "../../../src/observability/dashboards/grafana.js";
import { dashboards } from "../../../src/observability/dashboards/index.js";
import { partOf, terms } from "../observed.js";

function filesOf(block: object) {
	return new Map(dashboardFiles(partOf({ ...terms, ...block })).map(({ name, content }) => [name, content]));
}

const all = Object.entries<Dashboard>(dashboards);

test("there are the seven of the source", () => {
	expect(all.map(([, { title }]) => title)).toEqual([
		"Adoption and cost",
		"Tool activity",
		"Permission posture",
		"MCP governance",
		"Hook health",
		"CI/CD control",
		"Incident review",
	]);
});

test("a query is of its deployment, with names as Loki keeps them", () => {
	const panel = {
		title: "t",
		events: ["tool_decision"],
		where: { decision: ["reject"] },
		by: ["tool_name", "cowork.group"],
	};
	expect(logql(panel, "eu", "5m")).toBe(
		'sum by (tool_name, cowork_group) (count_over_time({service_name=~"claude.*|cowork"} | cowork_deployment="eu" | event_name="tool_decision" | decision="reject" [5m]))',
	);
});

test("panels that a tier starves are left out, and named", () => {
	const files = filesOf({ tier: "metadata" });
	expect(files.get("dashboards/README.md")).toContain("| `incident-review` | Commands | `tool_parameters` |");
	expect(files.get("dashboards/mcp-governance.json")).not.toContain("server_name");
	expect(filesOf({ tier: "toolDetails" }).get("dashboards/mcp-governance.json")).toContain("server_name");
	expect(filesOf({ phase: "managed" }).size).toBe(0);
});
