import { expect, test } from "vitest";
import { telemetryPage } from "../../src/handover/telemetry-page.js";
import { otherAgents } from "../../src/observability/agents/index.js";
import { compile } from "../bundle/compiled.js";
import { observed, terms } from "../observability/observed.js";
import { readPage } from "./markdown-page.js";

/** Cells of every table of a page. */
function rowsOf(page: string): (readonly string[])[] {
	return readPage(page).rows.map(({ cells }) => cells);
}

const owners = {
	platform: "platform@example.com",
	detections: "rules@example.com",
	securityOperations: "soc@example.com",
};
const groups = {
	pilot: { preset: "none", platforms: ["macos", "windows", "linux"] },
	servers: { preset: "none", platforms: ["linux"] },
};
const secrets = { secrets: () => "a-credential" };
const path = "observability/HANDOVER.md";

test.each(["local", "regression"])("every file of the folder is of somebody, in phase %s", async (phase) => {
	const input = { ...observed({ ...terms, phase, owners }, groups), otherAgents: Object.keys(otherAgents) };
	const { paths, text } = await compile(input, secrets);
	const cells = new Set(rowsOf(text(path)).flat());
	const files = paths.filter((each) => each.startsWith("observability/") && each !== path);
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) {
		const name = file.slice("observability/".length);
		const isNamed = cells.has(name) || cells.has(`${name.split("/")[0]}/`) || /^agents\/[^/]+\/README\.md$/.test(name);
		expect([name, isNamed]).toEqual([name, true]);
	}
});

test("whoever is named gets what is theirs, and where nobody is the member is", async () => {
	const { text } = await compile(observed({ owners }, groups), secrets);
	const whoOf = (page: string) => Object.fromEntries(rowsOf(page).map(([what = "", who = ""]) => [what, who] as const));
	expect(whoOf(text(path))).toMatchObject({
		"collector/": owners.platform,
		"rules/": owners.detections,
		"runbooks/": owners.securityOperations,
		"dashboards/": owners.platform,
	});
	const nobody = await compile(observed({}, groups), secrets);
	expect(whoOf(nobody.text(path))["rules/"]).toBe("nobody is named (observability.owners.detections)");
});

test("a collector that is created is not started by hand", () => {
	const request = { deployment: "eu", owners: {}, files: ["collector/collector.yaml"], agents: [] };
	expect(telemetryPage({ ...request, provisioned: true })).toContain("pulumi up, which creates it");
	expect(telemetryPage({ ...request, provisioned: false })).toContain("start it with collector.yaml");
});

test("a group's page and steps name the files of other agents on its platforms alone, and where each goes", async () => {
	const input = { ...observed({ owners }, groups), otherAgents: ["codex", "vscode"] };
	const { text, paths } = await compile(input, secrets);
	const named = rowsOf(text("groups/servers/HANDOVER.md")).filter(([, , file]) =>
		file?.startsWith("../../observability/agents/"),
	);
	expect(named).toEqual([
		[
			"Linux",
			"OpenAI Codex",
			"../../observability/agents/codex/linux/requirements.toml",
			"whatever places files on devices as the system",
			"/etc/codex/requirements.toml",
		],
		[
			"Linux",
			"OpenAI Codex",
			"../../observability/agents/codex/linux/managed_config.toml",
			"whatever places files on devices as the system",
			"/etc/codex/managed_config.toml",
		],
		[
			"Linux",
			"Visual Studio Code",
			"../../observability/agents/vscode/linux/policy.json",
			"whatever places files on devices as the system",
			"/etc/vscode/policy.json",
		],
	]);
	for (const [, , file = ""] of rowsOf(text("groups/pilot/HANDOVER.md")))
		if (file.startsWith("../../")) expect(paths).toContain(file.slice("../../".length));
	expect(text("groups/servers/device/linux/INSTALL.md")).toContain("`../../../../observability/agents/<agent>/linux/`");
});

test("nothing is said of either where a deployment has neither", async () => {
	const { observability: _, ...plain } = observed({}, groups);
	const { text, paths } = await compile(plain, secrets);
	expect(paths).not.toContain(path);
	expect(text("groups/servers/HANDOVER.md")).not.toContain("observability/");
	expect(text("groups/servers/device/linux/INSTALL.md")).not.toContain("coding agents");
	const alone = await compile({ ...plain, otherAgents: ["cursor"] }, secrets);
	expect(alone.text("groups/servers/HANDOVER.md")).not.toContain("observability/");
	expect(alone.text(path)).toContain("Handing over telemetry");
});
