import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { branch, plain, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const quiet = `disableEssentialTelemetry: true, disableNonessentialTelemetry: true, disableNonessentialServices: true,
      disableAutoUpdates: true, modelCatalogEnabled: false, skipWebFetchPreflight: true, isDesktopExtensionEnabled: false,
      isLocalDevMcpEnabled: false, otlpContentCapture: [userPrompts], otlpEndpoint: "https://otel.example.com:4318"`;
const file = () =>
	write(folder(), plain.replace("disableAutoUpdates: true", quiet).replace("linux", "macos"), "quiet.yaml");

const telemetryPage = "https://claude.com/docs/third-party/claude-desktop/telemetry";

test("is a table with a row for each reason, then the sandbox and the notes; a pipe gets whole lines", async () => {
	const { code, results, notices } = await invoke(["egress", file(), "--group", "pilot"], {
		columns: Number.POSITIVE_INFINITY,
	});
	expect({ code, notices }).toEqual({ code: 0, notices: [] });
	expect(results.map((line) => line.split(/ {2,}/))).toEqual([
		["host", "port", "requirement", "reason", "if denied", "versions", "source"],
		[
			"downloads.claude.ai",
			"443",
			"required",
			"workspace VM bundle and Claude CLI binary, fetched whenever the device lacks the versions the app needs",
			"Cowork tasks, Chat conversations and Code sessions do not start on a device that has not fetched these files yet, nor after an app update that changes them.",
			telemetryPage,
		],
		[
			"llm.example.com",
			"443",
			"required",
			"model inference through the gateway (inferenceGatewayBaseUrl)",
			"No answers: every session fails at its first message.",
			telemetryPage,
		],
		[
			"otel.example.com",
			"4318",
			"required",
			"the organization's OpenTelemetry collector (otlpEndpoint)",
			"Telemetry batches are dropped without an error in the app; the audit trail has gaps.",
			telemetryPage,
		],
		[""],
		["sandbox: inference-only; listed: none; added by the app: llm.example.com, otel.example.com"],
		[
			"conversations also reach otel.example.com: the collector at otlpEndpoint is sent userPrompts (otlpContentCapture)",
		],
		[
			"note: sshHostAllowlist is not set: Code may open SSH to any host, and a perimeter list cannot name them, so no host is added for it",
		],
	]);
});

test("a narrow terminal gets a block for each host, none of whose lines is wider", async () => {
	const { results } = await invoke(["egress", file(), "--group", "pilot"], { columns: 80 });
	const at = results.indexOf("otel.example.com");
	expect(results.slice(at, at + 7)).toEqual([
		"otel.example.com",
		"  port         4318",
		"  requirement  required",
		"  reason       the organization's OpenTelemetry collector (otlpEndpoint)",
		"  if denied    Telemetry batches are dropped without an error in the app; the",
		"               audit trail has gaps.",
		`  source       ${telemetryPage}`,
	]);
	const blocks = results.slice(
		0,
		results.findIndex((line) => line.startsWith("sandbox: ")),
	);
	for (const line of blocks) expect(line.length).toBeLessThanOrEqual(80);
});

test("without a group it is the perimeter, whose hosts name the groups that need them", async () => {
	const two = write(
		folder(),
		plain.replace("groups:", "groups:\n  quiet: { preset: lockedDown, platforms: [macos] }"),
		"two.yaml",
	);
	const { code, results } = await invoke(["egress", two, "--format", "csv"]);
	expect(code).toBe(0);
	expect(results[0]).toBe("host,port,requirement,groups,reason,ifDenied,versions,source");
	const groups = (host: string) =>
		new Set(
			results
				.filter((line) => line.startsWith(`${host},`))
				.map((line) => /(?:required|optional),("[^"]*"|\w*),/.exec(line)?.[1]),
		);
	expect(groups("llm.example.com")).toEqual(new Set(['"pilot, quiet"']));
	expect(groups("claude.ai")).toEqual(new Set(["pilot"]));
});

/** A page's lines below one of its headings, or above the first. */
function section(lines: readonly string[], heading?: string): string[] {
	const from = heading === undefined ? 0 : lines.indexOf(`## ${heading}`) + 2;
	const rest = lines.slice(from);
	const to = rest.findIndex((line) => line.startsWith("## "));
	return to === -1 ? rest : rest.slice(0, to - 1);
}

test("is Markdown for a change request: who asks, how to read it, the hosts, and what else is to be known", async () => {
	const { results } = await invoke(["egress", file(), "--group", "pilot", "--format", "markdown"]);
	expect(section(results)).toEqual([
		"# Hosts that devices with Claude Cowork reach: eu",
		"",
		"- `eu` of Example Corp: group `pilot` on macos; Claude Desktop of any known version up to 2.19675.0",
		"- Facts: of Claude Desktop up to 2.19675.0, 2026-10-01, by pulumi-cowork 0.1.0",
	]);
	const hosts = section(results, "Hosts");
	expect(hosts.slice(0, 2)).toEqual([
		"| host | port | requirement | reason | if denied | versions | source |",
		"| --- | --- | --- | --- | --- | --- | --- |",
	]);
	expect(hosts[3]).toMatch(/^\| `llm\.example\.com` \| 443 \| required \| model inference through the gateway \(/);
	expect(hosts).toHaveLength(5);
	const heads = hosts[0]?.split("|").map((head) => head.trim());
	const explained = section(results, "How to read it").map((line) => /^- \*\*(.*)\*\*: /.exec(line)?.[1]);
	expect(explained).toEqual(heads?.filter((head) => head !== ""));
	expect(section(results, "Besides")).toEqual([
		expect.stringMatching(/^- conversations also reach otel\.example\.com: /),
		expect.stringMatching(/^- sshHostAllowlist is not set: /),
	]);
});

test("the page of several deployments names each, its groups and the apps it is for", async () => {
	const eu = write(folder(), branch("eu"), "page-eu.yaml");
	const newer = branch("us").replace("app: {", 'app: { minimumVersion: "2.110.0",');
	const us = write(folder(), newer, "page-us.yaml");
	const { results, notices } = await invoke(["egress", eu, us, "--format", "markdown"]);
	expect(notices).toEqual([]);
	const ofBoth = "groups `general`, `pilot` on macos; Claude Desktop";
	expect(section(results).slice(0, 4)).toEqual([
		"# Hosts that devices with Claude Cowork reach: eu, us",
		"",
		`- \`eu\` of Example Corp: ${ofBoth} of any known version up to 2.19675.0`,
		`- \`us\` of Example Corp: ${ofBoth} from 2.110.0 up to 2.19675.0`,
	]);
	expect(section(results, "How to read it").some((line) => line.startsWith("- **groups**: "))).toBe(true);
});

test("--json has the shape of egress.json", async () => {
	const { code, results } = await invoke(["egress", file(), "--group", "pilot", "--json"]);
	expect(code).toBe(0);
	const document = JSON.parse(results.join("\n"));
	expect(Object.keys(document)).toEqual(["schemaVersion", "hosts", "sandbox", "summary", "notes"]);
	expect(document.hosts.map(({ host, port }: { host: string; port: number }) => [host, port])).toEqual([
		["downloads.claude.ai", 443],
		["llm.example.com", 443],
		["otel.example.com", 4318],
	]);
});

test("--format json is the same as --json", async () => {
	const { results } = await invoke(["egress", file(), "--group", "pilot", "--json"]);
	expect(await invoke(["egress", file(), "--group", "pilot", "--format", "json"])).toMatchObject({ results });
});

test("of several files it is what any of them needs, whose hosts name deployments and groups", async () => {
	const [eu, us] = ["eu", "us"].map((name) => write(folder(), branch(name), `${name}.yaml`));
	const { code, results } = await invoke(["egress", eu ?? "", us ?? "", "--format", "csv"]);
	expect(code).toBe(0);
	const groups = (host: string) =>
		new Set(
			results
				.filter((line) => line.startsWith(`${host},`))
				.map((line) => /(?:required|optional),("[^"]*"|[^,]*),/.exec(line)?.[1]),
		);
	expect(groups("llm.example.com")).toEqual(new Set(['"eu: general, pilot; us: general, pilot"']));
	expect(groups("otel.eu.example.com")).toEqual(new Set(["eu: pilot"]));
	const { results: printed } = await invoke(["egress", eu ?? "", us ?? "", "--json"]);
	const out = path.join(folder(), "together");
	await invoke(["synth", eu ?? "", us ?? "", "--out", out]);
	const written = JSON.parse(readFileSync(path.join(out, "perimeter/egress.json"), "utf8"));
	expect(JSON.parse(printed.join("\n")).hosts).toEqual(written.hosts);
});

test("of several files every problem of each is told", async () => {
	const [eu, us] = ["eu", "us"].map((name) =>
		write(folder(), branch(name).replace("preset: none", "preset: nothing"), `${name}-wrong.yaml`),
	);
	const same = write(folder(), branch("eu"), "same.yaml");
	const { code, results, notices } = await invoke(["egress", eu ?? "", us ?? "", same]);
	expect({ code, results }).toEqual({ code: 1, results: [] });
	expect(notices.map((line) => line.split(" (")[0])).toEqual([
		"name",
		"groups.general.preset",
		"groups.general.preset",
	]);
});

test("CSV of one group names it in every row", async () => {
	const { results } = await invoke(["egress", file(), "--group", "pilot", "--format", "csv"]);
	expect(results.length).toBeGreaterThan(2);
	for (const line of results.slice(1)) expect(line).toMatch(/,(?:required|optional),pilot,/);
});
