import { describe, expect, test } from "vitest";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { JsonObject } from "../../src/json.js";
import { formatProblem, isError } from "../../src/problem.js";
import { deploymentText } from "../../src/reading/describe/deployment-text.js";
import { describeDeployment } from "../../src/reading/describe/describe-deployment.js";
import { readDeviceFile } from "../../src/reading/read-device-file.js";
import { compile, everyFormat, everySecret, secretValues, twins } from "../bundle/compiled.js";
import { exportedJson, exportedProfile, exportedRegistry, sampleSecrets } from "./app-exports.js";

const bytes = (text: string) => new TextEncoder().encode(text);

async function imported(files: Readonly<Record<string, string | Uint8Array>>, name?: string) {
	const read = await Promise.all(
		Object.entries(files).map(([file, content]) =>
			readDeviceFile({ name: file, bytes: typeof content === "string" ? bytes(content) : content }),
		),
	);
	const described = describeDeployment(
		read.flatMap(({ value = [] }) => value),
		name === undefined ? {} : { name },
	);
	const problems = [...read.flatMap((each) => each.problems), ...described.problems];
	return { ...described, problems, said: problems.map(formatProblem), codes: problems.map(({ code }) => code) };
}

/** What devices of each group get, by key. */
function settingsOf(deployment: JsonObject): Record<string, Record<string, unknown>> {
	const { configurations } = parseDeployment(deployment);
	return Object.fromEntries(
		[...configurations].map(([group, { settings }]) => [
			group,
			Object.fromEntries([...settings].map(([key, { value }]) => [key, value])),
		]),
	);
}

describe("the app's own export", () => {
	test("of a profile becomes a deployment that sets the same", async () => {
		const { value, said } = await imported({ "Claude.mobileconfig": exportedProfile }, "eu");
		expect(value?.deployment).toMatchObject({
			name: "eu",
			organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12" },
			inference: {
				bedrock: {
					region: "eu-central-1",
					models: [
						"eu.anthropic.claude-sonnet-5",
						{ name: "eu.anthropic.claude-haiku-4-5-20251001-v1:0", labelOverride: "Fast" },
					],
					signIn: { bearerToken: { fromEnv: "INFERENCE_BEDROCK_BEARER_TOKEN" } },
				},
			},
			groups: { imported: { preset: "none", platforms: ["macos"] } },
		});
		expect(settingsOf(value?.deployment ?? {}).imported).toMatchObject({
			isLocalDevMcpEnabled: false,
			disableAutoUpdates: true,
			autoUpdaterEnforcementHours: 48,
			managedMcpServers: [
				{ name: "wiki", transport: "http", url: "https://wiki.example.com/mcp", oauth: true },
				{
					name: "tickets",
					transport: "stdio",
					command: "/usr/local/bin/tickets",
					args: ["--eu"],
					env: {
						TICKETS_TOKEN: { fromEnv: "MANAGED_MCP_SERVERS_ENV_TICKETS_TOKEN" },
						LEVEL: { fromEnv: "MANAGED_MCP_SERVERS_ENV_LEVEL" },
					},
				},
			],
		});
		expect(said.join("\n")).toContain("source, which only the app writes");
	});

	test("of the registry is of the user, and is told nothing is lost", async () => {
		const utf16 = new Uint8Array(Buffer.from(`\ufeff${exportedRegistry}`, "utf16le"));
		for (const content of [exportedRegistry, utf16]) {
			const { value, said } = await imported({ "pilot.reg": content });
			expect(value?.deployment.inference).toEqual({
				gateway: {
					baseUrl: "https://llm.example.com",
					models: ["claude-sonnet-5"],
					signIn: { apiKey: { fromEnv: "INFERENCE_GATEWAY_API_KEY" } },
				},
			});
			expect(value?.deployment.groups).toEqual({
				pilot: {
					preset: "none",
					platforms: ["windows"],
					settings: { disableAutoUpdates: true, autoUpdaterEnforcementHours: 24 },
				},
			});
			expect(said).toEqual([]);
		}
	});

	test("in JSON is taken out of its clusters, and an unknown name is told", async () => {
		const { value, said } = await imported({ "export.json": JSON.stringify(exportedJson) });
		expect(value?.deployment).toMatchObject({
			inference: {
				gateway: {
					baseUrl: "https://llm.example.com",
					models: ["claude-sonnet-5"],
					signIn: { helper: { path: "/opt/token", ttlSeconds: 900 } },
				},
			},
			groups: {
				export: {
					settings: {
						modelDiscoveryEnabled: false,
						coworkEgressAllowedHosts: ["*.example.org"],
						disabledBuiltinTools: ["WebSearch"],
						otlpEndpoint: "https://otel.example.com:4318",
						otlpHeaders: { authorization: { fromEnv: "OTLP_HEADERS_AUTHORIZATION" } },
					},
				},
			},
		});
		expect(said.join("\n")).toContain("somethingElse.leaf: is no name that is known of this export; it is left out");
	});

	test.each(Object.entries({ exportedProfile, exportedRegistry, exportedJson: JSON.stringify(exportedJson) }))(
		"shows no credential: %s",
		async (_, content) => {
			const { value, said } = await imported({ "file.x": content });
			const shown = [JSON.stringify(value), value ? deploymentText(value) : "", ...said].join("\n");
			for (const secret of sampleSecrets) expect(shown).not.toContain(secret);
		},
	);
});

describe("files of this package", () => {
	const described = {
		...twins,
		profiles: everyFormat,
		settings: {
			otlpEndpoint: "https://otel.example.com:4318",
			otlpHeaders: { authorization: { fromEnv: "OTLP_TOKEN" } },
		},
		groups: {
			pilot: { preset: "standard", platforms: ["macos", "windows", "linux"] },
			general: { preset: "lockedDown", settings: { deploymentDisplayName: "General" } },
		},
	};

	test("become the deployment that they came from, group by group, whichever of them are taken", async () => {
		const { bundle, deployment } = await compile(described, everySecret);
		const before = settingsOf(deployment as unknown as JsonObject);
		const profiles = bundle.files.filter(({ path }) => path.includes("/profiles/") && !/remove|fleet\.yml/.test(path));
		const { value, problems } = await imported(
			Object.fromEntries(profiles.map(({ path, content }) => [path, content])),
		);
		expect(problems.filter(isError)).toEqual([]);
		const names = ["INFERENCE_GATEWAY_API_KEY", "OTLP_HEADERS_AUTHORIZATION"];
		expect(value?.secrets.map(({ name }) => name).sort()).toEqual(names);
		expect(value?.deployment).toMatchObject({
			name: "eu",
			organization: described.organization,
			settings: { otlpEndpoint: "https://otel.example.com:4318" },
			groups: { pilot: { preset: "standard" }, general: { preset: "lockedDown" } },
		});
		const after = settingsOf(value?.deployment ?? {});
		const withTexts = (settings: unknown): unknown =>
			JSON.parse(
				JSON.stringify(settings)
					.replaceAll('{"fromEnv":"GATEWAY_KEY"}', '"key"')
					.replaceAll('{"fromEnv":"INFERENCE_GATEWAY_API_KEY"}', '"key"')
					.replaceAll('{"fromEnv":"OTLP_TOKEN"}', '"token"')
					.replaceAll('{"fromEnv":"OTLP_HEADERS_AUTHORIZATION"}', '"token"'),
			);
		expect(withTexts(after)).toEqual(withTexts(before));
		const text = value ? deploymentText(value) : "";
		for (const secret of Object.values(secretValues)) expect(text).not.toContain(secret);
	});
});

describe("older spellings", () => {
	const plain = {
		inferenceProvider: "gateway",
		inferenceGatewayBaseUrl: "https://llm.example.com",
		inferenceModels: ["claude-sonnet-5"],
	};
	const setting = async (settings: object) => {
		const { value, codes } = await imported({ "managed-settings.json": JSON.stringify({ ...plain, ...settings }) });
		return { settings: settingsOf(value?.deployment ?? {}).imported, codes };
	};
	const helper = { inferenceCredentialHelper: "/opt/token" };

	test.each<[string, object, object]>([
		["a name", { ...helper, isDxtEnabled: false }, { isDesktopExtensionEnabled: false }],
		[
			"a name beside its newer one, which wins",
			{ ...helper, enduserAttribution: true, endUserAttribution: false },
			{ endUserAttribution: false },
		],
		[
			"headers as lines",
			{ ...helper, inferenceGatewayHeaders: "X-Team: eu\nX-Place: de" },
			{
				inferenceCustomHeaders: {
					"X-Team": { fromEnv: "INFERENCE_CUSTOM_HEADERS_X_TEAM" },
					"X-Place": { fromEnv: "INFERENCE_CUSTOM_HEADERS_X_PLACE" },
				},
			},
		],
		[
			"a name with the text that a registry holds",
			{ ...helper, isDxtEnabled: "1" },
			{ isDesktopExtensionEnabled: true },
		],
		[
			"headers as pairs",
			{ ...helper, inferenceCustomHeaders: "X-Team=eu,X-Place=de,empty=" },
			{
				inferenceCustomHeaders: {
					"X-Team": { fromEnv: "INFERENCE_CUSTOM_HEADERS_X_TEAM" },
					"X-Place": { fromEnv: "INFERENCE_CUSTOM_HEADERS_X_PLACE" },
				},
			},
		],
		[
			"headers as a list",
			{ ...helper, inferenceCustomHeaders: '["X-Team: eu","X-Url: https://example.com:1"]' },
			{
				inferenceCustomHeaders: {
					"X-Team": { fromEnv: "INFERENCE_CUSTOM_HEADERS_X_TEAM" },
					"X-Url": { fromEnv: "INFERENCE_CUSTOM_HEADERS_X_URL" },
				},
			},
		],
		[
			"attributes as pairs",
			{ ...helper, otlpEndpoint: "otel.example.com:4318", otlpResourceAttributes: "team=eu,place=de" },
			{ otlpEndpoint: "https://otel.example.com:4318", otlpResourceAttributes: { team: "eu", place: "de" } },
		],
		[
			"permissions of plugins as a record",
			{
				...helper,
				orgPluginSettings: { mcpServers: { github: { toolPolicy: { create_issue: "ask-session", "*": "ask" } } } },
			},
			{
				orgPluginSettings: [
					{
						serverName: "github",
						tools: [
							{ toolName: "create_issue", permission: "blocked" },
							{ toolName: "*", permission: "ask" },
						],
					},
				],
			},
		],
		[
			"servers of tools",
			{
				...helper,
				managedMcpServers: [
					{
						name: "a",
						url: "https://a.example.com",
						oauth: 1,
						source: "user",
						toolPolicy: { x: "ask-session", y: "allow" },
					},
					{ name: "b", url: "https://b.example.com", transport: "sse", oauth: 0 },
					{ name: "c", url: "https://c.example.com", oauth: { clientId: "c", scope: ["read", "write"] } },
					{
						name: "d",
						server: "microsoft365",
						transport: "builtin",
						authorityHost: "https://login.microsoftonline.us",
						tenantId: "00000000-0000-0000-0000-000000000001",
						clientId: "00000000-0000-0000-0000-000000000002",
						scopes: ["User.Read", "Mail.Read"],
					},
				],
			},
			{
				managedMcpServers: [
					{
						name: "a",
						url: "https://a.example.com",
						transport: "http",
						oauth: true,
						toolPolicy: { x: "ask", y: "allow" },
					},
					{ name: "b", url: "https://b.example.com", transport: "sse" },
					{
						name: "c",
						url: "https://c.example.com",
						transport: "http",
						oauth: { clientId: "c", scope: "read write" },
					},
					{
						name: "d",
						server: "microsoft365",
						azureCloud: "us-gov-high",
						tenantId: "00000000-0000-0000-0000-000000000001",
						clientId: "00000000-0000-0000-0000-000000000002",
						scope: "User.Read Mail.Read",
					},
				],
			},
		],
		[
			"a scheme of sign-in beside a kind, which the kind wins over",
			{ ...helper, inferenceCredentialKind: "helper-script", inferenceGatewayAuthScheme: "sso" },
			{ inferenceCredentialKind: "helper-script" },
		],
		["a scheme of sign-in", { inferenceGatewayAuthScheme: "sso" }, { inferenceCredentialKind: "interactive" }],
		[
			"a rule for a tool",
			{ ...helper, builtinToolPolicy: { Bash: "ask-session" } },
			{ builtinToolPolicy: { Bash: "ask" } },
		],
	])("%s", async (_, given, expected) => {
		const { settings, codes } = await setting(given);
		expect(settings).toMatchObject(expected);
		expect(codes).toContain("older-spelling");
	});
});

describe("what cannot be kept", () => {
	const gateway = {
		inferenceProvider: "gateway",
		inferenceGatewayBaseUrl: "https://llm.example.com",
		inferenceModels: ["claude-sonnet-5"],
		inferenceCredentialHelper: "/opt/token",
	};
	const file = (settings: object) => JSON.stringify({ ...gateway, ...settings });

	test("is left out and told, with the key and never the value", async () => {
		const { value, said } = await imported({
			"a.json": file({
				disableAutoUpdates: "perhaps",
				mcpServers: {},
				relaunchEnforcementHours: 99999,
				OTLPENDPOINT: "https://otel.example.com",
			}),
		});
		expect(settingsOf(value?.deployment ?? {}).a).not.toHaveProperty("otlpEndpoint");
		const lines = said.filter((line) => !line.includes("organization.uuid")).join("\n");
		expect(lines).toContain('["a.json"].disableAutoUpdates: unreadable value; expected true or false');
		expect(lines).toContain('["a.json"].mcpServers: is a key of claude_desktop_config.json');
		expect(lines).toContain('["a.json"].OTLPENDPOINT: is no key here, while otlpEndpoint is one, and capitals count');
		expect(lines).toContain("relaunchEnforcementHours");
		expect(lines).not.toContain("perhaps");
	});

	test("of a list, or of rules by name, is left out alone", async () => {
		const { value, said } = await imported({
			"a.json": file({
				managedMcpServers: [
					{ name: "broken", transport: "http", url: "no address" },
					{ name: "wiki", transport: "http", url: "https://wiki.example.com/mcp" },
					{ name: "strange", transport: "carrier-pigeon", url: "https://c.example.com" },
					{ name: "last", transport: "http", url: "https://last.example.com/mcp" },
				],
				builtinToolPolicy: { Bash: "ask", NoSuchTool: "ask" },
			}),
		});
		const settings = settingsOf(value?.deployment ?? {}).a;
		expect(settings?.managedMcpServers).toMatchObject([{ name: "wiki" }, { name: "last" }]);
		expect(settings?.builtinToolPolicy).toEqual({ Bash: "ask" });
		const lines = said.join("\n");
		expect(lines).toMatch(/groups\.a\.settings\.managedMcpServers\[0\]: .*"broken" is left out/);
		expect(lines).toMatch(/groups\.a\.settings\.managedMcpServers\[2\]: .*"strange" is left out/);
		expect(lines).toMatch(/groups\.a\.settings\.builtinToolPolicy\.NoSuchTool: .*it is left out/);
	});

	test("what is empty is as good as absent", async () => {
		const { value, said } = await imported({
			"managed-settings.json": file({
				disableAutoUpdates: "",
				deploymentDisplayName: null,
				isDxtEnabled: "true",
				isDesktopExtensionEnabled: "",
			}),
		});
		expect(value?.deployment.groups).toEqual({
			imported: { preset: "none", platforms: ["linux"], settings: { isDesktopExtensionEnabled: true } },
		});
		expect(said).toContain(
			'warning: ["managed-settings.json"].disableAutoUpdates: is empty, which the app takes for a key that is not set; it is left out',
		);
	});

	test("what goes away is kept and told with what takes its place", async () => {
		const { value, said } = await imported({
			"a.json": file({
				inferenceCredentialHelper: null,
				inferenceCredentialKind: "interactive",
				inferenceGatewayOidc: { clientId: "cowork", issuer: "https://idp.example.com" },
			}),
		});
		expect(value?.deployment.inference).toMatchObject({
			gateway: { signIn: { interactive: { oidc: { clientId: "cowork" } } } },
		});
		expect(said.join("\n")).toContain('["a.json"].inferenceGatewayOidc: is deprecated: use inferenceIdpOidc');
	});

	test("sign-in that only younger apps know says which", async () => {
		const { value, said } = await imported({
			"a.json": file({
				inferenceCredentialHelper: null,
				inferenceCredentialKind: "external-idp",
				inferenceIdpOidc: { clientId: "cowork", issuer: "https://idp.example.com" },
			}),
		});
		expect(value?.deployment.app).toEqual({ minimumVersion: "2.7032.0" });
		expect(said.join("\n")).toContain("app.minimumVersion: is 2.7032.0, because people sign in");
	});

	test("a name of an organization that no deployment can have is told", async () => {
		const { value, said } = await imported({
			"a.mobileconfig": exportedProfile.replace(
				"<key>PayloadScope</key>",
				"<key>PayloadOrganization</key><string>&lt;Ltd&gt;</string><key>PayloadScope</key>",
			),
		});
		expect(value?.deployment.organization).toMatchObject({ name: "Example Corp" });
		expect(said.join("\n")).toContain("organization.name: looks like an unresolved placeholder");
	});

	test("what the catalogue does not know is kept as extra settings", async () => {
		const { value, said } = await imported({
			"a.json": file({
				somethingNew: [1, 2],
				disableAutoUpdate: true,
				organizationPluginsUrl: "https://p.example.com",
			}),
		});
		expect(value?.deployment.groups).toMatchObject({
			a: { extraSettings: { somethingNew: [1, 2], disableAutoUpdate: true } },
		});
		expect(said.slice(0, 3)).toEqual([
			'warning: ["a.json"].somethingNew: is no known key; it is kept in extraSettings, unchecked',
			'warning: ["a.json"].disableAutoUpdate: is no known key, while disableAutoUpdates is one; it is kept in extraSettings, unchecked',
			'warning: ["a.json"].organizationPluginsUrl: is no longer in the reference; use allowedPluginMarketplaces, or move it to extraSettings for older apps; it is kept in extraSettings, unchecked',
		]);
	});

	test("of two routes, or two organizations, is refused naming the files", async () => {
		const other = {
			...gateway,
			inferenceProvider: "anthropic",
			deploymentOrganizationUuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12",
		};
		const { value, said } = await imported({ "a.json": file({}), "b.json": JSON.stringify(other) });
		expect(value).toBeUndefined();
		expect(said.join("\n")).toContain('["b.json"]: has a route of its own, unlike a.json; one deployment has one');
	});

	test("a profile without a route says which there are", async () => {
		const { said } = await imported({ "managed-settings.json": '{"disableAutoUpdates":true}' });
		expect(said).toEqual([
			'["managed-settings.json"].inferenceProvider: is missing; a deployment has one of gateway, anthropic, bedrock, mantle, vertex, foundry, so a profile without it cannot be described',
		]);
	});

	test("a name in other capitals is the registry's for a key, and told", async () => {
		const other = exportedRegistry.replace("disableAutoUpdates", "DisableAutoupdates");
		const { value, said } = await imported({ "pilot.reg": other });
		expect(value?.deployment.groups).toMatchObject({ pilot: { settings: { disableAutoUpdates: true } } });
		expect(said).toEqual([
			'warning: ["pilot.reg"].DisableAutoupdates: is disableAutoUpdates in another case; it is written as disableAutoUpdates',
		]);
	});

	test("groups share what is the same in all of them", async () => {
		const { value } = await imported({
			"a.json": file({ disableAutoUpdates: true }),
			"b.json": file({ disableAutoUpdates: true, keepAwakeEnabled: false }),
		});
		expect(value?.deployment).toMatchObject({
			settings: { disableAutoUpdates: true },
			groups: { a: { preset: "none" }, b: { preset: "none", settings: { keepAwakeEnabled: false } } },
		});
	});
});

describe("JSON that Linux and the app's own window have alike", () => {
	const settings = JSON.stringify({
		inferenceProvider: "gateway",
		inferenceGatewayBaseUrl: "https://llm.example.com",
		inferenceModels: ["claude-sonnet-5"],
		inferenceCredentialHelper: "/opt/token",
	});
	const id = "3f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12";
	const everywhere = ["macos", "windows", "linux"];
	const own = "own-configuration";

	test.each<[string, string, readonly string[], readonly string[]]>([
		["Linux's by its name", "/etc/claude-desktop/managed-settings.json", ["linux"], []],
		["any other", "pilot.json", everywhere, ["no-platform"]],
		["the window's by its name", `${id}.json`, everywhere, [own, "no-platform"]],
		["the window's by its folder", "copied/configLibrary/work.json", everywhere, [own, "no-platform"]],
		[
			"the window's on macOS",
			`/Users/a/Library/Application Support/Claude-3p/configLibrary/${id}.json`,
			["macos"],
			[own],
		],
		[
			"the window's on Windows",
			`C:\\Users\\a\\AppData\\Local\\Claude-3p\\configLibrary\\${id}.json`,
			["windows"],
			[own],
		],
		["the window's on Linux", `/home/a/.config/Claude-3p/configLibrary/${id}.json`, ["linux"], [own]],
	])("is %s", async (_, name, platforms, told) => {
		const { value, codes } = await imported({ [name]: settings });
		const [group] = Object.values(value?.deployment.groups ?? {});
		expect(group).toMatchObject({ platforms });
		expect(codes).toEqual(told);
	});

	test("takes the platform of a file of equal settings that says one", async () => {
		const { value, codes } = await imported({ [`${id}.json`]: settings, "managed-settings.json": settings });
		expect(Object.values(value?.deployment.groups ?? {})).toMatchObject([{ platforms: ["linux"] }]);
		expect(codes).toEqual([own]);
	});
});
