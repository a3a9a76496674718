import type { LayeredValue, ResolvedSetting } from "../configuration/managed-configuration.js";
import { isJsonObject, itemsOf, type JsonObject, type JsonValue } from "../json.js";
import { exportVariables, resourceAttributesVariable } from "../observability/claude-code-variables.js";
import { collectorAt } from "../observability/collector-endpoint.js";
import { contentSwitches } from "../observability/content-category.js";
import { formatPath } from "../path.js";
import { findReferences } from "../reference/walk.js";
import type { Followed, NotCarried } from "./code-configuration.js";

type Desktop = ReadonlyMap<string, ResolvedSetting>;

/** What Claude Code has to say because the settings of Claude Desktop say it. */
export interface FollowedDesktop {
	readonly settings: ReadonlyMap<string, Followed>;
	readonly notCarried: readonly NotCarried[];
}

/** One key of Claude Desktop: the settings of Claude Code that say the same, by name. */
interface Rule {
	readonly key: string;
	/** Whether a list may also have fewer entries. @default false */
	readonly within?: true;
	/** Keys that decide a setting besides, by its name. @default the key decides each */
	readonly decidedBy?: Readonly<Record<string, string>>;
	/** Nothing where the value asks nothing of Claude Code; text is why nothing can say it. */
	readonly settings: (value: JsonValue, desktop: Desktop) => JsonObject | string;
}

/**
 * The collector, provider, models, proxy, sandbox hosts and switches of Claude Desktop as settings of Claude Code. A
 * credential is never among them: whatever refers to one stays out, and is named.
 */
export function followDesktop(desktop: Desktop): FollowedDesktop {
	const settings = new Map<string, Followed>();
	const notCarried: NotCarried[] = [];
	for (const { key, within, decidedBy = {}, settings: say } of rules) {
		const setting = desktop.get(key);
		if (!setting) continue;
		const { value, onWindows, path } = setting;
		const said = say(value, desktop);
		if (typeof said === "string") {
			notCarried.push({ key, path, message: said });
			continue;
		}
		const other = onWindows === undefined ? {} : say(onWindows, desktop);
		const saidOnWindows = typeof other === "string" ? {} : other;
		for (const [name, each] of Object.entries(said)) {
			const decides = decidedBy[name] ?? key;
			const from = desktop.get(decides) ?? setting;
			const ofCode: LayeredValue = {
				layer: from.layer,
				value: each,
				...(saidOnWindows[name] !== undefined && { onWindows: saidOnWindows[name] }),
				path: from.path,
			};
			settings.set(name, { said: ofCode, key: decides, ...(within && { within }) });
		}
	}
	return { settings, notCarried };
}

/** A switch that is closed in both in its own words. */
function closed(key: string, value: JsonValue, settings: JsonObject): Rule {
	return { key, settings: (given) => (given === value ? settings : {}) };
}

/** A variable that is there on one route alone. */
function onRoute(key: string, provider: string, variable: string, unless?: string): Rule {
	return {
		key,
		settings: (value, desktop) =>
			providerOf(desktop) === provider && (unless === undefined || !desktop.has(unless))
				? { [`env.${variable}`]: value }
				: {},
	};
}

const providerSwitches: Readonly<Record<string, string>> = {
	bedrock: "env.CLAUDE_CODE_USE_BEDROCK",
	mantle: "env.CLAUDE_CODE_USE_MANTLE",
	vertex: "env.CLAUDE_CODE_USE_VERTEX",
	foundry: "env.CLAUDE_CODE_USE_FOUNDRY",
};

/** https://code.claude.com/docs/en/amazon-bedrock, google-vertex-ai, microsoft-foundry, llm-gateway */
const provider: readonly Rule[] = [
	{
		key: "inferenceProvider",
		settings: (value) => {
			const name = typeof value === "string" ? providerSwitches[value] : undefined;
			return name === undefined ? {} : { [name]: "1" };
		},
	},
	onRoute("inferenceGatewayBaseUrl", "gateway", "ANTHROPIC_BASE_URL"),
	onRoute("inferenceBedrockRegion", "bedrock", "AWS_REGION"),
	onRoute("inferenceBedrockRegion", "mantle", "AWS_REGION"),
	onRoute("inferenceBedrockBaseUrl", "bedrock", "ANTHROPIC_BEDROCK_BASE_URL"),
	onRoute("inferenceBedrockBaseUrl", "mantle", "ANTHROPIC_BEDROCK_MANTLE_BASE_URL"),
	onRoute("inferenceBedrockProfile", "bedrock", "AWS_PROFILE"),
	onRoute("inferenceVertexProjectId", "vertex", "ANTHROPIC_VERTEX_PROJECT_ID"),
	onRoute("inferenceVertexRegion", "vertex", "CLOUD_ML_REGION"),
	onRoute("inferenceVertexBaseUrl", "vertex", "ANTHROPIC_VERTEX_BASE_URL"),
	onRoute("inferenceFoundryBaseUrl", "foundry", "ANTHROPIC_FOUNDRY_BASE_URL"),
	// The program takes one of the two.
	onRoute("inferenceFoundryResource", "foundry", "ANTHROPIC_FOUNDRY_RESOURCE", "inferenceFoundryBaseUrl"),
];

function providerOf(desktop: Desktop): JsonValue | undefined {
	return desktop.get("inferenceProvider")?.value;
}

const models: readonly Rule[] = [
	{
		key: "inferenceModels",
		within: true,
		settings: (value) => {
			const names = itemsOf(value).map((entry) => (isJsonObject(entry) ? entry.name : entry));
			if (names.length === 0) return {};
			const known = names.filter((name) => typeof name === "string");
			return known.length === names.length
				? { availableModels: known }
				: "names models that only the cloud will know, so that availableModels of Claude Code is not written; give their ids there once they are known";
		},
	},
];

/** https://code.claude.com/docs/en/monitoring-usage */
const collector: readonly Rule[] = [
	{
		key: "otlpEndpoint",
		decidedBy: {
			"env.OTEL_EXPORTER_OTLP_PROTOCOL": "otlpProtocol",
			"env.OTEL_TRACES_EXPORTER": "otlpTracesEnabled",
			"env.CLAUDE_CODE_ENHANCED_TELEMETRY_BETA": "otlpTracesEnabled",
			...Object.fromEntries(
				Object.values(contentSwitches).map(({ variable }) => [`env.${variable}`, "otlpContentCapture"]),
			),
		},
		settings: (value, desktop) => {
			const protocol = desktop.get("otlpProtocol")?.value;
			const variables = exportVariables({
				endpoint: value,
				...(protocol !== undefined && { protocol }),
				traces: desktop.get("otlpTracesEnabled")?.value === true,
				captured: itemsOf(desktop.get("otlpContentCapture")?.value),
			});
			return Object.fromEntries(Object.entries(variables).map(([name, each]) => [`env.${name}`, each]));
		},
	},
	{
		key: "otlpHeadersHelper",
		settings: (value) => ({ otelHeadersHelper: value }),
	},
	{
		key: "otlpHeaders",
		settings: (_, desktop) =>
			desktop.has("otlpHeadersHelper")
				? {}
				: `has headers that managed settings would hold in clear, so that Claude Code sends none; name a program that prints them in ${helperPlace(desktop)}`,
	},
	{
		key: "otlpAuthMode",
		settings: (value, desktop) =>
			value === "inference-credential"
				? `sends the inference credential, which Claude Code has no setting for; name a program that prints headers in ${helperPlace(desktop)}`
				: {},
	},
	{
		key: "otlpResourceAttributes",
		settings: (value) => {
			if (!isJsonObject(value)) return {};
			if (findReferences(value).length > 0)
				return "has attributes by reference, which managed settings would hold in clear; write them as they are";
			const pairs = resourceAttributesVariable(value);
			return pairs === "" ? {} : { "env.OTEL_RESOURCE_ATTRIBUTES": pairs };
		},
	},
];

/** Where a deployment takes the program that prints headers for the collector. */
function helperPlace(desktop: Desktop): string {
	const isOfBlock = desktop.get("otlpEndpoint")?.layer === "observability";
	return isOfBlock ? formatPath([...collectorAt, "auth", "helper"]) : "otlpHeadersHelper";
}

const network: readonly Rule[] = [
	{
		key: "egressProxyUrl",
		settings: (value) => ({
			"env.HTTPS_PROXY": value,
			"env.HTTP_PROXY": value,
			"env.NO_PROXY": "localhost,127.0.0.1,::1",
		}),
	},
	{
		key: "egressProxyPacUrl",
		settings: () =>
			"is a file that Claude Code cannot read, so that its connections take no proxy; set HTTPS_PROXY in env of claudeCode",
	},
	{
		key: "coworkEgressAllowedHosts",
		within: true,
		settings: (value) => {
			const hosts = itemsOf(value);
			return hosts.includes("*") ? {} : { "sandbox.network.allowedDomains": hosts };
		},
	},
];

/** Hosts of SSH sessions are a list of both. */
const ssh: Rule = { key: "sshHostAllowlist", within: true, settings: (value) => ({ sshHostAllowlist: value }) };

/** Switches that both have under names of their own. */
const capabilities: readonly Rule[] = [
	{ key: "skipWebFetchPreflight", settings: (value) => ({ skipWebFetchPreflight: value }) },
	closed("disableBypassPermissionsMode", true, { "permissions.disableBypassPermissionsMode": "disable" }),
	closed("blockReadsOutsideWorkingDirectories", true, { "permissions.blockReadsOutsideWorkingDirectories": true }),
	closed("disableBundledSkills", true, { disableBundledSkills: true }),
	closed("autoModeEnabled", false, { disableAutoMode: "disable" }),
];

const rules: readonly Rule[] = [...provider, ...models, ...collector, ...network, ssh, ...capabilities];
