import type { JsonObject } from "../../src/json.js";
import type { CloudResource } from "../../src/policy/policy-rule.js";
import type { PolicyRuleName } from "../../src/policy/rules/index.js";
import { sound } from "../support/deployment.js";
import {
	bedrock,
	careful,
	carefulCodeWith,
	carefulSetting,
	carefulWith,
	carefulWithout,
	privately,
} from "./careful.js";

/** A deployment, and what a rule finds in it: `subject`, with its group before it, and what is said. */
export interface RuleCase {
	readonly deployment: object;
	/** What the deployment is to create, in place of what it does. @default - as it is */
	readonly creates?: readonly CloudResource[];
	readonly parameters?: object;
	/** @default "2027-01-15" */
	readonly today?: string;
	readonly finds: readonly string[];
}

const gateway = carefulWith({ inference: sound.inference });
const lockedDown = (settings: object) => carefulWith({ groups: { general: { preset: "lockedDown", settings } } });
const collector = { otlpEndpoint: "https://otel.example.com:4318", otlpContentCapture: ["userPrompts", "toolDetails"] };
const commit = "0123456789abcdef0123456789abcdef01234567";
const provisioned = (provision: object) =>
	carefulWith({
		inference: { bedrock: { ...privately.bedrock, provision: { ...privately.bedrock.provision, ...provision } } },
	});
const foundry = (provision: object) => ({
	foundry: {
		resource: "example-claude",
		models: ["sonnet"],
		signIn: { entra: { tenantId: "0f6e4a1c-2b3d-4c5e-8f90-a1b2c3d4e5f6", flow: "browser" } },
		provision: {
			subscription: "5d1b3f60-7c2a-4e89-9b0d-1f2e3d4c5b6a",
			resourceGroup: { name: "claude" },
			location: "eastus2",
			deployments: {
				sonnet: { model: "claude-sonnet-5", version: "2", hosting: "azure", sku: "DataZoneStandard", capacity: 500 },
			},
			provider: { organization: "Example Corp", country: "US", industry: "finance" },
			app: { consent: true },
			...provision,
		},
	},
});
const entraGroup = { preset: "lockedDown", members: { entraGroupId: "7c5b2d80-1f4e-4a96-b3c7-9d0e8f6a5b05" } };

const modelArn = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-5";
const allowing = (statement: JsonObject): CloudResource => ({
	type: "AWS::IAM::RolePolicy",
	name: "cowork",
	properties: { policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] } },
});

/** What each rule finds: the first case of each is one that it finds nothing in. */
export const ruleCases: Readonly<Record<PolicyRuleName, readonly RuleCase[]>> = {
	"open-sandbox": [
		{ deployment: careful, finds: [] },
		{ deployment: lockedDown({ coworkEgressAllowedHosts: ["api.example.com", "*.example.com"] }), finds: [] },
		{
			deployment: lockedDown({ coworkEgressAllowedHosts: ["*"] }),
			finds: ["general/coworkEgressAllowedHosts: lets the agent's tools reach every host"],
		},
	],
	"static-secret": [
		{ deployment: careful, finds: [] },
		{
			deployment: gateway,
			finds: ["general/inferenceGatewayApiKey: puts a credential into the profiles of devices"],
		},
		{ deployment: gateway, parameters: { allow: ["inferenceGateway*"] }, finds: [] },
		{
			deployment: provisioned({}),
			finds: ["general/inferenceBedrockBearerToken: puts a credential into the profiles of devices"],
		},
		{
			deployment: carefulSetting({
				otlpEndpoint: "https://otel.example.com",
				otlpHeaders: { authorization: { fromEnv: "OTLP_TOKEN" }, "x-tenant": "example" },
			}),
			finds: ["general/otlpHeaders: puts a credential into the profiles of devices"],
		},
		{
			deployment: carefulSetting({ otlpEndpoint: "https://otel.example.com", otlpHeaders: { "x-tenant": "example" } }),
			finds: [],
		},
	],
	"content-capture": [
		{ deployment: carefulSetting({ otlpEndpoint: "https://otel.example.com" }), finds: [] },
		{
			deployment: carefulSetting(collector),
			finds: [
				"general/otlpContentCapture: sends userPrompts, toolDetails to otel.example.com, which collectors does not name",
			],
		},
		{ deployment: carefulSetting(collector), parameters: { collectors: ["*.example.com"] }, finds: [] },
		{ deployment: carefulSetting({ ...collector, otlpContentCapture: [] }), finds: [] },
		{
			deployment: carefulSetting(collector),
			parameters: { collectors: ["otel.example.org"] },
			finds: [
				"general/otlpContentCapture: sends userPrompts, toolDetails to otel.example.com, which collectors does not name",
			],
		},
	],
	telemetry: [
		{ deployment: careful, finds: [] },
		{
			deployment: lockedDown({ disableEssentialTelemetry: false }),
			finds: ["general/disableEssentialTelemetry: lets crash reports and performance timings leave (crashReports)"],
		},
		{
			deployment: lockedDown({ disableEssentialTelemetry: false }),
			parameters: { allow: ["crashReports"] },
			finds: [],
		},
		{
			deployment: carefulWith({ groups: { general: { preset: "standard" } } }),
			parameters: { allow: ["crashReports"] },
			finds: [
				"general/disableNonessentialTelemetry: lets analytics of how people use the app leave (usageAnalytics)",
				"general/disableNonessentialServices: lets requests for site icons and artifact previews leave (siteIcons)",
			],
		},
	],
	residency: [
		{ deployment: careful, parameters: { regions: ["eu-*"] }, finds: [] },
		{
			deployment: careful,
			parameters: { regions: ["us-*"] },
			finds: [
				"general/eu-central-1: calls models in eu-central-1, which is not allowed",
				"general/eu.anthropic.claude-sonnet-5: eu.anthropic.claude-sonnet-5 may be answered in any region of eu",
			],
		},
		{
			deployment: carefulWith({ inference: { bedrock: { ...bedrock, models: ["global.anthropic.claude-sonnet-5"] } } }),
			parameters: { regions: ["eu-*"] },
			finds: ["general/global.anthropic.claude-sonnet-5: global.anthropic.claude-sonnet-5 may be answered anywhere"],
		},
		{
			deployment: careful,
			parameters: { regions: ["eu-central-1"] },
			finds: ["general/eu.anthropic.claude-sonnet-5: eu.anthropic.claude-sonnet-5 may be answered in any region of eu"],
		},
		{
			deployment: gateway,
			parameters: { regions: ["eu-*"] },
			finds: [
				"general/gateway: models are called by route gateway, of which nothing here tells where they are answered",
			],
		},
		{ deployment: provisioned({}), parameters: { regions: ["eu-*"] }, finds: [] },
		{
			deployment: provisioned({}),
			parameters: { regions: ["eu-central-1", "eu-west-*"] },
			finds: [
				"eu.anthropic.claude-sonnet-5: eu.anthropic.claude-sonnet-5 may be answered in eu-north-1, eu-south-1, eu-south-2, which is not allowed",
			],
		},
	],
	"signed-profiles": [
		{
			deployment: carefulWith({
				profiles: { mobileconfig: { sign: { certificate: "certificate.pem", key: { fromEnv: "KEY" } } }, reg: {} },
			}),
			finds: [],
		},
		{ deployment: careful, finds: ["mobileconfig: mobileconfig is written unsigned"] },
		{
			deployment: carefulWith({ groups: { general: { preset: "lockedDown", platforms: ["windows", "linux"] } } }),
			finds: [],
		},
		{
			deployment: carefulWith({ profiles: { mobileconfig: {} } }),
			finds: ["mobileconfig: mobileconfig is written unsigned"],
		},
		{ deployment: carefulWith({ profiles: { preferencePlist: {}, reg: {} } }), finds: [] },
		{
			deployment: carefulWith({ claudeCode: {}, profiles: { codeReg: {} } }),
			finds: ["mobileconfig: mobileconfig is written unsigned"],
		},
		{
			deployment: carefulCodeWith({}),
			finds: [
				"mobileconfig: mobileconfig is written unsigned",
				"codeMobileconfig: codeMobileconfig is written unsigned",
			],
		},
	],
	"tighten-only": [
		{ deployment: careful, finds: [] },
		{
			deployment: lockedDown({ skillCreationEnabled: true }),
			finds: [
				"general/skillCreationEnabled: skillCreationEnabled is looser than preset lockedDown: it is true instead of false",
			],
		},
		{ deployment: lockedDown({ disabledBuiltinTools: ["WebSearch", "WebFetch", "Bash"] }), finds: [] },
		{
			deployment: lockedDown({ disabledBuiltinTools: ["WebFetch"] }),
			finds: [
				'general/disabledBuiltinTools: disabledBuiltinTools is looser than preset lockedDown: it is ["WebFetch"] instead of ["WebSearch","WebFetch"]',
			],
		},
		{ deployment: carefulWith({ groups: { general: { preset: "standard" } } }), finds: [] },
		{
			deployment: carefulWith({ groups: { general: { preset: "none" } } }),
			parameters: { preset: "restricted" },
			finds: [
				"general/disableNonessentialTelemetry: disableNonessentialTelemetry is looser than preset restricted: it is not set instead of true",
				"general/disableNonessentialServices: disableNonessentialServices is looser than preset restricted: it is not set instead of true",
				"general/isLocalDevMcpEnabled: isLocalDevMcpEnabled is looser than preset restricted: it is not set instead of false",
				'general/allowedWorkspaceFolders: allowedWorkspaceFolders is looser than preset restricted: it is not set instead of [{"path":"~/Documents/Claude"}]',
			],
		},
	],
	"unsigned-extensions": [
		{ deployment: careful, finds: [] },
		{
			deployment: lockedDown({ isDesktopExtensionEnabled: true }),
			finds: ["general/isDesktopExtensionEnabled: lets extensions without a signature in"],
		},
		{
			deployment: lockedDown({ isDesktopExtensionEnabled: true, isDesktopExtensionSignatureRequired: true }),
			finds: [],
		},
		{ deployment: carefulWith({ groups: { general: { preset: "none" } } }), finds: [] },
		{
			deployment: carefulWith({ app: {}, groups: { general: { preset: "none" } } }),
			finds: [
				"general/isDesktopExtensionSignatureRequired: lets extensions without a signature in, in apps before 1.19367.0",
			],
		},
	],
	"wildcard-hosts": [
		{ deployment: careful, finds: [] },
		{ deployment: lockedDown({ coworkEgressAllowedHosts: ["api.example.com"] }), finds: [] },
		{
			deployment: lockedDown({ coworkEgressAllowedHosts: ["api.example.com", "*.example.com"] }),
			finds: ["general/*.example.com: coworkEgressAllowedHosts opens *.example.com"],
		},
		{
			deployment: lockedDown({ coworkEgressAllowedHosts: ["*.example.com", "*.example.org"] }),
			parameters: { allow: ["*.example.com"] },
			finds: ["general/*.example.org: coworkEgressAllowedHosts opens *.example.org"],
		},
		{
			deployment: carefulSetting({ sshHostAllowlist: ["*"] }),
			finds: ["general/*: sshHostAllowlist opens every host"],
		},
	],
	"break-glass": [
		{ deployment: careful, finds: [] },
		{
			deployment: carefulWith({ groups: { emergency: { preset: "lockedDown" } } }),
			finds: ["emergency/emergency: group emergency is for emergencies by its name, and nothing says when it ends"],
		},
		{
			deployment: carefulWith({ groups: { emergency: { preset: "lockedDown" } } }),
			parameters: { groups: { emergency: "2027-01-31" } },
			finds: [],
		},
		{
			deployment: carefulWith({ groups: { emergency: { preset: "lockedDown" } } }),
			parameters: { groups: { emergency: "2027-01-15" } },
			finds: [],
		},
		{
			deployment: carefulWith({ groups: { emergency: { preset: "lockedDown" } } }),
			parameters: { groups: { emergency: "2027-01-14" } },
			finds: ["emergency/emergency: group emergency was to be gone after 2027-01-14"],
		},
		{
			deployment: carefulWith({ groups: { oncall: { preset: "lockedDown" } } }),
			parameters: { groups: { oncall: "2027-02-15" } },
			finds: ["oncall/oncall: group oncall ends on 2027-02-15, more than 30 days from now"],
		},
		{
			deployment: carefulWith({ groups: { oncall: { preset: "lockedDown" } } }),
			parameters: { names: ["on*"], longestDays: 60 },
			finds: ["oncall/oncall: group oncall is for emergencies by its name, and nothing says when it ends"],
		},
	],
	"iam-wildcards": [
		{ deployment: provisioned({}), finds: [] },
		{
			deployment: provisioned({}),
			creates: [allowing({ Action: "bedrock:*", Resource: modelArn })],
			finds: ["bedrock:*: cowork allows bedrock:*"],
		},
		{
			deployment: provisioned({}),
			creates: [allowing({ Action: ["bedrock:InvokeModel", "bedrock:ListFoundationModels"], Resource: "*" })],
			finds: ["bedrock:InvokeModel: cowork allows bedrock:InvokeModel on every resource"],
		},
		{
			deployment: provisioned({}),
			creates: [allowing({ Action: ["s3:GetObject", "bedrock:InvokeModel"], Resource: ["*"] })],
			parameters: { allow: ["s3:*"] },
			finds: ["bedrock:InvokeModel: cowork allows bedrock:InvokeModel on every resource"],
		},
		{
			deployment: provisioned({}),
			creates: [allowing({ NotAction: "iam:*", Resource: modelArn })],
			finds: ["NotAction: cowork allows every action but some"],
		},
		{ deployment: provisioned({}), creates: [allowing({ Effect: "Deny", Action: "*", Resource: "*" })], finds: [] },
		{
			deployment: provisioned({}),
			creates: [allowing({ Principal: "*", Action: "sts:AssumeRole" })],
			finds: ["*: cowork allows anybody, under no condition"],
		},
		{
			deployment: provisioned({}),
			creates: [allowing({ Principal: "*", Action: "bedrock:*", Resource: "*" })],
			finds: ["bedrock:*: cowork allows bedrock:*", "*: cowork allows anybody, under no condition"],
		},
		{
			deployment: provisioned({}),
			creates: [
				allowing({ Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" }),
				allowing({
					Principal: "*",
					Action: "sts:AssumeRoleWithWebIdentity",
					Resource: "arn:aws:iam::123456789012:role/a",
				}),
			],
			finds: [],
		},
		{
			deployment: provisioned({}),
			creates: [
				allowing({
					Principal: { AWS: ["*"] },
					Action: "bedrock:InvokeModel",
					Resource: "*",
					Condition: { StringEquals: { "aws:PrincipalOrgID": "o-0123456789" } },
				}),
			],
			finds: [],
		},
		{
			deployment: provisioned({}),
			creates: [
				{
					type: "cloudresourcemanager.googleapis.com/Project.IamMember",
					name: "people",
					properties: { role: "roles/editor", member: "allAuthenticatedUsers" },
				},
			],
			finds: [
				"roles/editor: people gives roles/editor, which covers the whole project",
				"allAuthenticatedUsers: people gives roles/editor to allAuthenticatedUsers",
			],
		},
		{
			deployment: provisioned({}),
			creates: [
				{
					type: "Microsoft.Authorization/roleAssignments",
					name: "people",
					properties: {
						roleDefinitionId:
							"/subscriptions/5d1b/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
					},
				},
			],
			finds: ["Contributor: people gives Contributor"],
		},
	],
	"key-age": [
		{ deployment: provisioned({}), finds: [] },
		{
			deployment: provisioned({ bearerKey: { ageDays: 365, current: "first" } }),
			finds: ["cowork-eu_first/first: cowork-eu_first/first is a key that ends after 365 days, more than 90"],
		},
		{
			deployment: provisioned({ bearerKey: { ageDays: 365, current: "first" } }),
			parameters: { longestDays: 365 },
			finds: [],
		},
		{
			deployment: provisioned({}),
			creates: [
				{
					type: "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
					name: "a",
					properties: { userName: "u" },
				},
				{ type: "gcp:serviceaccount/key:Key", name: "b", properties: {} },
			],
			finds: ["a: a is a key that never ends", "b: b is a key that never ends"],
		},
	],
	"encrypted-transport": [
		{ deployment: carefulSetting({ otlpEndpoint: "https://otel.example.com" }), finds: [] },
		{
			deployment: carefulSetting({ otlpEndpoint: "http://otel.example.com:4318" }),
			finds: ["general/otlpEndpoint: sends to otel.example.com without encryption"],
		},
		{ deployment: carefulSetting({ otlpEndpoint: "http://127.0.0.1:4318" }), finds: [] },
	],
	"own-organization-id": [
		{ deployment: careful, finds: [] },
		{
			deployment: carefulWith({ organization: { name: "Example Corp" } }),
			finds: ["organization.uuid: devices share the app's built-in id"],
		},
	],
	"permission-prompts": [
		{ deployment: careful, finds: [] },
		{
			deployment: carefulWithout("disableBypassPermissionsMode"),
			finds: ["general/disableBypassPermissionsMode: lets people switch off every prompt"],
		},
		{
			deployment: carefulSetting({ autoModeEnabled: true }),
			finds: ["general/autoModeEnabled: offers the mode in which a model decides instead of people"],
		},
	],
	"code-managed": [
		{ deployment: carefulCodeWith({}), finds: [] },
		{ deployment: careful, finds: ["general/claudeCode: has no managed settings of Claude Code"] },
	],
	"code-prompts": [
		{ deployment: carefulCodeWith({ permissions: { allow: ["Bash(git status)", "Read"] } }), finds: [] },
		{ deployment: careful, finds: [] },
		{
			deployment: carefulCodeWith({ permissions: { allow: ["Bash", "PowerShell(*)", "Bash(npm *)"] } }),
			finds: [
				"general/claudeCode.permissions.allow: lets every command of Bash run without asking",
				"general/claudeCode.permissions.allow: lets every command of PowerShell(*) run without asking",
			],
		},
		{
			deployment: carefulWith({
				claudeCode: {},
				settings: { chatSessionRetentionDays: 30 },
			}),
			finds: [
				"general/claudeCode.permissions.disableBypassPermissionsMode: lets people switch off every prompt",
				"general/claudeCode.disableAutoMode: offers the mode in which a model decides instead of people",
			],
		},
	],
	"code-hooks": [
		{ deployment: carefulCodeWith({}), finds: [] },
		{ deployment: carefulCodeWith({ settings: { allowManagedHooksOnly: false, disableAllHooks: true } }), finds: [] },
		{
			deployment: carefulCodeWith({ settings: { allowManagedHooksOnly: false } }),
			finds: ["general/claudeCode.allowManagedHooksOnly: runs hooks that people and repositories bring"],
		},
	],
	"code-servers": [
		{ deployment: carefulCodeWith({}), finds: [] },
		{ deployment: carefulCodeWith({}), parameters: { servers: ["wiki"] }, finds: [] },
		{
			deployment: carefulCodeWith({}),
			parameters: { servers: ["tracker*"] },
			finds: ["general/claudeCode.mcpServers.wiki: is the server wiki, which servers does not name"],
		},
		{
			deployment: carefulWith({
				claudeCode: { settings: { allowManagedMcpServersOnly: true, allowedMcpServers: [{ serverName: "wiki" }] } },
			}),
			finds: [],
		},
		{
			deployment: carefulWith({
				claudeCode: { settings: { allowManagedMcpServersOnly: true, enableAllProjectMcpServers: true } },
			}),
			finds: [
				"general/claudeCode.allowManagedMcpServersOnly: lets people add MCP servers",
				"general/claudeCode.enableAllProjectMcpServers: takes every server that a repository names",
			],
		},
		{
			deployment: carefulCodeWith({ settings: { allowAllClaudeAiMcps: true } }),
			finds: ["general/claudeCode.allowAllClaudeAiMcps: takes the connectors of people's accounts"],
		},
	],
	"code-sandbox": [
		{ deployment: carefulCodeWith({}), finds: [] },
		{
			deployment: carefulWith({ claudeCode: {} }),
			finds: ["general/claudeCode.sandbox.enabled: runs shell commands outside of a sandbox"],
		},
		{
			deployment: carefulWith({
				claudeCode: {},
				groups: { general: { preset: "lockedDown", platforms: ["windows"] } },
			}),
			finds: [],
		},
		{
			deployment: carefulCodeWith({ settings: { sandbox: { enabled: true, excludedCommands: ["docker *"] } } }),
			finds: [
				"general/claudeCode.sandbox.allowUnsandboxedCommands: runs a command outside that fails in the sandbox",
				"general/claudeCode.sandbox.network.allowManagedDomainsOnly: lets people open further hosts to commands",
				"general/claudeCode.sandbox.excludedCommands: runs docker * outside of the sandbox",
			],
		},
	],
	"code-credential-paths": [
		{ deployment: carefulCodeWith({}), finds: [] },
		{ deployment: carefulWith({ claudeCode: { permissions: { deny: ["Read(~/**)"] } } }), finds: [] },
		{
			deployment: carefulWith({
				claudeCode: { permissions: { deny: ["Read(~/.aws/**)", "Read(~/.ssh/**)", "Read(~/.gnupg/**)"] } },
			}),
			finds: [
				"general/claudeCode.permissions.deny: lets tools read ~/.kube/, ~/.azure/, ~/.config/gcloud/, ~/.docker/config.json, ~/.npmrc, ~/.pypirc",
			],
		},
	],
	"code-traffic": [
		{ deployment: carefulCodeWith({}), finds: [] },
		{
			deployment: carefulWith({ claudeCode: { env: { CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1" } } }),
			finds: [
				"general/claudeCode.env.CLAUDE_CODE_DISABLE_FEEDBACK_SURVEY: asks people how a session went, and sends what they answer",
				"general/claudeCode.env.CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL: fetches the official marketplace of plugins at its first start",
				"general/claudeCode.enableArtifact: may publish pages of sessions",
			],
		},
	],
	"minimum-code": [
		{
			deployment: carefulCodeWith({ settings: { requiredMinimumVersion: "2.1.238" } }),
			parameters: { version: "2.1.238" },
			finds: [],
		},
		{
			deployment: carefulCodeWith({ settings: { requiredMinimumVersion: "2.1.229" } }),
			parameters: { version: "2.1.238" },
			finds: [
				"general/claudeCode.requiredMinimumVersion: lets Claude Code 2.1.229 start; 2.1.238 is the oldest accepted",
			],
		},
		{
			deployment: carefulCodeWith({}),
			parameters: { version: "2.1.238" },
			finds: [
				"general/claudeCode.requiredMinimumVersion: lets every Claude Code start; 2.1.238 is the oldest accepted",
			],
		},
	],
	"own-servers": [
		{ deployment: careful, finds: [] },
		{
			deployment: lockedDown({ isLocalDevMcpEnabled: true }),
			finds: ["general/isLocalDevMcpEnabled: lets people add local MCP servers"],
		},
		{
			deployment: carefulWithout("userPluginUploadsEnabled", "userPluginMarketplacesEnabled"),
			finds: [
				"general/userPluginMarketplacesEnabled: lets people add marketplaces of plugins",
				"general/userPluginUploadsEnabled: lets people add plugins from files",
			],
		},
	],
	"pinned-plugins": [
		{
			deployment: carefulSetting({
				allowedPluginMarketplaces: [{ source: "github", repo: "example/plugins", ref: commit }],
			}),
			finds: [],
		},
		{
			deployment: carefulSetting({
				allowedPluginMarketplaces: [{ source: "github", repo: "example/plugins", ref: "main" }],
			}),
			finds: ["general/example/plugins: takes plugins from example/plugins as it is on the day"],
		},
		{
			deployment: carefulSetting({
				allowedPluginMarketplaces: [{ source: "url", url: "https://plugins.example.com/m.json" }],
			}),
			finds: [
				"general/https://plugins.example.com/m.json: takes plugins from https://plugins.example.com/m.json as it is on the day",
			],
		},
	],
	"workspace-folders": [
		{ deployment: careful, finds: [] },
		{
			deployment: carefulWith({ groups: { general: { preset: "none" } } }),
			finds: ["general/allowedWorkspaceFolders: lets people attach every folder"],
		},
		{
			deployment: lockedDown({ allowedWorkspaceFolders: [{ path: "~" }, { path: "~/Documents" }] }),
			finds: ["general/~: lets people attach ~"],
		},
	],
	"exact-rule-sets": [
		{ deployment: carefulWith({ firewall: { json: {} } }), finds: [] },
		{
			deployment: carefulWith({ firewall: { squid: { dedicated: true, accept: ["widened"] } } }),
			finds: [
				"*.awsapps.com: squid: *.awsapps.com also matches awsapps.com (widened)",
				"*.gvt1.com: squid: *.gvt1.com also matches gvt1.com (widened)",
			],
		},
	],
	"content-stays": [
		{ deployment: careful, finds: [] },
		{
			deployment: gateway,
			finds: [
				"general/gateway: there is no statement that content stays with the provider of this route and its models",
			],
		},
		{
			deployment: carefulSetting(collector),
			finds: [
				"general/otel.example.com: content also reaches otel.example.com: the collector at otlpEndpoint is sent userPrompts, toolDetails",
			],
		},
	],
	"host-operators": [
		{
			deployment: carefulWith({
				app: { minimumVersion: "2.16120.0", installer: "offline" },
				groups: { general: { preset: "lockedDown", platforms: ["macos"] } },
			}),
			finds: [],
		},
		{
			deployment: carefulWith({
				app: { minimumVersion: "2.16120.0", installer: "offline" },
				groups: { general: { preset: "lockedDown", platforms: ["macos"], settings: { modelCatalogEnabled: true } } },
			}),
			finds: [
				"general/downloads.claude.ai: downloads.claude.ai is run by Anthropic: signed model catalog, fetched at launch and every 5 to 15 minutes",
			],
		},
		{
			deployment: carefulWith({
				app: { minimumVersion: "2.16120.0", installer: "offline" },
				groups: { general: { preset: "lockedDown", platforms: ["macos"], settings: { modelCatalogEnabled: true } } },
			}),
			parameters: { hosts: ["downloads.*"] },
			finds: [],
		},
	],
	"private-endpoints": [
		{ deployment: provisioned({}), finds: [] },
		{
			deployment: careful,
			finds: [
				"general/bedrock-runtime.eu-central-1.amazonaws.com: calls models at bedrock-runtime.eu-central-1.amazonaws.com, a public endpoint",
			],
		},
		{ deployment: gateway, finds: [] },
		{
			deployment: carefulWith({
				inference: {
					bedrock: { ...bedrock, baseUrl: "https://vpce-0a1-x.bedrock-runtime.eu-central-1.vpce.amazonaws.com" },
				},
			}),
			finds: [],
		},
		{
			deployment: carefulWith({ inference: foundry({}), groups: { general: entraGroup } }),
			finds: [
				"general/example-claude.services.ai.azure.com: calls models at example-claude.services.ai.azure.com, a public endpoint",
				"example-claude: example-claude answers on the public internet",
			],
		},
	],
	"allowed-models": [
		{ deployment: careful, parameters: { models: ["*claude-sonnet-5"] }, finds: [] },
		{
			deployment: careful,
			parameters: { models: ["*claude-haiku-*"] },
			finds: ["general/eu.anthropic.claude-sonnet-5: offers eu.anthropic.claude-sonnet-5, which is not approved"],
		},
	],
	"session-retention": [
		{ deployment: careful, finds: [] },
		{
			deployment: carefulWithout("codeSessionRetentionDays"),
			finds: ["general/codeSessionRetentionDays: keeps sessions of Code without limit"],
		},
		{
			deployment: carefulSetting({ chatSessionRetentionDays: 91 }),
			finds: ["general/chatSessionRetentionDays: keeps sessions of Chat for 91 days, more than 90"],
		},
		{ deployment: carefulSetting({ chatSessionRetentionDays: 91 }), parameters: { longestDays: 91 }, finds: [] },
		{ deployment: carefulCodeWith({ settings: { cleanupPeriodDays: 90 } }), finds: [] },
		{
			deployment: carefulCodeWith({ settings: { cleanupPeriodDays: 365 } }),
			finds: ["general/claudeCode.cleanupPeriodDays: keeps transcripts of Claude Code for 365 days, more than 90"],
		},
		{
			deployment: carefulCodeWith({}),
			parameters: { longestDays: 29 },
			finds: [
				"general/chatSessionRetentionDays: keeps sessions of Chat for 30 days, more than 29",
				"general/coworkSessionRetentionDays: keeps sessions of Cowork for 30 days, more than 29",
				"general/codeSessionRetentionDays: keeps sessions of Code for 30 days, more than 29",
				"general/claudeCode.cleanupPeriodDays: keeps transcripts of Claude Code for 30 days, more than 29",
			],
		},
	],
	"minimum-app": [
		{ deployment: careful, parameters: { version: "2.16120.0" }, finds: [] },
		{
			deployment: careful,
			parameters: { version: "2.19675.0" },
			finds: ["app.minimumVersion: the fleet has app 2.16120.0; 2.19675.0 is the oldest accepted"],
		},
		{
			deployment: carefulWith({ app: {} }),
			parameters: { version: "1.2581.0" },
			finds: ["app.minimumVersion: the oldest app of the fleet is not stated; 1.2581.0 is the oldest accepted"],
		},
	],
};
