import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseDeployment } from "../src/deployment/parse.js";
import { groupBy } from "../src/group-by.js";
import { checkPolicies } from "../src/policy/check-policies.js";
import { parsePolicies } from "../src/policy/parse-policies.js";
import { formatProblem } from "../src/problem.js";
import { registries } from "../src/registries.js";
import { reviewParsed } from "../src/review/review-parsed.js";
import { compileFile } from "./bundle/compiled.js";

/** What a description of an example comes to. */
async function compiled(name: string) {
	const { paths, text, allWarnings } = await compileFile(`examples/${name}/deployment.yaml`);
	return { paths, text, warnings: allWarnings.map(formatProblem) };
}

test("examples/observability-metadata captures no content, and has what reads the rest", async () => {
	const { paths, text, warnings } = await compiled("observability-metadata");
	expect(warnings).toEqual([]);
	expect(JSON.parse(text("groups/general/settings.json")).settings).toMatchObject({
		otlpContentCapture: { value: [], layer: "observability" },
		otlpHeadersHelper: { value: "/opt/example/collector-token", layer: "observability" },
	});
	expect(JSON.parse(text("egress.json")).summary.contentAlsoReaches).toEqual([]);
	expect(text("DATA.md")).toMatch(/^\| may read content \| there is none \|$/m);
	expect(text("observability/rules/README.md")).toMatch(/^\| `risky-command` \| no group sends tool\\_parameters/m);
	expect(paths).toEqual(
		expect.arrayContaining([
			"observability/agents/codex/macos/com.openai.codex.mobileconfig",
			"observability/collector/collector.yaml",
			"observability/dashboards/permission-posture.json",
			"observability/rules/sigma/bypassed-permissions.yml",
			"observability/runbooks/bypassed-permissions.md",
		]),
	);
});

test("examples/collector-on-aws tells devices the name of the collector that it creates", async () => {
	const { paths, text, warnings } = await compiled("collector-on-aws");
	expect(warnings).toEqual([]);
	expect(JSON.parse(text("groups/general/settings.json")).settings.otlpEndpoint.value).toBe("https://otel.example.com");
	expect(text("egress.txt").split("\n")).toContain("otel.example.com");
	expect(text("observability/collector/egress.txt").split("\n")).toContain("siem.example.com");
	expect(paths).toContain("cloud/collector/policies/execution.json");
});

test("examples/forensic-case captures everything of one group, and says who reads it and for how long", async () => {
	const { text, warnings } = await compiled("forensic-case");
	expect(warnings).toEqual([
		expect.stringMatching(
			/^warning: groups\["case-2041"\]\.observability\.tier \(.*\): captures more than observability\.tier/,
		),
	]);
	const ofCase = JSON.parse(text("groups/case-2041/egress.json")).summary.contentAlsoReaches;
	expect(ofCase).toEqual([
		{
			host: "otel.example.com",
			key: "otlpContentCapture",
			because:
				"the collector at otlpEndpoint is sent userPrompts, assistantResponses, toolDetails, toolContent, rawApiBodies; events keeps toolDetails (365 days), and incident-response, legal and whoever else reads the SIEM may read it there; content keeps userPrompts, assistantResponses, toolDetails, toolContent, rawApiBodies (14 days), and incident-response, legal may read it there; privacy@example.com answers for it",
		},
	]);
	expect(JSON.parse(text("groups/general/egress.json")).summary.contentAlsoReaches).toEqual([]);
	expect(text("DATA.md")).toMatch(/^\| content in `events` is kept \| 365 days \|$/m);
	expect(text("DATA.md")).toMatch(/^\| content in `content` is kept \| 14 days \|$/m);
	const page = readFileSync("examples/forensic-case/README.md", "utf8");
	for (const days of [14, 365]) expect(page).toContain(`${days} days`);
});

test("examples/claude-code gives both programs one collector, one list of hosts and one of servers, and keeps the rules", async () => {
	const { paths, text, warnings } = await compiled("claude-code");
	expect(warnings).toEqual([]);
	const settings = JSON.parse(text("groups/developers/profiles/linux/claude-code/managed-settings.json"));
	expect(settings).toMatchObject({
		parentSettingsBehavior: "merge",
		availableModels: ["claude-sonnet-5"],
		otelHeadersHelper: "/opt/example/collector-header",
		env: {
			ANTHROPIC_BASE_URL: "https://llm.example.com",
			OTEL_EXPORTER_OTLP_ENDPOINT: "https://otel.example.com:4318",
		},
		sandbox: { network: { allowedDomains: ["git.example.com", "packages.example.com"] } },
	});
	expect(JSON.parse(text("groups/developers/profiles/linux/claude-code/managed-mcp.json"))).toEqual({
		mcpServers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } },
	});
	const ofFinance = JSON.parse(text("groups/finance/profiles/macos/claude-code/managed-settings.json"));
	expect(ofFinance.permissions.deny).toEqual(expect.arrayContaining(["WebFetch", "Read(~/.ssh/**)"]));
	expect(paths).toEqual(
		expect.arrayContaining([
			"groups/finance/profiles/macos/claude-code/com.example.cowork.eu.finance.claude-code.mobileconfig",
			"groups/developers/device/linux/check-claude-code.sh",
		]),
	);
	const parsed = parseDeployment(parse(readFileSync("examples/claude-code/deployment.yaml", "utf8")));
	const { value: deployment } = reviewParsed(parsed, registries);
	const { value: policies } = parsePolicies({ policies: {} });
	if (!deployment || !policies) throw new Error("the example is refused");
	const { violations } = checkPolicies(policies, [deployment], { today: "2027-01-15" });
	expect(violations.map(({ rule }) => rule.id).filter((id) => id.includes("code"))).toEqual([]);
});

test("examples/shared-proxy has rules for its clients, what not to open, and how devices trust the proxy", async () => {
	const { paths, text, warnings } = await compiled("shared-proxy");
	expect(warnings).toEqual([]);
	expect(text("firewall/squid/squid.conf")).toMatch(/^http_access deny claude_eu_denied claude_eu_clients$/m);
	expect(text("firewall/squid/squid.conf")).not.toMatch(/^http_access deny all$/m);
	expect(text("firewall/squid/bypass.conf")).toMatch(/^acl claude_eu_bypass ssl::server_name llm\.example\.com$/m);
	expect(paths).toEqual(expect.arrayContaining(["trust/macos/TRUST.md", "trust/windows/TRUST.md"]));
});

const examples = readdirSync("examples").filter((name) => name !== "readme");

test.each(examples)("examples/%s is a project of its own, and says when to choose it", (name) => {
	const { dependencies, private: isPrivate } = JSON.parse(readFileSync(`examples/${name}/package.json`, "utf8"));
	const { version } = JSON.parse(readFileSync("package.json", "utf8"));
	expect({ isPrivate, asked: dependencies["pulumi-cowork"] }).toEqual({ isPrivate: true, asked: `^${version}` });
	const [about = "", , ...rest] = readFileSync(`examples/${name}/README.md`, "utf8").split(/(\n\n)/);
	expect(about.toLowerCase()).toContain("choose it");
	expect(rest.join("")).toMatch(/^```sh\nnpm install\n/m);
});

test("no two examples are of one organisation's id", () => {
	const files = readdirSync("examples", { recursive: true, encoding: "utf8" }).filter(
		(file) => /\.(?:ts|mjs|yaml)$/.test(file) && !/node_modules|^readme/.test(file),
	);
	const ids = files.flatMap((file) => {
		const text = readFileSync(path.join("examples", file), "utf8");
		const [example = ""] = file.split(path.sep);
		return [...text.matchAll(/uuid: "?([0-9a-f-]{36})/g)].map(([, id = ""]) => [id, example] as const);
	});
	const owners = groupBy(ids, ([id]) => id);
	expect(owners.size).toBeGreaterThanOrEqual(examples.length);
	for (const [id, said] of owners) expect([id, ...new Set(said.map(([, example]) => example))]).toHaveLength(2);
});
