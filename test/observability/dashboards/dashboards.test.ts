import { expect, test } from "vitest";
import { dashboardFiles } from "../../../src/observability/dashboard-files.js";
import type { Dashboard } from "../../../src/observability/dashboards/dashboard.js";
import { logql, promql } from "../../../src/observability/dashboards/expressions.js";
import { pageId } from "../../../src/observability/dashboards/grafana.js";
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
	expect(logql(panel, "5m")).toBe(
		'sum by (tool_name, cowork_group) (count_over_time({service_name=~"claude.*|cowork"} | cowork_deployment="$deployment" | event_name="tool_decision" | decision="reject" [5m]))',
	);
});

test("panels that a tier starves are left out, and named", () => {
	const files = filesOf({ tier: "metadata" });
	expect(files.get("dashboards/README.md")).toContain("| `incident-review` | Commands | `tool_parameters` |");
	expect(files.get("dashboards/mcp-governance.json")).not.toContain("server_name");
	expect(filesOf({ tier: "toolDetails" }).get("dashboards/mcp-governance.json")).toContain("server_name");
	expect(filesOf({ phase: "managed" }).size).toBe(0);
});

test("a number is of its deployment, under the label that the collector gives it, and of the programs that are meant", () => {
	const panel = {
		title: "t",
		metric: "m_total",
		by: ["model"],
		programs: ["claude-code"],
		where: { type: ["a", "b"] },
	};
	expect(promql(panel)).toBe(
		'sum by (model) (increase(m_total{cowork_deployment="$deployment", job="claude-code", type=~"a|b"}[$__rate_interval]))',
	);
});

test("what runs without a person is Claude Code alone, as every session of Cowork is without a terminal", () => {
	const page = JSON.parse(filesOf({}).get("dashboards/ci-control.json") ?? "");
	const asked = page.panels.map(({ targets }: { targets: { expr: string }[] }) => targets[0]?.expr);
	expect(asked).toHaveLength(4);
	for (const expression of asked) {
		expect(expression).toMatch(/(?:service_name|job)="claude-code"/);
		expect(expression).toContain('terminal_type="non-interactive"');
	}
});

interface Page {
	readonly uid: string;
	readonly tags: readonly string[];
	readonly links: readonly { readonly tags: readonly string[] }[];
	readonly templating: { readonly list: readonly { readonly name: string }[] };
	readonly panels: readonly { readonly title: string; readonly type: string; readonly datasource: { type: string } }[];
}

test("pages lead to each other, and panels over events to the events, on pages and by variables that are there", () => {
	const files = [...filesOf({ tier: "toolDetails" })].filter(([name]) => name.endsWith(".json"));
	const pages = files.map(([, content]): Page => JSON.parse(content));
	const byId = new Map(pages.map((page) => [page.uid, page]));
	expect(byId.size).toBe(7);
	for (const page of pages) {
		for (const { tags } of page.links) for (const tag of tags) expect(page.tags).toContain(tag);
		for (const panel of page.panels) {
			const links = [...JSON.stringify(panel).matchAll(/"url":"\/d\/([^?]+)\?([^"]+)"/g)];
			const isTableOfSessions = panel.type === "table" && JSON.stringify(panel).includes("session_id,");
			const expected = panel.datasource.type === "loki" ? 1 + Number(isTableOfSessions) : 0;
			expect([panel.title, links.length]).toEqual([panel.title, expected]);
			for (const [, uid = "", query = ""] of links) {
				const names = byId.get(uid)?.templating.list.map(({ name }) => name) ?? [];
				for (const [, name] of query.matchAll(/(?:var-([a-z]+)=)/g)) expect(names).toContain(name);
				for (const [, name] of query.matchAll(/\{([a-z]+):queryparam\}/g)) expect(names).toContain(name);
				// Whoever looks into one session goes on with that one.
				const isNarrowed = JSON.stringify(panel).includes("$session");
				if (isNarrowed) expect(query).toMatch(/\{session:queryparam\}|var-session=/);
			}
		}
	}
});

test("each page has an identifier of its own that Grafana takes, however long the deployment's name is", () => {
	const ids = all.map(([id]) => pageId(id, "a".repeat(60)));
	expect(new Set(ids).size).toBe(7);
	for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
	expect(pageId("hook-health", "eu")).toBe("cowork-eu-hook-health");
});
