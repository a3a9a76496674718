import { expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { plain, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const quiet = `disableEssentialTelemetry: true, disableNonessentialTelemetry: true, disableNonessentialServices: true,
      disableAutoUpdates: true, modelCatalogEnabled: false, skipWebFetchPreflight: true, isDesktopExtensionEnabled: false,
      isLocalDevMcpEnabled: false, otlpContentCapture: [userPrompts], otlpEndpoint: "https://otel.example.com:4318"`;
const file = () =>
	write(folder(), plain.replace("disableAutoUpdates: true", quiet).replace("linux", "macos"), "quiet.yaml");

test("is a table of hosts with operator, key and reason, then the sandbox and the notes", async () => {
	const { code, results, notices } = await invoke(["egress", file(), "--group", "pilot"], { columns: 200 });
	expect({ code, notices }).toEqual({ code: 0, notices: [] });
	expect(results).toEqual([
		"host                   operator      key                      because",
		"downloads.claude.ai    anthropic     always                   workspace VM bundle and Claude CLI binary, fetched whenever the device lacks the versions the app needs",
		"llm.example.com        inference     inferenceGatewayBaseUrl  model inference through the gateway",
		"otel.example.com:4318  organization  otlpEndpoint             the organization's OpenTelemetry collector",
		"",
		"sandbox: inference-only; listed: none; added by the app: llm.example.com, otel.example.com",
		"conversations also reach otel.example.com: the collector at otlpEndpoint is sent userPrompts (otlpContentCapture)",
		"note: sshHostAllowlist is not set: Code may open SSH to any host, and a perimeter list cannot name them, so no host is added for it",
	]);
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

test("a host with several reasons has a row for each, the host in the first", async () => {
	const loud = write(folder(), plain, "loud.yaml");
	const { results } = await invoke(["egress", loud, "--group", "pilot"], { columns: 200 });
	const first = results.findIndex((line) => line.startsWith("downloads.claude.ai "));
	const rows = results.slice(first, first + 3).map((line) => line.split(/ {2,}/));
	expect(rows.map((row) => row.slice(0, -2))).toEqual([["downloads.claude.ai", "anthropic"], [""], [""]]);
	// The bundle of the VM, and the packages of Linux.
	expect(rows.map((row) => row.at(-2)).sort()).toEqual(["always", "always", "modelCatalogEnabled"]);
});
