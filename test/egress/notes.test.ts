import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { type Circumstances, planOf, quiet } from "../support/configuration.js";

type NoteCase = readonly [settings: JsonObject, circumstances?: Circumstances];

/** How a note of the table is shown: words of it, what brings it, and what does not. */
interface NoteProof {
	readonly says: string;
	readonly with: readonly NoteCase[];
	readonly without: readonly NoteCase[];
}

const gateway = { inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com" };
const bedrock = { inferenceProvider: "bedrock", inferenceBedrockRegion: "eu-central-1" };
const remote = (entry: JsonObject): JsonObject => ({
	managedMcpServers: [{ name: "s", transport: "http", url: "https://mcp.example.com/x", ...entry }],
});
const local = (command: string): JsonObject => ({ managedMcpServers: [{ name: "s", transport: "stdio", command }] });
const offline: Circumstances = { installer: "offline", platforms: ["macos"] };

const proofs: Readonly<Record<string, NoteProof>> = {
	"spell-check-windows": {
		says: "Windows may fetch spell-check dictionaries from redirector.gvt1.com and *.gvt1.com",
		with: [[{}, { platforms: ["windows"] }]],
		without: [[{}, { platforms: ["macos", "linux"] }]],
	},
	"oidc-discovery": {
		says: "discovery at accounts.google.com may name endpoints on other hosts",
		with: [
			[{ ...gateway, inferenceGatewayOidc: { clientId: "c", issuer: "https://accounts.google.com" } }],
			[{ ...gateway, inferenceIdpOidc: { clientId: "c", issuer: "https://accounts.google.com" } }],
			[{ bootstrapOidc: { clientId: "c", issuer: "https://accounts.google.com" } }],
		],
		without: [
			[
				{
					...gateway,
					inferenceGatewayOidc: {
						clientId: "c",
						authorizationUrl: "https://accounts.google.com/a",
						tokenUrl: "https://oauth2.googleapis.com/t",
					},
				},
			],
			[gateway],
		],
	},
	"mcp-discovered-oauth": {
		says: "users sign in to the MCP server at mcp.example.com on a host that it names itself",
		with: [
			[remote({ oauth: true })],
			[remote({ oauth: { mode: "dcr" } })],
			[remote({ oauth: { clientId: "c" } })],
			[remote({})],
			[remote({ headers: { "x-team": "a" } })],
		],
		without: [
			[remote({ headers: { Authorization: { fromEnv: "TOKEN" } } })],
			[remote({ headersHelper: "/opt/helper" })],
			[remote({ oauth: { clientId: "c", authorizationServer: ["as.example.com"] } })],
			[remote({ oauth: { tenantId: "t", scope: "s" } })],
			[local("/usr/bin/server")],
		],
	},
	"mcp-package-runner": {
		says: "of managedMcpServers downloads at start",
		with: [
			[local("npx")],
			[local("uvx")],
			[local("/usr/local/bin/bunx")],
			[local("C:\\Program Files\\nodejs\\npx.cmd")],
			[local("pipx")],
			[local("docker")],
		],
		without: [[local("/usr/bin/server")], [local("/opt/npx/run")], [remote({})]],
	},
	"marketplace-clone": {
		says: "codeload.github.com, objects.githubusercontent.com",
		with: [[{ allowedPluginMarketplaces: [{ source: "github", repo: "example/plugins" }] }]],
		without: [[{}], [{ allowedPluginMarketplaces: [] }]],
	},
	"open-web": {
		says: "a perimeter list cannot name the open web",
		with: [[{ coworkEgressAllowedHosts: ["*"] }]],
		without: [[{}], [{ coworkEgressAllowedHosts: ["*.example.com"] }]],
	},
	"open-ssh": {
		says: "Code may open SSH to any host",
		with: [[{ sshHostAllowlist: ["*"] }], [{}]],
		without: [
			[{ sshHostAllowlist: [] }],
			[{ sshHostAllowlist: ["build.example.com"] }],
			[{ isClaudeCodeForDesktopEnabled: false }],
			[{}, { newest: "1.40608.0" }],
		],
	},
	"browser-sites": {
		says: "open in the built-in browser come on top",
		with: [[{ builtinBrowserEnabled: true }]],
		without: [[{ builtinBrowserEnabled: false }], [{}], [{ builtinBrowserEnabled: true }, { newest: "2.2552.0" }]],
	},
	"sso-region-assumed": {
		says: "is taken to be in eu-central-1, the inference region",
		with: [[{ ...bedrock, inferenceCredentialKind: "vendor-profile" }]],
		without: [
			[{ ...bedrock, inferenceCredentialKind: "vendor-profile" }, { hints: { awsSsoRegion: "eu-west-1" } }],
			[{ ...bedrock, inferenceCredentialKind: "static" }],
		],
	},
	"sso-identity-provider": {
		says: "the identity provider behind IAM Identity Center is reached from the browser",
		with: [[{ ...bedrock, inferenceCredentialKind: "interactive" }]],
		without: [
			[{ ...bedrock, inferenceCredentialKind: "static" }],
			[{ ...gateway, inferenceCredentialKind: "interactive" }],
		],
	},
	"helper-own-calls": {
		says: "itself contacts is not known here",
		with: [
			[{ ...gateway, inferenceCredentialHelper: "/opt/helper" }],
			[{ otlpHeadersHelper: "/opt/helper" }],
			[{ bootstrapHeadersHelper: "/opt/helper" }],
		],
		without: [[gateway]],
	},
	"offline-installer": {
		says: "the offline installer spares downloads.claude.ai only beside",
		with: [
			[{ disableAutoUpdates: false }, offline],
			[{ modelCatalogEnabled: true }, offline],
		],
		without: [
			[{}, offline],
			[{ modelCatalogEnabled: true, modelCatalogUrl: "https://models.example.com/c.json" }, offline],
			[{ disableAutoUpdates: false }],
		],
	},
	"proxy-bypass": {
		says: "do not use the proxy of the app",
		with: [[{ egressProxyUrl: "http://proxy.example.com:3128" }], [{ egressProxyPacUrl: "http://pac.example.com/p" }]],
		without: [[{}], [{ egressProxyUrl: "http://proxy.example.com:3128" }, { newest: "1.44121.0" }]],
	},
	"private-endpoints": {
		says: "bedrock.eu-central-1.amazonaws.com is reached through a private endpoint",
		with: [[bedrock, { privateHosts: ["bedrock.eu-central-1.amazonaws.com"] }]],
		without: [[bedrock], [gateway, { privateHosts: ["bedrock.eu-central-1.amazonaws.com"] }]],
	},
};

/** Notes of the table that say nothing of one deployment rather than another. */
const ofEveryDeployment = {
	"zero-anthropic": "the summary lists the hosts that Anthropic runs, each with the key that closes it",
	"admin-console": "nothing in a deployment tells that the console delivers its configuration",
	"ports-in-app-list": "about the app's own list",
	"sandbox-automatic": "the sandbox lists what the app adds",
	wsl: "no host of its own, and no setting that tells it",
	"other-clouds": "regions whose hosts are not known are refused",
	"claude-com-sites": "browser traffic of every deployment",
};

const table: readonly { id: string }[] = JSON.parse(
	readFileSync(path.resolve(import.meta.dirname, "egress-rows.json"), "utf8"),
).notes;

function notesOf([settings, circumstances]: NoteCase): readonly string[] {
	return planOf({ ...quiet, ...settings }, circumstances).notes;
}

test("every note of the table has cases or a reason to have none", () => {
	const ids = [...Object.keys(proofs), ...Object.keys(ofEveryDeployment)];
	expect(ids.sort()).toEqual(table.map(({ id }) => id).sort());
});

describe.each(Object.entries(proofs))("note %s", (_, { says, with: present, without }) => {
	test.each(present.map((each) => [each]))("is there with %j", (each) => {
		expect(notesOf(each).filter((note) => note.includes(says))).toHaveLength(1);
	});

	test.each(without.map((each) => [each]))("is not there with %j", (each) => {
		expect(notesOf(each).filter((note) => note.includes(says))).toEqual([]);
	});
});

describe("what else a reader must know", () => {
	const only = (settings: JsonObject, circumstances: Circumstances = {}) =>
		planOf(
			{ ...quiet, sshHostAllowlist: [], ...settings },
			{ platforms: ["macos"], oldest: "2.19675.0", ...circumstances },
		).notes;

	test.each<[string, JsonObject, Circumstances, string[]]>([
		["nothing", gateway, {}, []],
		[
			"an address on the device",
			{ otlpEndpoint: "http://[::1]:4318" },
			{},
			["[::1]:4318 of otlpEndpoint is on the device itself and passes no perimeter"],
		],
		[
			"the offline installer where there is none",
			{},
			{ installer: "offline", platforms: ["macos", "linux"] },
			["downloads.claude.ai stays: the offline installer exists for macOS and Windows, and group everyone has Linux"],
		],
		[
			"an address of the cloud",
			{
				...bedrock,
				inferenceBedrockBaseUrl: { fromCloud: { name: "bedrock.endpoint", words: "the endpoint" } },
				inferenceCredentialKind: "static",
			},
			{},
			["inferenceBedrockBaseUrl is known only once the cloud has created it; no host is listed for it"],
		],
		[
			"an address that is a secret",
			remote({ url: { fromEnv: "MCP_URL" }, oauth: { tenantId: "t", scope: "s" } }),
			{},
			["managedMcpServers[0].url is not written out, so that its host is in no list"],
		],
		[
			"a proxy that may open TLS",
			{ egressProxyUrl: "http://proxy.example.com:3128" },
			{},
			[
				"updates, SSH, the system browser, helpers and the Linux sandbox do not use the proxy of the app: the perimeter still needs their hosts",
				"the address of the proxy does not tell whether it opens TLS; one that does sees conversations too",
			],
		],
	])("%s", (_, settings, circumstances, notes) => {
		expect(only(settings, circumstances)).toEqual(notes);
	});

	test("which hosts a higher minimum version would close, the nearest version first", () => {
		expect(only({ disableNonessentialTelemetry: false }, { oldest: "1.26832.0" })).toEqual([
			"app.minimumVersion 2.110.0 would close a-api.anthropic.com, a-cdn.anthropic.com, which only older apps need",
		]);
		expect(only({ disableNonessentialServices: false }, { oldest: "1.26832.0", platforms: ["linux"] })).toEqual([
			"app.minimumVersion 1.32885.1 would close api.anthropic.com, which only older apps need",
		]);
		// No fleet that ends before it can have that minimum.
		expect(only({ disableNonessentialServices: false }, { oldest: "1.26832.0", newest: "1.32000.0" })).toEqual([]);
		expect(only({ disableNonessentialServices: false }, { oldest: "1.32885.1" })).toEqual([]);
	});
});
