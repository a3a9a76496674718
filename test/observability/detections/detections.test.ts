import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { builtDetections } from "../../../src/observability/built-detections.js";
import { detectionFiles } from "../../../src/observability/detection-files.js";
import { detections } from "../../../src/observability/detections/index.js";
import { questionFiles } from "../../../src/observability/question-files.js";
import { cached } from "../../support/cached.js";
import { findSchema } from "../../support/facts.js";
import { inFolder } from "../../support/in-folder.js";
import { partOf, terms } from "../observed.js";
import { watched } from "../queries/every-query.js";

const files = new Map(
	[...detectionFiles(watched), ...questionFiles(watched)].map(({ name, content }) => [name, content]),
);
const ids = Object.keys(detections) as (keyof typeof detections)[];

test.each(ids)("%s has a runbook with all that people need, and a query in every language that can ask it", (id) => {
	const page = files.get(`runbooks/${id}.md`) ?? "";
	for (const part of ["Query", "Expected fields", "Investigation", "Containment", "Regression test"])
		expect(page).toMatch(new RegExp(`^## ${part}\n\n\\S`, "m"));
	expect(page).toMatch(/^- Severity: (?:low|medium|high|critical)$/m);
	for (const name of page.matchAll(/`(rules\/[^`]+)`/g)) expect([...files.keys()]).toContain(name[1]);
});

test("what a tier starves of fields is left out, and named", () => {
	const { built, leftOut } = builtDetections(partOf({ ...terms, phase: "siem", approved: { marketplaces: ["acme"] } }));
	expect(built.map(({ id }) => id)).toEqual([
		"bypassed-permissions",
		"unapproved-mcp-scope",
		"failing-hook",
		"unexpected-marketplace",
		"exhausted-retries",
		"high-cost",
		"content-switched-on",
	]);
	expect(Object.fromEntries(leftOut.map(({ id, because }) => [id, because]))).toMatchObject({
		"risky-command": expect.stringMatching(/^no group sends tool_parameters.*; it takes another observability\.tier$/),
		"unapproved-mcp-server": "no group sends server_name; it takes another observability.tier",
		"hook-stopped-sensitive": "no group sends repository.tier; it takes observability.attributes that give it",
		"disabled-tool": "disabledBuiltinTools of settings says nothing that it could hold events against",
	});
});

test("what hides people starves what counts by person, and no other tier would cure it", () => {
	const { leftOut } = builtDetections(partOf({ ...terms, people: "none" }));
	expect(leftOut).toContainEqual({
		id: "high-cost",
		because: "no group sends user.id; it takes another observability.people than none",
	});
});

test("what is approved of switches no detection off where nobody sends what tells it", () => {
	const approved = { marketplaces: ["acme"], bypassEnvironments: ["lab"] };
	const { built } = builtDetections(partOf({ ...terms, phase: "siem", approved }));
	const found = built.filter(({ id }) => ["bypassed-permissions", "unexpected-marketplace"].includes(id));
	expect(found.map(({ id, blindTo }) => [id, blindTo])).toEqual([
		["bypassed-permissions", []],
		["unexpected-marketplace", []],
	]);
});

test("a tool that Claude Code is denied altogether is one that the group has not, where Cowork is denied it too", () => {
	const claudeCode = { permissions: { deny: ["WebSearch(*)", "Bash(curl *)", "WebFetch", "mcp__wiki", "Skill"] } };
	const settings = { disabledBuiltinTools: ["Skill"] };
	const groups = {
		pilot: { preset: "none", claudeCode },
		both: { preset: "none", settings, claudeCode },
		apart: { preset: "none", settings: { requireCoworkFullVmSandbox: true }, claudeCode },
	};
	const part = partOf({ ...terms, phase: "siem" }, groups);
	const disabled = Object.entries(part.groups).map(([name, { disabledTools }]) => [name, disabledTools]);
	expect(Object.fromEntries(disabled)).toEqual({
		pilot: ["WebSearch", "WebFetch", "Skill"],
		both: ["Skill", "WebSearch", "WebFetch"],
		apart: undefined,
	});
	expect(builtDetections(part).built.map(({ id }) => id)).toContain("disabled-tool");
});

test("a group's servers are those of either program, by the names of both", () => {
	const managedMcpServers = [
		{ name: "Team wiki", transport: "http", url: "https://wiki.example.com/mcp" },
		{ name: "tickets", transport: "policy-only", toolPolicy: { close: "blocked" } },
	];
	const servers = { notes: { type: "http", url: "https://notes.example.com/mcp" } };
	const groups = {
		desktop: { preset: "none", settings: { managedMcpServers } },
		both: { preset: "none", settings: { managedMcpServers }, claudeCode: { mcp: { servers } } },
		neither: { preset: "none" },
	};
	const part = partOf({ ...terms, tier: "toolDetails" }, groups);
	expect(Object.entries(part.groups).map(([name, { mcpServers }]) => [name, mcpServers])).toEqual([
		["desktop", ["Team wiki", "Team-wiki", "tickets"]],
		["both", ["Team wiki", "Team-wiki", "tickets", "notes"]],
		["neither", undefined],
	]);
});

test("where nobody gets a server and none is approved of, every server that connects is told", () => {
	const { built } = builtDetections(partOf({ ...terms, tier: "toolDetails" }));
	expect(built.find(({ id }) => id === "unapproved-mcp-server")?.rule.condition).toEqual({
		all: [
			{
				any: [
					{ field: { resource: "cowork.deployment" }, is: ["eu"] },
					{ not: { field: { resource: "cowork.deployment" }, exists: true } },
				],
			},
			{
				all: [
					{ field: { attribute: "status" }, is: ["connected"] },
					{ field: { attribute: "server_name" }, exists: true },
				],
			},
		],
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
	const rules = [...files].filter(([name]) => /^(?:rules|questions)\/sigma\/[a-z-]+\.yml$/.test(name));
	expect(rules).toHaveLength(13 + 9);
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
				if (/^(?:rules|questions)\/sigma\/[a-z-]+\.yml$/.test(name))
					writeFileSync(path.join(folder, name.replace(/^(rules|questions)\/sigma\//, "rules/$1-")), content);
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
