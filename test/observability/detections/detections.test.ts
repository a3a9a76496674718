import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { builtDetections } from "../../../src/observability/built-detections.js";
import { detectionFiles } from "../../../src/observability/detection-files.js";
import { detections } from "../../../src/observability/detections/index.js";
import { queryLanguages } from "../../../src/observability/queries/index.js";
import type { QueryLanguage } from "../../../src/observability/queries/language.js";
import { cached } from "../../support/cached.js";
import { findSchema } from "../../support/facts.js";
import { inFolder } from "../../support/in-folder.js";
import { partOf, terms } from "../observed.js";
import { watched } from "../queries/every-query.js";
import { type Event, fires, type SigmaRule } from "./sigma-evaluator.js";

/** Events that each rule fires on, and others that it stays silent on, each one difference away. */
const cases: Readonly<Record<keyof typeof detections, readonly [fires: readonly Event[], silent: readonly Event[]]>> = {
	"bypassed-permissions": [
		[{ "event.name": "permission_mode_changed", to_mode: "bypassPermissions", "deployment.environment": "laptops" }],
		[
			{ "event.name": "permission_mode_changed", to_mode: "bypassPermissions", "deployment.environment": "containers" },
			{ "event.name": "permission_mode_changed", to_mode: "plan", "deployment.environment": "laptops" },
		],
	],
	"risky-command": [
		[
			{
				"event.name": "tool_decision",
				tool_name: "Bash",
				decision: "accept",
				tool_parameters: '{"full_command":"terraform apply -auto-approve"}',
			},
		],
		[
			{ "event.name": "tool_decision", tool_name: "Bash", decision: "reject", tool_parameters: "terraform apply" },
			{ "event.name": "tool_decision", tool_name: "Bash", decision: "accept", tool_parameters: "ls" },
			{ "event.name": "tool_result", tool_name: "Bash", decision: "accept", tool_parameters: "terraform apply" },
		],
	],
	"unapproved-mcp-scope": [
		[{ "event.name": "tool_result", tool_name: "mcp_tool", mcp_server_scope: "user" }],
		[
			{ "event.name": "tool_result", tool_name: "mcp_tool", mcp_server_scope: "managed" },
			{ "event.name": "tool_result", tool_name: "Read" },
		],
	],
	"hook-stopped-sensitive": [
		[{ "event.name": "hook_execution_complete", num_blocking: 1, "repository.tier": "sensitive" }],
		[
			{ "event.name": "hook_execution_complete", num_blocking: 0, "repository.tier": "sensitive" },
			{ "event.name": "hook_execution_complete", num_blocking: 1, "repository.tier": "open" },
		],
	],
	"failing-hook": [
		[{ "event.name": "hook_execution_complete", num_non_blocking_error: 2, hook_name: "guard" }],
		[{ "event.name": "hook_execution_complete", num_non_blocking_error: 0, hook_name: "guard" }],
	],
	"project-mcp-server": [
		[
			{
				"event.name": "mcp_server_connection",
				server_scope: "project",
				status: "connected",
				"repository.tier": "sensitive",
			},
		],
		[
			{
				"event.name": "mcp_server_connection",
				server_scope: "managed",
				status: "connected",
				"repository.tier": "sensitive",
			},
			{
				"event.name": "mcp_server_connection",
				server_scope: "project",
				status: "failed",
				"repository.tier": "sensitive",
			},
		],
	],
	"unexpected-marketplace": [
		[{ "event.name": "plugin_installed", "marketplace.is_official": "false", "marketplace.name": "strangers" }],
		[
			{ "event.name": "plugin_installed", "marketplace.is_official": "false", "marketplace.name": "acme" },
			{ "event.name": "plugin_installed", "marketplace.is_official": "true", "marketplace.name": "claude" },
		],
	],
	"exhausted-retries": [
		[{ "event.name": "api_retries_exhausted", model: "m" }],
		[{ "event.name": "api_error", model: "m" }],
	],
	"high-cost": [[{ "event.name": "api_request", cost_usd: 3 }], [{ "event.name": "api_error", cost_usd: 3 }]],
	"host-outside-list": [
		[
			{
				"event.name": "tool_result",
				tool_name: "WebFetch",
				success: "true",
				"cowork.group": "pilot",
				tool_input: '{"url":"https://paste.example.net/x"}',
			},
		],
		[
			{
				"event.name": "tool_result",
				tool_name: "WebFetch",
				success: "true",
				"cowork.group": "pilot",
				tool_input: '{"url":"https://docs.example.com/x"}',
			},
			{
				"event.name": "tool_result",
				tool_name: "WebFetch",
				success: "true",
				"cowork.group": "pilot",
				tool_input: '{"url":"https://a.b.example.org/x"}',
			},
			{
				"event.name": "tool_result",
				tool_name: "Read",
				success: "true",
				"cowork.group": "pilot",
				tool_input: "https://x",
			},
		],
	],
	"disabled-tool": [
		[{ "event.name": "tool_result", tool_name: "WebSearch", "cowork.group": "pilot" }],
		[
			{ "event.name": "tool_result", tool_name: "WebSearch", "cowork.group": "others" },
			{ "event.name": "tool_result", tool_name: "Read", "cowork.group": "pilot" },
		],
	],
	"content-switched-on": [
		[{ "event.name": "api_request_body", "cowork.tier": "metadata" }],
		[
			{ "event.name": "api_request_body", "cowork.tier": "forensic" },
			{ "event.name": "api_request", "cowork.tier": "metadata" },
		],
	],
};

const files = new Map(detectionFiles(watched).map(({ name, content }) => [name, content]));
const ids = Object.keys(detections) as (keyof typeof detections)[];

test.each(ids)("%s fires on what it is for, and on nothing else", (id) => {
	const rule: SigmaRule = parse(files.get(`rules/sigma/${id}.yml`) ?? "");
	const [positive, negative] = cases[id];
	for (const event of positive) expect(fires(rule, event)).toBe(true);
	for (const event of negative) expect(fires(rule, event)).toBe(false);
	for (const [other, [events]] of Object.entries(cases))
		if (other !== id && !events.some((event) => fires(rule, event))) continue;
		else if (other !== id) expect(new Set([id, other])).toEqual(new Set(["hook-stopped-sensitive", "failing-hook"]));
});

test.each(ids)("%s has a runbook with all that people need, and a query in every language that can ask it", (id) => {
	const page = files.get(`runbooks/${id}.md`) ?? "";
	for (const part of ["Query", "Expected fields", "Investigation", "Containment", "Regression test"])
		expect(page).toMatch(new RegExp(`^## ${part}\n\n\\S`, "m"));
	expect(page).toMatch(/^- Severity: (?:low|medium|high|critical)$/m);
	for (const name of page.matchAll(/`(rules\/[^`]+)`/g)) expect([...files.keys()]).toContain(name[1]);
});

test.each(Object.entries<QueryLanguage>(queryLanguages))(
	"%s writes the same for the same detection, and names no stranger",
	(_, language) => {
		const { built } = builtDetections(watched);
		for (const each of built) {
			const written = language.render(each);
			expect(language.render(each)).toEqual(written);
			for (const { content } of written) expect(content.endsWith("\n")).toBe(true);
		}
	},
);

test("what a tier starves of fields is left out, and named", () => {
	const { built, leftOut } = builtDetections(
		partOf({ ...terms, tier: "metadata", approved: { marketplaces: ["acme"] } }),
	);
	expect(built.map(({ id }) => id)).toEqual([
		"bypassed-permissions",
		"unapproved-mcp-scope",
		"failing-hook",
		"exhausted-retries",
		"high-cost",
		"content-switched-on",
	]);
	expect(Object.fromEntries(leftOut.map(({ id, because }) => [id, because]))).toMatchObject({
		"risky-command": expect.stringContaining("no group sends tool_parameters"),
		"unexpected-marketplace": expect.stringContaining("no group sends marketplace.name"),
		"hook-stopped-sensitive": expect.stringContaining("no group sends repository.tier"),
		"disabled-tool": "the deployment says nothing that it could hold events against",
	});
});

test("nothing is written before the SIEM is there", () => {
	expect(detectionFiles(partOf({ ...terms, phase: "managed" }))).toEqual([]);
});

const schema = findSchema("sigma/sigma-detection-rule-schema.json");

test.skipIf(schema === undefined)("the schema of Sigma takes every rule", () => {
	const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
		JSON.parse(readFileSync(schema ?? "", "utf8")),
	);
	const rules = [...files].filter(([name]) => /^rules\/sigma\/[a-z-]+\.yml$/.test(name));
	expect(rules).toHaveLength(12);
	for (const [name, content] of rules) {
		validate(parse(content));
		expect([name, validate.errors]).toEqual([name, null]);
	}
});

const converter = cached("sigma-cli-3.1.0", "bin", "sigma");

describe.skipIf(!existsSync(converter))("sigma-cli, which .ci/run installs", () => {
	test.each(["kusto", "loki"])("converts every rule for %s", async (target) => {
		await inFolder((folder) => {
			mkdirSync(path.join(folder, "rules"));
			for (const [name, content] of files)
				if (/^rules\/sigma\/[a-z-]+\.yml$/.test(name))
					writeFileSync(path.join(folder, name.replace("rules/sigma", "rules")), content);
			const { status, stderr } = spawnSync(
				converter,
				["convert", "--without-pipeline", "-t", target, path.join(folder, "rules")],
				{
					encoding: "utf8",
				},
			);
			expect([status, stderr]).toEqual([0, expect.anything()]);
		});
	});
});
