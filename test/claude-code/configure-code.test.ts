import { describe, expect, test } from "vitest";
import { codeDocument } from "../../src/claude-code/code-configuration.js";
import { credentialPaths } from "../../src/claude-code/switches.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { problemsOf, soundWith } from "../support/deployment.js";

const uuidOfGroup = { organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" } };

function codeOf(members: Record<string, unknown>) {
	const parsed = parseDeployment(soundWith({ ...uuidOfGroup, ...members }));
	const code = parsed.configurations.get("pilot")?.code;
	if (!code) throw new Error("the group has no settings of Claude Code");
	return code;
}

function documentOf(members: Record<string, unknown>) {
	const { settings } = codeOf(members);
	return codeDocument(Object.fromEntries([...settings].map(([name, { value }]) => [name, value])));
}

const bedrock = {
	bedrock: {
		region: "eu-central-1",
		models: ["eu.anthropic.claude-sonnet-5-v1:0"],
		signIn: { profile: { name: "claude", ssoRegion: "eu-central-1" } },
	},
};

test("a group without a block gets nothing", () => {
	expect(parseDeployment(soundWith({})).configurations.get("pilot")?.code).toBeUndefined();
});

test("an empty block still lets the restrictions of Claude Desktop hold, and says where inference comes from", () => {
	expect(documentOf({ claudeCode: {} })).toEqual({
		parentSettingsBehavior: "merge",
		availableModels: ["claude-sonnet-5"],
		env: { ANTHROPIC_BASE_URL: "https://llm.example.com" },
	});
});

test("a cloud provider in the variables that the command line reads", () => {
	expect(documentOf({ inference: bedrock, claudeCode: {} })).toMatchObject({
		env: { CLAUDE_CODE_USE_BEDROCK: "1", AWS_REGION: "eu-central-1", AWS_PROFILE: "claude" },
		availableModels: ["eu.anthropic.claude-sonnet-5-v1:0"],
	});
});

test("the collector of Claude Desktop, and no more content than it gets", () => {
	const settings = {
		otlpEndpoint: "https://otel.example.com:4318",
		otlpResourceAttributes: { "deployment.environment": "prod", team: "a b" },
		otlpContentCapture: ["toolDetails"],
		otlpHeadersHelper: "/opt/otel/headers",
	};
	const { env, otelHeadersHelper } = documentOf({ settings, claudeCode: {} });
	expect(otelHeadersHelper).toBe("/opt/otel/headers");
	expect(env).toEqual({
		ANTHROPIC_BASE_URL: "https://llm.example.com",
		CLAUDE_CODE_ENABLE_TELEMETRY: "1",
		OTEL_EXPORTER_OTLP_ENDPOINT: "https://otel.example.com:4318",
		OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
		OTEL_LOGS_EXPORTER: "otlp",
		OTEL_LOG_ASSISTANT_RESPONSES: "0",
		OTEL_LOG_TOOL_CONTENT: "0",
		OTEL_LOG_TOOL_DETAILS: "1",
		OTEL_LOG_USER_PROMPTS: "0",
		OTEL_METRICS_EXPORTER: "otlp",
		OTEL_RESOURCE_ATTRIBUTES: "deployment.environment=prod,team=a%20b",
		OTEL_TRACES_EXPORTER: "none",
	});
});

test("proxy, hosts of the sandbox and switches", () => {
	const settings = {
		egressProxyUrl: "http://proxy.example.com:3128",
		coworkEgressAllowedHosts: ["pypi.org"],
		skipWebFetchPreflight: true,
		disableBypassPermissionsMode: true,
		autoModeEnabled: false,
	};
	expect(documentOf({ settings, claudeCode: {} })).toMatchObject({
		env: {
			HTTPS_PROXY: settings.egressProxyUrl,
			HTTP_PROXY: settings.egressProxyUrl,
			NO_PROXY: "localhost,127.0.0.1,::1",
		},
		sandbox: { network: { allowedDomains: ["pypi.org"] } },
		skipWebFetchPreflight: true,
		permissions: { disableBypassPermissionsMode: "disable" },
		disableAutoMode: "disable",
	});
});

test("a group's value wins, and says what it won over and where it was written", () => {
	const { settings } = codeOf({
		claudeCode: { settings: { cleanupPeriodDays: 30 }, env: { DISABLE_TELEMETRY: "1" } },
		groups: { pilot: { preset: "none", claudeCode: { settings: { cleanupPeriodDays: 7 } } } },
	});
	expect(settings.get("cleanupPeriodDays")).toEqual({
		value: 7,
		layer: "group",
		path: ["groups", "pilot", "claudeCode", "settings", "cleanupPeriodDays"],
		overrides: [{ value: 30, layer: "deployment", path: ["claudeCode", "settings", "cleanupPeriodDays"] }],
	});
	expect(settings.get("env.DISABLE_TELEMETRY")?.layer).toBe("deployment");
});

describe("private switches", () => {
	test("are those of the document and of what its broad switch leaves on, with the places of credentials for tools and shell", () => {
		const document = documentOf({ settings: { skipWebFetchPreflight: true }, claudeCode: { switches: "private" } });
		expect(document.env).toMatchObject({
			CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
			DISABLE_AUTOUPDATER: "1",
			DISABLE_TELEMETRY: "1",
			DISABLE_ERROR_REPORTING: "1",
			DISABLE_FEEDBACK_COMMAND: "1",
			CLAUDE_CODE_DISABLE_FEEDBACK_SURVEY: "1",
			CLAUDE_CODE_SUBPROCESS_ENV_SCRUB: "1",
			CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL: "1",
		});
		expect(document.enableArtifact).toBe(false);
		expect(document.skipWebFetchPreflight).toBe(true);
		expect(document.permissions).toEqual({
			deny: [
				"Read(~/.aws/**)",
				"Read(~/.ssh/**)",
				"Read(~/.gnupg/**)",
				"Read(~/.kube/**)",
				"Read(~/.azure/**)",
				"Read(~/.config/gcloud/**)",
				"Read(~/.docker/config.json)",
				"Read(~/.npmrc)",
				"Read(~/.pypirc)",
			],
		});
		expect(document.sandbox).toMatchObject({
			filesystem: { denyRead: expect.arrayContaining(["~/.aws", "~/.npmrc"]) },
		});
	});

	test("a further place is a rule of its root or its drive, which the sandbox writes as itself or not at all", () => {
		const { permissions, sandbox } = documentOf({
			claudeCode: {
				denyCredentialPaths: [
					"~/vault/",
					"/opt/secrets/",
					"/etc/token",
					"C:\\Secrets\\",
					"c:/Secrets/",
					"D:\\Program Files\\key.pem",
				],
			},
		});
		const { deny } = permissions as { deny: string[] };
		expect(deny.slice(credentialPaths.length)).toEqual([
			"Read(~/vault/**)",
			"Read(//opt/secrets/**)",
			"Read(//etc/token)",
			"Read(//c/Secrets/**)",
			"Read(//d/Program Files/key.pem)",
		]);
		const { filesystem } = sandbox as { filesystem: { denyRead: string[] } };
		expect(filesystem.denyRead.slice(credentialPaths.length)).toEqual(["~/vault", "/opt/secrets", "/etc/token"]);
	});

	test.each([
		"%USERPROFILE%\\.aws",
		"C:\\Users\\%USERNAME%\\.aws\\",
		"$HOME/.aws/",
		"~/$TEAM/keys/",
		"//opt/secrets/",
		"\\\\server\\share\\",
		"\\Secrets\\",
		"~\\.aws\\",
		"secrets/",
		"./secrets/",
		"~alice/.aws/",
		"C:Secrets\\",
		"/",
		"~/",
		"C:\\",
	])("a place that no rule holds for is refused: %s", (place) => {
		const problems = problemsOf(soundWith({ ...uuidOfGroup, claudeCode: { denyCredentialPaths: [place] } }));
		expect(problems).toContain(
			"claudeCode.denyCredentialPaths[0]: is no place that a rule holds for; expected a path below ~/, / or a drive as in C:\\Secrets\\, without variables",
		);
	});

	test("a rule of one's own comes to the places, and never in their stead", () => {
		const { settings } = codeOf({
			claudeCode: { denyCredentialPaths: true, permissions: { deny: ["WebSearch"] } },
			groups: { pilot: { preset: "none", claudeCode: { permissions: { deny: ["WebFetch"] } } } },
		});
		const deny = settings.get("permissions.deny");
		expect(deny?.value).toEqual(expect.arrayContaining(["WebFetch", "Read(~/.aws/**)"]));
		expect(deny?.layer).toBe("group");
		expect(deny?.overrides.map(({ layer }) => layer)).toEqual(["deployment", "preset"]);
	});

	test("what a group takes back of them is told", () => {
		const problems = problemsOf(
			soundWith({
				settings: { skipWebFetchPreflight: true },
				claudeCode: { switches: "private" },
				groups: { pilot: { preset: "none", claudeCode: { switches: "none" } } },
			}),
		);
		expect(problems).toEqual(["warning: groups.pilot.claudeCode.switches: takes back what claudeCode.switches closes"]);
	});
});
