import type { AzureBlobStoreOptions } from "../../src/artifact-store/azure-blob/options.js";
import { azureBlob } from "../../src/artifact-store/azure-blob.js";
import { type GcsStoreOptions, gcs } from "../../src/artifact-store/gcs.js";
import { type S3StoreOptions, s3 } from "../../src/artifact-store/s3.js";
import { bedrockPeople, bedrockPrivate, foundryPeople, vertexPeople } from "./clouds.js";

/** A deployment as an object whose members an edit may change in place. */
// biome-ignore lint/suspicious/noExplicitAny: an edit reaches into a deployment of any form, as somebody with an editor does.
export type Editable = any;

export interface Edit {
	readonly name: string;
	readonly of: object;
	readonly edit: (deployment: Editable) => void;
}

const organization = {
	name: "Example Corp",
	uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11",
	identifier: "com.example.cowork",
};

/** Two groups that need little, so that what an edit opens is all there is to see. */
export const plain = {
	name: "eu",
	organization,
	app: { minimumVersion: "2.16120.0" },
	inference: {
		gateway: {
			baseUrl: "https://llm.example.com",
			models: ["claude-sonnet-5", "claude-haiku-4-5"],
			signIn: { apiKey: { fromEnv: "GATEWAY_KEY" } },
		},
	},
	settings: { otlpEndpoint: "https://otel.example.com" },
	groups: {
		general: {
			preset: "lockedDown",
			platforms: ["macos", "windows"],
			settings: { skipWebFetchPreflight: true },
			clients: ["10.20.0.0/16"],
		},
		pilot: {
			preset: "restricted",
			platforms: ["macos"],
			settings: { coworkEgressAllowedHosts: ["*.example.com"], skipWebFetchPreflight: true },
			clients: ["10.10.0.0/16"],
		},
	},
	firewall: { squid: { accept: ["widened"] } },
	profiles: { mobileconfig: {}, reg: {} },
};

/** The same, with a question about each page that one of the groups fetches. */
const asking = {
	...plain,
	groups: { ...plain.groups, general: { ...plain.groups.general, settings: { skipWebFetchPreflight: false } } },
};

/** The same with a legal hold and a cap on tokens. */
const held = {
	...plain,
	settings: {
		...plain.settings,
		sessionRetentionHold: true,
		inferenceMaxTokensPerWindow: 1_000_000,
		inferenceTokenWindowHours: 24,
	},
};

/** The same with a rule set for each group. */
export const alone = { ...plain, firewall: { squid: { ...plain.firewall.squid, scope: "perGroup" } } };

/** The same, published to two rings of which one is held. */
const published = {
	...plain,
	groups: { ...plain.groups, general: { ...plain.groups.general, rings: { broad: { hold: "a".repeat(64) } } } },
	publish: { rings: ["canary", "broad"], local: { directory: "./published" } },
};

/** The same, published to buckets of every cloud, each with readers of its own. */
const inBuckets = {
	...plain,
	publish: {
		s3: s3.examples.full as S3StoreOptions,
		gcs: gcs.examples.secrets as GcsStoreOptions,
		azureBlob: azureBlob.examples["sensitive-account"] as AzureBlobStoreOptions,
	},
};

/** The same with settings of Claude Code. */
const withCode = {
	...plain,
	claudeCode: {
		switches: "private",
		permissions: { deny: ["WebSearch", "Bash(curl *)"] },
		hooks: { PreToolUse: [{ matcher: "Bash", hooks: [{ type: "command", command: "/opt/hooks/check" }] }] },
		mcp: { servers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } } },
		env: { CLAUDE_CODE_MCP_ALLOWLIST_ENV: "1" },
	},
};

const server = { name: "tickets", transport: "http", url: "https://mcp.example.com/mcp" };

/** The same, with telemetry that a collector passes on. */
const watched = {
	...plain,
	settings: {},
	observability: {
		tier: "toolDetails",
		collector: {
			endpoint: "https://otel.example.com",
			auth: { token: { fromEnv: "COLLECTOR_TOKEN" }, helper: "/opt/example/collector-token" },
			sinks: {
				metrics: { endpoint: "https://metrics.example.com" },
				events: { endpoint: "https://siem.example.com" },
				traces: { endpoint: "https://traces.example.com" },
				content: { endpoint: "https://vault.example.com" },
			},
		},
		owners: { privacy: "privacy@example.com", readers: ["incident-response"] },
		retention: { metadata: 365, content: 14 },
	},
};

/** The same, where headers say whose the records are. */
const withTenants = {
	...watched,
	observability: {
		...watched.observability,
		collector: {
			...watched.observability.collector,
			sinks: {
				...watched.observability.collector.sinks,
				events: { endpoint: "https://siem.example.com", headers: { Authorization: { fromEnv: "SIEM_TOKEN" } } },
				content: { endpoint: "https://vault.example.com", headers: { "X-Scope-OrgID": "response" } },
			},
		},
	},
};

export const edits: readonly Edit[] = [
	// What text may say otherwise without meaning anything else.
	{ name: "nothing", of: plain, edit: () => undefined },
	{
		name: "members in another order",
		of: plain,
		edit: (d) => {
			const { groups, ...rest } = structuredClone(d);
			for (const name of Object.keys(d)) delete d[name];
			Object.assign(d, { groups: { pilot: groups.pilot, general: groups.general }, ...rest });
		},
	},
	{
		name: "a setting of every group said once for all",
		of: plain,
		edit: (d) => {
			for (const group of Object.values<Editable>(d.groups)) delete group.settings.skipWebFetchPreflight;
			d.settings.skipWebFetchPreflight = true;
		},
	},
	{
		name: "a default written out",
		of: plain,
		edit: (d) => {
			d.app.installer = "online";
		},
	},
	// Groups.
	{
		name: "a group added",
		of: plain,
		edit: (d) => {
			d.groups.legal = { ...d.groups.general, platforms: ["windows"] };
		},
	},
	{
		name: "a group added that loosens its preset",
		of: plain,
		edit: (d) => {
			d.groups.legal = { ...d.groups.general, settings: { ...d.groups.general.settings, skillCreationEnabled: true } };
		},
	},
	{
		name: "a group added that opens its sandbox, with a server and a model that no other has",
		of: plain,
		edit: (d) => {
			d.groups.legal = {
				...d.groups.general,
				settings: {
					skipWebFetchPreflight: true,
					coworkEgressAllowedHosts: ["*"],
					managedMcpServers: [server],
				},
				inference: { models: ["claude-opus-4-8"] },
			};
		},
	},
	{
		name: "a group added with a key that the catalogue does not know",
		of: plain,
		edit: (d) => {
			d.groups.legal = { ...d.groups.general, extraSettings: { keyOfTomorrow: true } };
		},
	},
	{
		name: "a group added with a program that the app runs",
		of: plain,
		edit: (d) => {
			d.groups.legal = { ...d.groups.general, settings: { otlpHeadersHelper: "/opt/headers" } };
		},
	},
	{
		name: "a group added that nobody is in yet",
		of: plain,
		edit: (d) => {
			d.groups.legal = { ...d.groups.general, clients: undefined };
		},
	},
	{
		name: "a group removed",
		of: plain,
		edit: (d) => {
			delete d.groups.pilot;
		},
	},
	{
		name: "a group renamed",
		of: plain,
		edit: (d) => {
			d.groups.first = d.groups.pilot;
			delete d.groups.pilot;
		},
	},
	{
		name: "a preset changed",
		of: plain,
		edit: (d) => {
			d.groups.general.preset = "restricted";
		},
	},
	{
		name: "a platform added",
		of: plain,
		edit: (d) => {
			d.groups.pilot.platforms.push("windows");
		},
	},
	{
		name: "a platform removed",
		of: plain,
		edit: (d) => {
			d.groups.general.platforms = ["windows"];
		},
	},
	{
		name: "networks of devices changed",
		of: plain,
		edit: (d) => {
			d.groups.pilot.clients = ["10.10.0.0/16", "10.30.0.0/16"];
		},
	},
	{
		name: "networks of devices left out",
		of: plain,
		edit: (d) => {
			delete d.groups.pilot.clients;
		},
	},
	// Settings of each kind.
	{
		name: "servers of pages and of the list of models",
		of: plain,
		edit: (d) => {
			const address = "https://otel.example.com";
			Object.assign(d.groups.general.settings, { userContentRendererUrl: address, modelCatalogUrl: address });
		},
	},
	{
		name: "instructions of every session",
		of: plain,
		edit: (d) => {
			d.groups.general.settings.organizationInstructions = "Send a copy of each file to the archive.";
		},
	},
	{
		name: "a switch that opens, of one group",
		of: plain,
		edit: (d) => {
			d.groups.general.settings.skillCreationEnabled = true;
		},
	},
	{
		name: "a switch that opens, of all groups",
		of: plain,
		edit: (d) => {
			d.settings.isDesktopExtensionEnabled = true;
		},
	},
	{
		name: "a switch that takes something away",
		of: plain,
		edit: (d) => {
			d.groups.pilot.settings.scheduledTasksEnabled = false;
		},
	},
	{
		name: "a switch that closes what nobody works with",
		of: plain,
		edit: (d) => {
			d.groups.pilot.settings.disableEssentialTelemetry = true;
		},
	},
	{
		name: "a switch written out as the app has it",
		of: plain,
		edit: (d) => {
			d.settings.coworkTabEnabled = true;
		},
	},
	{
		name: "a number lowered",
		of: plain,
		edit: (d) => {
			d.settings.relaunchEnforcementHours = 4;
		},
	},
	{
		name: "a number raised",
		of: plain,
		edit: (d) => {
			d.settings.relaunchEnforcementHours = 72;
		},
	},
	{
		name: "a list that denies, made longer",
		of: plain,
		edit: (d) => {
			d.settings.disabledBuiltinTools = ["WebSearch", "WebFetch", "Bash"];
		},
	},
	{
		name: "a list that denies, made shorter",
		of: plain,
		edit: (d) => {
			d.groups.general.settings.disabledBuiltinTools = ["WebSearch"];
		},
	},
	{
		name: "a list that allows, made longer",
		of: plain,
		edit: (d) => {
			d.groups.general.settings.allowedWorkspaceFolders = [{ path: "~/Documents/Claude" }, { path: "~/Projects" }];
		},
	},
	{
		name: "a list that allows, narrowed",
		of: plain,
		edit: (d) => {
			d.groups.general.settings.allowedWorkspaceFolders = [];
		},
	},
	{
		name: "a text",
		of: plain,
		edit: (d) => {
			d.settings.deploymentDisplayName = "Example";
		},
	},
	{
		name: "a key that the catalogue does not know",
		of: plain,
		edit: (d) => {
			d.extraSettings = { futureKeyEnabled: true };
		},
	},
	{
		name: "a limit of tokens",
		of: plain,
		edit: (d) => {
			d.settings.inferenceMaxTokensPerWindow = 1_000_000;
			d.settings.inferenceTokenWindowHours = 24;
		},
	},
	{
		name: "the id of the organisation",
		of: plain,
		edit: (d) => {
			d.organization.uuid = "0f0c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12";
		},
	},
	{
		name: "the name of the organisation",
		of: plain,
		edit: (d) => {
			d.organization.name = "Example Corporation";
		},
	},
	{
		name: "the prefix of identifiers",
		of: plain,
		edit: (d) => {
			d.organization.identifier = "org.example.cowork";
		},
	},
	// Secrets, sign-in and where calls go.
	{
		name: "a credential by another reference",
		of: plain,
		edit: (d) => {
			d.inference.gateway.signIn.apiKey = { fromEnv: "OTHER_KEY" };
		},
	},
	{
		name: "a secret in a header",
		of: plain,
		edit: (d) => {
			d.settings.otlpHeaders = { authorization: { fromEnv: "OTLP_TOKEN" } };
		},
	},
	{
		name: "another way to sign in",
		of: plain,
		edit: (d) => {
			d.inference.gateway.signIn = { interactive: {} };
		},
	},
	{
		name: "another gateway",
		of: plain,
		edit: (d) => {
			d.inference.gateway.baseUrl = "https://models.example.com";
		},
	},
	{
		name: "another provider",
		of: plain,
		edit: (d) => {
			d.inference = { anthropic: { models: ["claude-sonnet-5"], signIn: { apiKey: { fromEnv: "ANTHROPIC_KEY" } } } };
		},
	},
	// Keys whose values are no more and no less than others, and still matter.
	{
		name: "a proxy",
		of: plain,
		edit: (d) => {
			d.settings.egressProxyUrl = "http://proxy.example.com:3128";
		},
	},
	{
		name: "settings from a server",
		of: plain,
		edit: (d) => {
			d.settings.bootstrapUrl = "https://settings.example.com/cowork";
		},
	},
	{
		name: "a program that prints headers",
		of: plain,
		edit: (d) => {
			d.settings.otlpHeadersHelper = "/usr/local/bin/headers";
		},
	},
	{
		name: "no question any more whether a page is safe",
		of: asking,
		edit: (d) => {
			d.groups.general.settings.skipWebFetchPreflight = true;
		},
	},
	{
		name: "the question again whether a page is safe",
		of: plain,
		edit: (d) => {
			d.groups.general.settings.skipWebFetchPreflight = false;
		},
	},
	{
		name: "no models any more than those listed",
		of: { ...plain, settings: { ...plain.settings, modelDiscoveryEnabled: true } },
		edit: (d) => {
			d.settings.modelDiscoveryEnabled = false;
		},
	},
	{
		name: "more of the app's own log to the collector",
		of: plain,
		edit: (d) => {
			d.settings.otlpDesktopLogLevel = "debug";
		},
	},
	{
		name: "less of the app's own log to the collector",
		of: plain,
		edit: (d) => {
			d.settings.otlpDesktopLogLevel = "off";
		},
	},
	{
		name: "export to claude.ai",
		of: plain,
		edit: (d) => {
			d.settings.claudeAiImport = { exportEnabled: true };
		},
	},
	{
		name: "a legal hold ended",
		of: held,
		edit: (d) => {
			delete d.settings.sessionRetentionHold;
		},
	},
	{
		name: "the same tokens within fewer hours",
		of: held,
		edit: (d) => {
			d.settings.inferenceTokenWindowHours = 1;
		},
	},
	// Models.
	{
		name: "a model added",
		of: plain,
		edit: (d) => {
			d.inference.gateway.models.push("claude-opus-5");
		},
	},
	{
		name: "a model removed",
		of: plain,
		edit: (d) => {
			d.inference.gateway.models = ["claude-sonnet-5"];
		},
	},
	{
		name: "another model first",
		of: plain,
		edit: (d) => {
			d.inference.gateway.models.reverse();
		},
	},
	{
		name: "a label for a model",
		of: plain,
		edit: (d) => {
			d.inference.gateway.models = [{ name: "claude-sonnet-5", labelOverride: "Everyday" }, "claude-haiku-4-5"];
		},
	},
	{
		name: "models of one group",
		of: plain,
		edit: (d) => {
			d.groups.general.inference = { models: ["claude-haiku-4-5"] };
		},
	},
	// Hosts, the sandbox and what leaves devices.
	{
		name: "another collector",
		of: plain,
		edit: (d) => {
			d.settings.otlpEndpoint = "https://otel.example.net:4318";
		},
	},
	{
		name: "no collector",
		of: plain,
		edit: (d) => {
			delete d.settings.otlpEndpoint;
		},
	},
	{
		name: "content for the collector",
		of: plain,
		edit: (d) => {
			d.settings.otlpContentCapture = ["userPrompts"];
		},
	},
	{
		name: "traces for the collector",
		of: plain,
		edit: (d) => {
			d.settings.otlpTracesEnabled = true;
		},
	},
	{
		name: "a host for the sandbox",
		of: plain,
		edit: (d) => {
			d.groups.pilot.settings.coworkEgressAllowedHosts.push("pypi.org");
		},
	},
	{
		name: "every host for the sandbox",
		of: plain,
		edit: (d) => {
			d.groups.pilot.settings.coworkEgressAllowedHosts = ["*"];
		},
	},
	{
		name: "no host for the sandbox",
		of: plain,
		edit: (d) => {
			d.groups.pilot.settings.coworkEgressAllowedHosts = [];
		},
	},
	{
		name: "a server of tools",
		of: plain,
		edit: (d) => {
			d.settings.managedMcpServers = [server];
		},
	},
	{
		name: "a server of tools that moves",
		of: { ...plain, settings: { ...plain.settings, managedMcpServers: [server] } },
		edit: (d) => {
			d.settings.managedMcpServers[0].url = "https://mcp.example.net/mcp";
		},
	},
	{
		name: "updates let through",
		of: plain,
		edit: (d) => {
			d.groups.general.settings.disableAutoUpdates = false;
		},
	},
	{
		name: "an older fleet",
		of: plain,
		edit: (d) => {
			d.app.minimumVersion = "2.7032.0";
		},
	},
	{
		name: "the offline installer",
		of: plain,
		edit: (d) => {
			d.app.installer = "offline";
		},
	},
	// Rule sets and profiles.
	{
		name: "a rule set for another product",
		of: plain,
		edit: (d) => {
			d.firewall.rpz = { accept: ["widened"] };
		},
	},
	{
		name: "a rule set less",
		of: plain,
		edit: (d) => {
			delete d.firewall;
		},
	},
	{
		name: "an option of a rule set",
		of: plain,
		edit: (d) => {
			d.firewall.squid.dedicated = true;
		},
	},
	{
		name: "a list of what to deny, made shorter",
		of: { ...plain, firewall: { squid: { accept: ["widened"], deny: { agents: ["copilot", "cursor"] } } } },
		edit: (d) => {
			d.firewall.squid.deny.agents = ["copilot"];
		},
	},
	{
		name: "a format more",
		of: plain,
		edit: (d) => {
			d.profiles.managedSettings = {};
			d.groups.pilot.platforms.push("linux");
		},
	},
	{
		name: "a format less",
		of: plain,
		edit: (d) => {
			delete d.profiles.mobileconfig;
			d.profiles.preferencePlist = {};
		},
	},
	{
		name: "a rule set for each group alone in place of one for all",
		of: plain,
		edit: (d) => {
			d.firewall.squid.scope = "perGroup";
		},
	},
	{
		name: "a rule set of one group alone that opens more than its plan",
		of: alone,
		edit: (d) => {
			d.groups.pilot.settings.coworkEgressAllowedHosts.push("*.example.net");
		},
	},
	// Publication.
	{
		name: "a place that files are published to",
		of: plain,
		edit: (d) => {
			d.publish = { local: { directory: "./published" } };
		},
	},
	{
		name: "another place",
		of: published,
		edit: (d) => {
			d.publish.local.directory = "./elsewhere";
		},
	},
	{
		name: "no place",
		of: published,
		edit: (d) => {
			delete d.publish;
			delete d.groups.general.rings;
		},
	},
	{
		name: "readers of a bucket, and of the one for secrets",
		of: inBuckets,
		edit: (d) => {
			d.publish.s3.readers = ["arn:aws:iam::111122223333:role/device-management", "arn:aws:iam::555566667777:root"];
			d.publish.s3.sensitive.readers.push("arn:aws:iam::111122223333:user/visitor");
		},
	},
	{
		name: "readers of a bucket in another order, and its tags",
		of: inBuckets,
		edit: (d) => {
			d.publish.s3.readers.reverse();
			d.publish.s3.tags = { team: "desktop" };
		},
	},
	{
		name: "readers of another cloud's buckets",
		of: inBuckets,
		edit: (d) => {
			d.publish.gcs.readers = ["group:endpoint@example.com", "user:visitor@example.com"];
			d.publish.gcs.sensitive.readers = ["group:helpdesk@example.com"];
		},
	},
	{
		name: "readers and writers of containers, and from where",
		of: inBuckets,
		edit: (d) => {
			const { azureBlob } = d.publish;
			azureBlob.readers[0].objectId = "DDDDDDDD-0000-4000-8000-000000000004";
			azureBlob.writers.push({ objectId: "dddddddd-0000-4000-8000-000000000004", type: "User" });
			azureBlob.network = { addresses: ["203.0.113.0/24"] };
			azureBlob.sensitive.network.addresses = ["203.0.113.0/24", "198.51.100.7"];
		},
	},
	{
		name: "a container that is reached from everywhere",
		of: inBuckets,
		edit: (d) => {
			delete d.publish.azureBlob.sensitive.network;
		},
	},
	{
		name: "a bucket that a group of readers comes with",
		of: plain,
		edit: (d) => {
			d.publish = { gcs: inBuckets.publish.gcs };
		},
	},
	{
		name: "a ring more, and another order",
		of: published,
		edit: (d) => {
			d.publish.rings = ["broad", "canary", "slow"];
		},
	},
	{
		name: "a ring less",
		of: published,
		edit: (d) => {
			d.publish.rings = ["broad"];
		},
	},
	{
		name: "a ring held, and what it misses",
		of: published,
		edit: (d) => {
			d.groups.pilot.rings = { broad: { hold: "b".repeat(64) } };
			d.groups.pilot.settings.scheduledTasksEnabled = false;
		},
	},
	{
		name: "a ring moved",
		of: published,
		edit: (d) => {
			d.groups.general.rings.broad.hold = "c".repeat(64);
		},
	},
	{
		name: "a ring released",
		of: published,
		edit: (d) => {
			delete d.groups.general.rings;
		},
	},
	{
		name: "the rings of what serves every group held",
		of: published,
		edit: (d) => {
			d.publish.perimeter = { broad: { hold: "d".repeat(64) } };
		},
	},
	{
		name: "revisions signed",
		of: published,
		edit: (d) => {
			d.publish.sign = { key: { fromEnv: "REVISION_KEY" } };
		},
	},
	// Amazon Web Services.
	{
		name: "AWS: a model for a group",
		of: bedrockPeople,
		edit: (d) => {
			d.inference.bedrock.models.push("eu.anthropic.claude-opus-4-8");
		},
	},
	{
		name: "AWS: a group without models of its own",
		of: bedrockPeople,
		edit: (d) => {
			delete d.groups.pilot.inference;
		},
	},
	{
		name: "AWS: other people in a group",
		of: bedrockPeople,
		edit: (d) => {
			d.groups.general.members.identityCenterGroup = "everybody";
		},
	},
	{
		name: "AWS: another region",
		of: bedrockPeople,
		edit: (d) => {
			d.inference.bedrock.region = "eu-west-1";
		},
	},
	{
		name: "AWS: a second key, and the first still there",
		of: bedrockPrivate,
		edit: (d) => {
			d.inference.bedrock.provision.bearerKey = { ageDays: 90, current: "second", previous: "first" };
		},
	},
	{
		name: "AWS: another key",
		of: bedrockPrivate,
		edit: (d) => {
			d.inference.bedrock.provision.bearerKey.current = "second";
		},
	},
	{
		name: "AWS: a network more at the endpoints",
		of: bedrockPrivate,
		edit: (d) => {
			d.inference.bedrock.provision.privateEndpoints.clientCidrs.push("10.30.0.0/16");
		},
	},
	{
		name: "AWS: everybody else let through the endpoints",
		of: bedrockPrivate,
		edit: (d) => {
			d.inference.bedrock.provision.privateEndpoints.otherPrincipals = "allow";
		},
	},
	{
		name: "AWS: no endpoints",
		of: bedrockPrivate,
		edit: (d) => {
			delete d.inference.bedrock.provision.privateEndpoints;
		},
	},
	// Google Cloud.
	{
		name: "Google: a group more",
		of: vertexPeople,
		edit: (d) => {
			d.groups.legal = { preset: "lockedDown", members: { principalSet: "group/claude-legal" } };
		},
	},
	{
		name: "Google: a group less",
		of: vertexPeople,
		edit: (d) => {
			delete d.groups.pilot;
		},
	},
	{
		name: "Google: access with an end",
		of: vertexPeople,
		edit: (d) => {
			d.inference.vertex.provision.accessUntil = "2027-03-31T00:00:00Z";
		},
	},
	{
		name: "Google: another location",
		of: vertexPeople,
		edit: (d) => {
			d.inference.vertex.region = "global";
		},
	},
	// Observability.
	{
		name: "observability: content of one group, for a case",
		of: watched,
		edit: (d) => {
			d.groups.general.observability = { tier: "forensic" };
		},
	},
	{
		name: "observability: other readers, and for longer",
		of: watched,
		edit: (d) => {
			d.observability.owners.readers = ["legal"];
			d.observability.retention.content = 30;
		},
	},
	{
		name: "observability: details of tools for longer in the SIEM",
		of: watched,
		edit: (d) => {
			d.observability.retention.metadata = 730;
		},
	},
	{
		name: "observability: nothing says any more how long the SIEM keeps them",
		of: watched,
		edit: (d) => {
			delete d.observability.retention.metadata;
		},
	},
	{
		name: "observability: people by their names, and events elsewhere",
		of: watched,
		edit: (d) => {
			d.observability.people = "named";
			d.observability.collector.sinks.events.endpoint = "https://other-siem.example.com";
			delete d.observability.collector.sinks.metrics;
		},
	},
	{
		name: "observability: content under another tenant of the same store, and a header in other letters",
		of: withTenants,
		edit: (d) => {
			d.observability.collector.sinks.content.headers["X-Scope-OrgID"] = "everyone";
			d.observability.collector.sinks.events.headers = { AUTHORIZATION: { fromEnv: "SIEM_TOKEN" } };
		},
	},
	{
		name: "observability: events with another credential",
		of: withTenants,
		edit: (d) => {
			d.observability.collector.sinks.events.headers = { Authorization: { fromEnv: "OTHER_TOKEN" } };
		},
	},
	{
		name: "observability: more that brings no alert",
		of: watched,
		edit: (d) => {
			d.observability.approved = {
				mcpScopes: ["managed", "user"],
				mcpServers: ["tracker"],
				marketplaces: ["acme"],
				bypassEnvironments: ["laptops"],
				sensitiveTiers: [],
				hourlyCost: 500,
			};
			d.observability.attributes = { "deployment.environment": "laptops" };
		},
	},
	{
		name: "observability: less that brings no alert",
		of: watched,
		edit: (d) => {
			d.observability.approved = { mcpScopes: [], sensitiveTiers: ["sensitive", "secret"], hourlyCost: 5 };
		},
	},
	{
		name: "observability: back to an earlier phase",
		of: { ...watched, observability: { ...watched.observability, tier: "metadata", phase: "siem" } },
		edit: (d) => {
			d.observability.phase = "managed";
		},
	},
	{
		name: "observability: on to every phase",
		of: { ...watched, observability: { ...watched.observability, tier: "metadata", phase: "siem" } },
		edit: (d) => {
			delete d.observability.phase;
		},
	},
	// Azure.
	{
		name: "Azure: other people in a group",
		of: foundryPeople,
		edit: (d) => {
			d.groups.general.members.entraGroupId = "8d5b2d80-1f4e-4a96-b3c7-9d0e8f6a5b06";
		},
	},
	{
		name: "Azure: keys beside Entra ID",
		of: foundryPeople,
		edit: (d) => {
			d.inference.foundry.provision.localAuthentication = true;
		},
	},
	{
		name: "Azure: records kept for less time",
		of: foundryPeople,
		edit: (d) => {
			d.inference.foundry.provision.diagnostics.retentionDays = 90;
		},
	},
	{
		name: "Azure: no endpoint in a network",
		of: foundryPeople,
		edit: (d) => {
			delete d.inference.foundry.provision.privateEndpoint;
		},
	},
	{
		name: "Azure: answered anywhere",
		of: foundryPeople,
		edit: (d) => {
			d.inference.foundry.provision.deployments.sonnet.sku = "GlobalStandard";
		},
	},
	{
		name: "settings of Claude Code for all groups",
		of: plain,
		edit: (d) => {
			d.claudeCode = { switches: "private" };
		},
	},
	{
		name: "no settings of Claude Code any more",
		of: withCode,
		edit: (d) => {
			delete d.claudeCode;
		},
	},
	{
		name: "fewer rules that deny, and one that asks",
		of: withCode,
		edit: (d) => {
			d.claudeCode.permissions = { deny: ["WebSearch"], ask: ["Bash(git push *)"] };
		},
	},
	{
		name: "another command of a hook",
		of: withCode,
		edit: (d) => {
			d.claudeCode.hooks.PreToolUse[0].hooks[0].command = "/opt/hooks/other";
		},
	},
	{
		name: "a hook that is a call, and reaches a host of its own",
		of: withCode,
		edit: (d) => {
			d.claudeCode.hooks.Stop = [{ hooks: [{ type: "http", url: "https://hooks.example.com/stop" }] }];
		},
	},
	{
		name: "telemetry of both programs to another place",
		of: withCode,
		edit: (d) => {
			d.settings.otlpEndpoint = "https://other.example.com";
		},
	},
	{
		name: "no telemetry of either program any more",
		of: withCode,
		edit: (d) => {
			for (const key of Object.keys(d.settings)) if (key.startsWith("otlp")) delete d.settings[key];
		},
	},
	{
		name: "a server of Claude Code's own, and a variable less",
		of: withCode,
		edit: (d) => {
			d.claudeCode.mcp.servers.tickets = { type: "http", url: "https://mcp.example.com/mcp" };
			delete d.claudeCode.env.CLAUDE_CODE_MCP_ALLOWLIST_ENV;
		},
	},
	{
		name: "content of prompts to the collector, of both programs",
		of: withCode,
		edit: (d) => {
			d.settings.otlpContentCapture = ["userPrompts"];
		},
	},
	{
		name: "no content of prompts to the collector any more, of both programs",
		of: { ...withCode, settings: { ...withCode.settings, otlpContentCapture: ["userPrompts"] } },
		edit: (d) => {
			d.settings.otlpContentCapture = [];
		},
	},
];
