import { describe, expect, test } from "vitest";
import { presets } from "../../src/configuration/presets.js";
import { settingProblems } from "../support/setting-problems.js";

const plainSecret = "is a secret in plain text; use { fromEnv: NAME } or { fromConfig: key }";
const placeholder = "looks like an unresolved placeholder; write the real value";
const substituted =
	"has a variable such as {{NAME}}, $NAME or %NAME%, which some MDM systems replace on the way to a device";

describe("native types", () => {
	test.each<[string, unknown, string]>([
		["disableAutoUpdates", "true", "is text; expected true or false"],
		["disableAutoUpdates", 1, "is 1; expected true or false"],
		["otlpEndpoint", 5, "is a number; expected text, so write it in quotes"],
		["inferenceBedrockSsoAccountId", 12345678901, "is a number; expected text, so write it in quotes"],
		["autoUpdaterEnforcementHours", 0, "is 0; expected at least 1"],
		["autoUpdaterEnforcementHours", 73, "is 73; expected at most 72"],
		["autoUpdaterEnforcementHours", 1.5, "is 1.5; expected a whole number"],
		["autoUpdaterEnforcementHours", "24", "is text; expected a whole number"],
		["inferenceMaxTokensPerWindow", -1, "is -1; expected more than 0, otherwise Claude Desktop has no cap"],
		["inferenceModelPricingMultiplier", 0, "is 0; expected more than 0"],
		["inferenceModelPricingMultiplier", 1.01, "is 1.01; expected at most 1"],
		["otlpProtocol", "http", 'unknown value "http"; expected one of http/protobuf, http/json, grpc'],
		[
			"coworkEgressAllowedHosts",
			"example.com",
			"is text; expected a list, otherwise Claude Desktop reads the list as empty",
		],
		["deploymentDisplayName", "x".repeat(61), "is 61 characters; expected at most 60 characters"],
		["organizationInstructions", "x".repeat(3001), "is 3001 characters; expected at most 3000 characters"],
		["organizationInstructions", "", "is empty; give a value or leave it out"],
		["inferenceBedrockProfile", "", "is empty; give a value or leave it out"],
		["inferenceBedrockProfile", " dev", "starts or ends with white space; remove it"],
		["inferenceBedrockProfile", "dev\nprod", "has line breaks or control characters; expected one line of text"],
		["inferenceBedrockProfile", { fromEnv: "PROFILE" }, "is no secret; write the value itself"],
		["disableAutoUpdates", { fromEnv: "OFF" }, "is no secret; write the value itself"],
		["bannner", {}, 'unknown key; did you mean "banner"?'],
	])("%s: %j", (name, value, message) => {
		expect(settingProblems(name, value)).toEqual([`${name}: ${message}`]);
	});

	test("items of a list are named by their index", () => {
		expect(settingProblems("otlpContentCapture", ["userPrompts", "prompt"])).toEqual([
			'otlpContentCapture[1]: unknown value "prompt"; expected one of userPrompts, assistantResponses, toolDetails, toolContent, rawApiBodies, otherwise Claude Desktop leaves it out',
		]);
		expect(settingProblems("coworkEgressAllowedHosts", ["a.example", { fromEnv: "HOST" }])).toEqual([
			"coworkEgressAllowedHosts[1]: is an object; expected text, otherwise Claude Desktop reads the list as empty",
		]);
	});
});

describe("values that are taken", () => {
	test.each<[string, unknown]>([
		["disableAutoUpdates", false],
		["relaunchEnforcementHours", 0],
		["inferenceModelPricingMultiplier", 1],
		["organizationInstructions", "Line one.\nAsk <your team>; TODO lists are fine."],
		["deploymentDisplayName", "<Example> Corp"],
		["banner", { enabled: true, text: "Call <your team>" }],
		["inferenceVertexOAuthLoginHint", "{username}@example.com"],
		["otlpEndpoint", "http://127.0.0.1:4318"],
		["otlpEndpoint", "https://otel.example.com/a%20b%20c"],
		["inferenceBedrockSsoStartUrl", "https://example.awsapps.com/start/#/"],
		["deploymentOrganizationUuid", "6F1C1B0E-4C7A-4F0E-9B57-2A3A5A0B7C11"],
		["disabledBuiltinTools", ["WebSearch", "Bash(curl *)", "Read(//**/.env)", "Edit(//**/*.env)"]],
		["builtinToolPolicy", { Bash: "ask", "Bash(git *)": "allow" }],
		["inferenceCredentialHelperArgs", ["--profile", "a b"]],
		["managedMcpServers", []],
	])("%s: %j", (name, value) => {
		expect(settingProblems(name, value)).toEqual([]);
	});

	test("every value of every preset", () => {
		const settings = Object.values(presets).flatMap((preset) => Object.entries(preset.settings));
		expect(settings.flatMap(([name, value]) => settingProblems(name, value))).toEqual([]);
	});
});

describe("deprecated values are refused with what takes their place", () => {
	test.each<[string, unknown, string]>([
		[
			"inferenceGatewayAuthScheme",
			"sso",
			"inferenceGatewayAuthScheme: is a deprecated value; sign in with signIn.interactive instead",
		],
		[
			"inferenceGatewayAuthScheme",
			"auto",
			"inferenceGatewayAuthScheme: is a deprecated value; use bearer or x-api-key",
		],
		["inferenceCredentialKind", "oauth", "inferenceCredentialKind: is a deprecated value; use interactive"],
		[
			"builtinToolPolicy",
			{ Bash: "ask-session" },
			"builtinToolPolicy.Bash: is a deprecated value; use ask, otherwise Claude Desktop drops the rule, so that the tool runs unprompted, or from 1.37937.0 asks",
		],
		[
			"builtinToolPolicy",
			{ Bash: "deny" },
			'builtinToolPolicy.Bash: unknown value "deny"; expected one of allow, ask, otherwise Claude Desktop drops the rule, so that the tool runs unprompted, or from 1.37937.0 asks',
		],
	])("%s: %j", (name, value, message) => {
		expect(settingProblems(name, value)).toEqual([message]);
	});
});

describe("secrets", () => {
	const secret = "hunter2-s3cr3t";
	const client = { clientId: "a", authorizationServer: ["https://login.example"] };

	test.each([
		"inferenceAnthropicApiKey",
		"inferenceBedrockBearerToken",
		"inferenceFoundryApiKey",
		"inferenceGatewayApiKey",
		"inferenceVertexOAuthClientSecret",
	])("%s takes a reference and nothing else", (name) => {
		expect(settingProblems(name, { fromEnv: "KEY" })).toEqual([]);
		expect(settingProblems(name, { fromConfig: "llm:key" })).toEqual([]);
		expect(settingProblems(name, secret)).toEqual([`${name}: ${plainSecret}`]);
		const unclear = `${name}: is no secret reference; expected { fromEnv: NAME } or { fromConfig: key }`;
		expect(settingProblems(name, { fromenv: secret })).toEqual([unclear]);
		expect(settingProblems(name, 5)).toEqual([unclear]);
		expect(settingProblems(name, null)).toEqual([unclear]);
	});

	test.each<[string, unknown, string]>([
		["inferenceCustomHeaders", { Authorization: secret }, "inferenceCustomHeaders.Authorization"],
		["otlpHeaders", { "X-Api-Key": secret }, 'otlpHeaders["X-Api-Key"]'],
		["bootstrapHeaders", { "x-access-token": secret }, 'bootstrapHeaders["x-access-token"]'],
		["otlpHeaders", { cookie: secret }, "otlpHeaders.cookie"],
		["otlpHeaders", { "client-secret": secret }, 'otlpHeaders["client-secret"]'],
		[
			"managedMcpServers",
			[{ name: "a", transport: "http", url: "https://a.example", headers: { authorization: secret } }],
			"managedMcpServers[0].headers.authorization",
		],
		[
			"managedMcpServers",
			[{ name: "a", server: "websearch", provider: "brave", headers: { "X-Subscription-Token": secret } }],
			'managedMcpServers[0].headers["X-Subscription-Token"]',
		],
		[
			"managedMcpServers",
			[{ name: "a", transport: "http", url: "https://a.example", oauth: { ...client, clientSecret: secret } }],
			"managedMcpServers[0].oauth.clientSecret",
		],
	])("%s: a credential in plain text is refused", (name, value, path) => {
		expect(settingProblems(name, value)).toEqual([`${path}: ${plainSecret}`]);
	});

	test.each(["Bearer abcdef", "basic dTpw", "sk-ant-api03-abcdef"])(
		"%s is a warning whatever its header is called",
		(value) => {
			expect(settingProblems("otlpHeaders", { "x-team": "blue", "x-for": value })).toEqual([
				'warning: otlpHeaders["x-for"]: looks like a secret in plain text; if it is one, use { fromEnv: NAME } or { fromConfig: key }',
			]);
		},
	);

	test("a variable that may be a credential is a warning", () => {
		const server = { name: "a", transport: "stdio", command: "/opt/a", env: { API_KEY: secret, HOME: "/home" } };
		expect(settingProblems("managedMcpServers", [server])).toEqual([
			"warning: managedMcpServers[0].env.API_KEY: looks like a secret in plain text; if it is one, use { fromEnv: NAME } or { fromConfig: key }",
		]);
	});

	test.each<[string, unknown]>([
		["otlpHeaders", { authorization: { fromEnv: "OTLP" }, "x-team": "blue" }],
		["inferenceCustomHeaders", { "x-tenant": { fromConfig: "tenant" } }],
		[
			"managedMcpServers",
			[
				{
					name: "a",
					transport: "http",
					url: "https://a.example",
					oauth: { ...client, clientSecret: { fromEnv: "S" } },
				},
			],
		],
		["managedMcpServers", [{ name: "a", transport: "stdio", command: "/opt/a", env: { API_KEY: { fromEnv: "K" } } }]],
		["otlpResourceAttributes", { team: { fromEnv: "TEAM" } }],
	])("%s: references may stand inside", (name, value) => {
		expect(settingProblems(name, value)).toEqual([]);
	});

	test.each<[string, unknown, string]>([
		[
			"inferenceGatewayApiKey",
			{ fromEnv: "sk-hunter2-s3cr3t" },
			"inferenceGatewayApiKey.fromEnv: looks like a secret itself; set it as an environment variable where this runs, and write the variable's name here",
		],
		[
			"inferenceGatewayApiKey",
			{ fromConfig: "" },
			"inferenceGatewayApiKey.fromConfig: is no configuration key; expected a letter, then up to 63 letters, digits, dots, hyphens and underscores, after a namespace and a colon where it has one; a secret itself belongs under that key, by pulumi config set --secret",
		],
		[
			"otlpHeaders",
			{ authorization: { fromEnv: "Bearer x" } },
			"otlpHeaders.authorization.fromEnv: is no name of an environment variable; expected a letter or underscore, then up to 63 letters, digits and underscores; a secret itself belongs in that variable",
		],
		[
			"otlpHeaders",
			{ authorization: { fromEnv: "TOKEN", fromConfig: "token" } },
			"otlpHeaders.authorization: is no secret reference; expected { fromEnv: NAME } or { fromConfig: key } alone",
		],
	])("%s: %j is a reference to nothing", (name, value, message) => {
		expect(settingProblems(name, value)).toEqual([message]);
	});

	test.each([
		["otlpHeaders", "header", "authorization"],
		["inferenceCustomHeaders", "header", "authorization"],
		["bootstrapHeaders", "header", "authorization"],
		["otlpResourceAttributes", "attribute", '"deployment.environment"'],
	])("%s is no secret as a whole", (name, entry, example) => {
		expect(settingProblems(name, { fromEnv: "ALL" })).toEqual([
			`${name}: is one secret for every ${entry}; give each ${entry} its own, as in { ${example}: { fromEnv: NAME } }`,
		]);
	});

	test("a secret inside hides no other problem", () => {
		const oauth = {
			clientId: "a",
			clientSecret: { fromEnv: "S" },
			authorizationServer: ["https://login.example"],
			tokenUrl: "https://login.example/token",
			tenantId: "common",
		};
		const server = {
			name: "a",
			transport: "http",
			url: "https://a.example",
			headers: { "x-key": { fromEnv: "H" } },
			oauth,
		};
		expect(settingProblems("managedMcpServers", [server, { ...server, oauth: true }])).toEqual([
			"managedMcpServers[0].oauth.authorizationUrl: is missing; authorizationUrl and tokenUrl go together",
			"managedMcpServers[0].oauth.scope: is missing; tenantId needs it, otherwise Claude Desktop drops the server",
			"managedMcpServers[1].name: is already the name of entry 0: Claude Desktop then takes the whole list as empty; names are unique",
		]);
	});

	test("no message repeats any part of a secret, wherever it was put", () => {
		const server = { name: "a", transport: "http", url: "https://a.example" };
		const misplaced: [string, unknown][] = [
			["inferenceGatewayApiKey", secret],
			["inferenceGatewayApiKey", [secret]],
			["inferenceGatewayApiKey", { secure: secret }],
			["inferenceGatewayApiKey", { fromEnv: secret }],
			["inferenceGatewayBaseUrl", `https://user:${secret}@llm.example.com`],
			["inferenceGatewayBaseUrl", `https:user:${secret}@llm.example.com`],
			["egressProxyUrl", `http://${secret}@proxy.example.com`],
			["egressProxyUrl", `socks5://${secret}@proxy.example.com`],
			["otlpHeaders", secret],
			["otlpHeaders", [`authorization: ${secret}`]],
			["otlpHeaders", { authorization: secret }],
			["otlpHeaders", { authorization: [secret] }],
			["otlpHeaders", { authorization: { fromenv: secret } }],
			["otlpHeaders", { authorization: `${secret}\n` }],
			["otlpHeaders", { authorization: `<${secret}>` }],
			["otlpHeaders", { "x-other": `$${secret.replaceAll("-", "_")}` }],
			["managedMcpServers", secret],
			["managedMcpServers", [secret]],
			["managedMcpServers", [{ ...server, transport: secret }]],
			["managedMcpServers", [{ server: secret }]],
			["managedMcpServers", [{ ...server, oauth: secret }]],
			["managedMcpServers", [{ ...server, oauth: { clientSecret: secret, authFlow: secret } }]],
			["managedMcpServers", [{ ...server, oauth: { clientSecret: 5, callbackPort: secret } }]],
			["managedMcpServers", [{ ...server, toolPolicy: { a: secret } }]],
			["managedMcpServers", [{ ...server, url: `https://${secret}@a.example` }]],
			["managedMcpServers", [{ ...server, headersHelper: secret }]],
			["allowedPluginMarketplaces", [{ source: "git", url: `https://${secret}@git.example.com/a` }]],
			["allowedPluginMcpServers", [{ serverUrl: `https://${secret}@a.example` }]],
		];
		for (const [name, value] of misplaced) {
			const said = settingProblems(name, value);
			expect(said.length, name).toBeGreaterThan(0);
			expect(said.filter((line) => /hunter2|s3cr3t/i.test(line))).toEqual([]);
		}
	});
});

describe("text that nobody filled in", () => {
	test.each<[string, unknown, string]>([
		["inferenceGatewayBaseUrl", "https://<your-gateway>/v1", "inferenceGatewayBaseUrl"],
		["otlpEndpoint", `https://\${COLLECTOR}:4318`, "otlpEndpoint"],
		["inferenceFoundryTenantId", "REPLACE_ME", "inferenceFoundryTenantId"],
		["inferenceFoundryTenantId", "change_me", "inferenceFoundryTenantId"],
		["inferenceFoundryTenantId", "CHANGEME", "inferenceFoundryTenantId"],
		["inferenceFoundryTenantId", "TODO", "inferenceFoundryTenantId"],
		["inferenceFoundryTenantId", "YOUR_TENANT", "inferenceFoundryTenantId"],
		["inferenceFoundryTenantId", "your-tenant-id-here", "inferenceFoundryTenantId"],
		["deploymentOrganizationUuid", "<uuid>", "deploymentOrganizationUuid"],
		["coworkEgressAllowedHosts", ["a.example", "<host>"], "coworkEgressAllowedHosts[1]"],
		["banner", { enabled: true, text: "Hello", linkUrl: "https://<intranet>" }, "banner.linkUrl"],
		["managedMcpServers", [{ name: "a", transport: "http", url: "https://REPLACE_ME" }], "managedMcpServers[0].url"],
	])("%s: %j", (name, value, path) => {
		expect(settingProblems(name, value)).toEqual([`${path}: ${placeholder}`]);
	});

	test.each<[string, unknown, string]>([
		["inferenceBedrockProfile", "{{userprincipalname}}", "inferenceBedrockProfile"],
		["inferenceVertexOAuthLoginHint", "$EMAIL", "inferenceVertexOAuthLoginHint"],
		["inferenceVertexOAuthLoginHint", "%Email%", "inferenceVertexOAuthLoginHint"],
		["otlpResourceAttributes", { user: "{{mail}}" }, "otlpResourceAttributes.user"],
		["deploymentDisplayName", "Example {{x}}", "deploymentDisplayName"],
		["organizationInstructions", "Ask <your team>, or mail %Email%.", "organizationInstructions"],
		["banner", { enabled: true, text: "Device $COMPUTERNAME" }, "banner.text"],
		["deploymentDisplaySubtitle", "of $\u007bFLEET_VAR_HOST_UUID}", "deploymentDisplaySubtitle"],
	])("%s: %j may be replaced by an MDM system", (name, value, path) => {
		expect(settingProblems(name, value)).toEqual([`warning: ${path}: ${substituted}`]);
	});

	test("ordinary words are no placeholders", () => {
		const words = ["todo.example.com", "yourcompany.example", "a-here.example"];
		expect(settingProblems("coworkEgressAllowedHosts", words)).toEqual([]);
		expect(settingProblems("disabledBuiltinTools", ["TodoWrite"])).toEqual([]);
	});
});
