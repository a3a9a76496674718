import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Dashboard } from "../../../src/observability/dashboards/dashboard.js";
import { promql } from "../../../src/observability/dashboards/expressions.js";
import { dashboards } from "../../../src/observability/dashboards/index.js";
import { detectionFiles } from "../../../src/observability/detection-files.js";
import { cached } from "../../support/cached.js";
import { inFolder } from "../../support/in-folder.js";
import { partOf, terms } from "../observed.js";
import { queriesOf, watched } from "./every-query.js";

const promtool = cached("promtool-0.316.0", "promtool");

/** Runs the program over files, and gives its status with what it says. */
function judged(files: Readonly<Record<string, string>>, ...command: readonly string[]) {
	return inFolder((folder) => {
		for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
		const { status, stdout, stderr } = spawnSync(promtool, command, { cwd: folder, encoding: "utf8" });
		return { status, said: `${stdout}${stderr}` };
	});
}

const rules = Object.fromEntries(queriesOf("prometheus"));

const panels = Object.values<Dashboard>(dashboards).flatMap((dashboard) =>
	dashboard.panels.flatMap((panel) => ("metric" in panel ? [promql(panel).replaceAll("$__rate_interval", "5m")] : [])),
);

/** What the store holds of one user: a counter that grows by so much in five minutes, for two hours. */
function user(id: string, growth: number) {
	return { series: `claude_code_cost_usage_USD_total{job="claude-code", user_id="${id}"}`, values: `0+${growth}x24` };
}

/** Ten dollars in an hour are the limit. */
function alerts(series: readonly object[], expected: readonly object[]): string {
	return stringify({
		rule_files: Object.keys(rules),
		evaluation_interval: "5m",
		tests: [
			{
				interval: "5m",
				input_series: series,
				alert_rule_test: [{ eval_time: "2h", alertname: "HighCost", exp_alerts: expected }],
			},
		],
	});
}

const told = {
	exp_labels: { severity: "low", user_id: "ada" },
	exp_annotations: {
		summary: "One user costs more in an hour than expected",
		description: "a workflow runs away, contexts are too large, or somebody else uses the account",
		runbook: "runbooks/high-cost.md",
	},
};

describe.skipIf(!existsSync(promtool))("promtool, which .ci/run builds", () => {
	test("takes every rule, and lints nothing", async () => {
		expect(Object.keys(rules)).toEqual(["high-cost.yaml"]);
		const { status, said } = await judged(rules, "check", "rules", "--lint-fatal", ...Object.keys(rules));
		expect([status, said]).toEqual([0, expect.stringContaining("SUCCESS: 1 rules found")]);
	});

	test("tells an owner as it is written, whatever a template would make of it", async () => {
		const owner = 'soc {{ $labels.user_id }} {{ "';
		const files = Object.fromEntries(
			detectionFiles(
				partOf({ ...terms, owners: { ...terms.owners, securityOperations: owner }, approved: { hourlyCost: 10 } }),
			)
				.filter(({ name }) => name.startsWith("rules/prometheus/"))
				.map(({ name, content }) => [path.basename(name), content]),
		);
		const labelled = { ...told, exp_labels: { ...told.exp_labels, owner } };
		const tests = alerts([user("ada", 1)], [labelled]);
		const { status, said } = await judged({ ...files, "tests.yaml": tests }, "test", "rules", "tests.yaml");
		expect([status, said]).toEqual([0, expect.stringContaining("SUCCESS")]);
	});

	test("takes what every panel over metrics asks", async () => {
		expect(panels).toHaveLength(6);
		const recorded = panels.map((expr, index) => ({ record: `panel:${index}`, expr }));
		const file = stringify({ groups: [{ name: "panels", rules: recorded }] });
		expect(await judged({ "panels.yaml": file }, "check", "rules", "panels.yaml")).toMatchObject({ status: 0 });
		const broken = file.replace("increase(", "increases(");
		expect(await judged({ "panels.yaml": broken }, "check", "rules", "panels.yaml")).toMatchObject({ status: 1 });
	});

	test("fires on the user above the limit, and on no other", async () => {
		const both = [user("ada", 1), user("bob", 0.5)];
		const right = await judged({ ...rules, "tests.yaml": alerts(both, [told]) }, "test", "rules", "tests.yaml");
		expect([right.status, right.said]).toEqual([0, expect.stringContaining("SUCCESS")]);
		const quiet = await judged(
			{ ...rules, "tests.yaml": alerts([user("bob", 0.5)], []) },
			"test",
			"rules",
			"tests.yaml",
		);
		expect([quiet.status, quiet.said]).toEqual([0, expect.stringContaining("SUCCESS")]);
	});

	test("is silent on what another deployment costs, and not on what names none", async () => {
		const labelled = (deployment: string) => {
			const { series, values } = user("ada", 1);
			return { series: series.replace("}", `, cowork_deployment="${deployment}"}`), values };
		};
		const cases = [
			{ series: labelled(watched.name), expected: [told] },
			{ series: labelled("others"), expected: [] },
			{ series: user("ada", 1), expected: [told] },
		];
		for (const { series, expected } of cases) {
			const files = { ...rules, "tests.yaml": alerts([series], expected) };
			const { status, said } = await judged(files, "test", "rules", "tests.yaml");
			expect([status, said]).toEqual([0, expect.stringContaining("SUCCESS")]);
		}
	});

	test("adds up what one user costs in several sessions", async () => {
		const sessions = ["a", "b"].map((session) => {
			const { series, values } = user("ada", 0.5);
			return { series: series.replace("}", `, session_id="${session}"}`), values };
		});
		const { status, said } = await judged(
			{ ...rules, "tests.yaml": alerts(sessions, [told]) },
			"test",
			"rules",
			"tests.yaml",
		);
		expect([status, said]).toEqual([0, expect.stringContaining("SUCCESS")]);
	});

	test("tells rules apart that are wrong", async () => {
		const [[name = "", rule = ""] = []] = Object.entries(rules);
		const wrong = [
			rule.replace("> 10", "> 100"),
			rule.replace("[1h]", "[5m]"),
			rule.replace("by (user_id)", "by (model)"),
		];
		for (const each of wrong) {
			expect(each).not.toBe(rule);
			const tests = alerts([user("ada", 1), user("bob", 0.5)], [told]);
			expect(await judged({ [name]: each, "tests.yaml": tests }, "test", "rules", "tests.yaml")).toMatchObject({
				status: 1,
			});
		}
	});
});
