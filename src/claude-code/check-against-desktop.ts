import { canonicalJson, itemsOf, type JsonValue } from "../json.js";
import { contentSwitches } from "../observability/content-category.js";
import { formatPath, type Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import type { CodeConfiguration } from "./code-configuration.js";
import type { CodeGroup } from "./code-group.js";
import { toolOfRule } from "./values/permission-rule.js";

/** Where Claude Code would do otherwise than Claude Desktop on the same device; each error names both places. */
export function checkAgainstDesktop(group: CodeGroup): Problem[] {
	return [
		...group.code.notCarried.map(({ key, path, message }) =>
			warning("not-carried", path, `is not carried over to Claude Code: ${key} ${message}`),
		),
		...followed(group.code),
		...provider(group),
		...collector(group),
		...tools(group),
		...models(group.code),
		...preflight(group),
		...sandboxHosts(group),
		...sshHosts(group.code),
		...servers(group.code),
	];
}

/** A setting that a key of Claude Desktop gives, and a block says otherwise. */
function followed({ settings, followed }: CodeConfiguration): Problem[] {
	return [...followed].flatMap(([name, { said, key, within }]) => {
		const setting = settings.get(name);
		if (!setting || (isSame(setting.value, said.value) && setting.onWindows === said.onWindows)) return [];
		if (within && Array.isArray(setting.value)) {
			const allowed = itemsOf(said.value);
			return setting.value.flatMap((item, index): Problem[] =>
				allowed.some((each) => isSame(each, item)) ? [] : [contradicts([...setting.path, index], name, key, said.path)],
			);
		}
		return [contradicts(setting.path, name, key, said.path)];
	});
}

function contradicts(path: Path, name: string, key: string, other: Path): Problem {
	const message = `contradicts ${formatPath(other)}: ${name} of Claude Code and ${key} of Claude Desktop hold on the same device; write it there alone`;
	return error("contradicts-desktop", path, message);
}

/** What a session may use of providers, by the word of `inferenceProvider`. */
const providerWords: Readonly<Record<string, readonly string[]>> = {
	anthropic: ["anthropic"],
	bedrock: ["bedrock"],
	mantle: ["mantle"],
	vertex: ["vertex"],
	foundry: ["foundry"],
	gateway: ["customEndpoint", "gateway"],
};

const providerVariables = [
	"env.CLAUDE_CODE_USE_BEDROCK",
	"env.CLAUDE_CODE_USE_MANTLE",
	"env.CLAUDE_CODE_USE_VERTEX",
	"env.CLAUDE_CODE_USE_FOUNDRY",
	"env.CLAUDE_CODE_USE_ANTHROPIC_AWS",
	"env.ANTHROPIC_BASE_URL",
	"env.ANTHROPIC_BEDROCK_BASE_URL",
	"env.ANTHROPIC_BEDROCK_MANTLE_BASE_URL",
	"env.ANTHROPIC_VERTEX_BASE_URL",
	"env.ANTHROPIC_FOUNDRY_BASE_URL",
	"forceLoginGatewayUrl",
	"forceLoginMethod",
];

function provider({ code: { settings, followed }, desktop }: CodeGroup): Problem[] {
	const chosen = desktop.get("inferenceProvider");
	if (!chosen) return [];
	const at = formatPath(chosen.path);
	const strangers = providerVariables.flatMap((name) => {
		const setting = settings.get(name);
		if (!setting || followed.has(name)) return [];
		const message = `leads Claude Code elsewhere than ${at}, which is where inference of this deployment comes from; remove it`;
		return [error("contradicts-desktop", setting.path, message)];
	});
	const allowed = settings.get("allowedProviders");
	const words = providerWords[String(chosen.value)] ?? [];
	if (!allowed || itemsOf(allowed.value).some((word) => words.includes(String(word)))) return strangers;
	const message = `leaves out ${words.join(" and ")}, the provider of ${at}, so that every task stops; add it`;
	return [...strangers, error("contradicts-desktop", allowed.path, message)];
}

/** Telemetry of Claude Code that would go where Claude Desktop sends none, or hold what that leaves out. */
function collector({ code: { settings, followed }, desktop }: CodeGroup): Problem[] {
	const endpoint = desktop.get("otlpEndpoint");
	const elsewhere = ["METRICS_", "LOGS_", "TRACES_"].flatMap((signal) => {
		const setting = settings.get(`env.OTEL_EXPORTER_OTLP_${signal}ENDPOINT`);
		const base = String(endpoint?.value ?? "").replace(/\/$/, "");
		if (!setting || (endpoint && String(setting.value).startsWith(`${base}/v1/`))) return [];
		return [past(setting.path, endpoint?.path)];
	});
	const protocol = followed.get("env.OTEL_EXPORTER_OTLP_PROTOCOL");
	const otherwise = ["METRICS_", "LOGS_", "TRACES_"].flatMap((signal) => {
		const name = `env.OTEL_EXPORTER_OTLP_${signal}PROTOCOL`;
		const setting = settings.get(name);
		if (!setting || !protocol || isSame(setting.value, protocol.said.value)) return [];
		const place = desktop.get("otlpProtocol")?.path ?? protocol.said.path;
		return [contradicts(setting.path, name, "otlpProtocol", place)];
	});
	const detailed = ["env.BETA_TRACING_ENDPOINT", "env.ENABLE_BETA_TRACING_DETAILED"].flatMap((name) => {
		const setting = settings.get(name);
		return setting ? [past(setting.path, endpoint?.path)] : [];
	});
	const own = settings.get("env.OTEL_EXPORTER_OTLP_ENDPOINT");
	const alone = own && !followed.has("env.OTEL_EXPORTER_OTLP_ENDPOINT") ? [past(own.path, endpoint?.path)] : [];
	const content = Object.entries(contentSwitches).flatMap(([kind, { variable }]) => {
		const name = `env.${variable}`;
		const setting = settings.get(name);
		if (!setting || setting.value === "0" || followed.has(name)) return [];
		const other = desktop.get("otlpContentCapture")?.path ?? ["settings", "otlpContentCapture"];
		const message = `sends content that ${formatPath(other)} does not list; add ${kind} there, which holds for both`;
		return [error("contradicts-desktop", setting.path, message)];
	});
	return [...elsewhere, ...otherwise, ...detailed, ...alone, ...content];
}

function past(path: Path, endpoint: Path | undefined): Problem {
	const place = formatPath(endpoint ?? ["settings", "otlpEndpoint"]);
	return error("contradicts-desktop", path, `sends telemetry past ${place}, which holds for both; write it there`);
}

/** A rule that lets a tool run which Claude Desktop takes away. */
function tools({ code: { settings }, desktop }: CodeGroup): Problem[] {
	const disabled = desktop.get("disabledBuiltinTools");
	const allow = settings.get("permissions.allow");
	if (!disabled || !allow) return [];
	return itemsOf(allow.value).flatMap((rule, index) => {
		const tool = toolOfRule(String(rule));
		if (!itemsOf(disabled.value).includes(tool ?? "")) return [];
		const message = `allows ${tool}, which ${formatPath(disabled.path)} takes away; remove it from one of the two`;
		return [error("contradicts-desktop", [...allow.path, index], message)];
	});
}

const modelSettings = [
	"model",
	"env.ANTHROPIC_MODEL",
	"env.ANTHROPIC_DEFAULT_OPUS_MODEL",
	"env.ANTHROPIC_DEFAULT_SONNET_MODEL",
	"env.ANTHROPIC_DEFAULT_HAIKU_MODEL",
	"env.ANTHROPIC_DEFAULT_FABLE_MODEL",
	"env.CLAUDE_CODE_SUBAGENT_MODEL",
];

/** Words of Claude Code for whichever model of a kind there is. */
const aliases = ["default", "opus", "sonnet", "haiku", "fable", "best", "opusplan", "inherit"];

function models({ settings, followed }: CodeConfiguration): Problem[] {
	const listed = followed.get("availableModels");
	if (!listed) return [];
	const fallback = settings.get("fallbackModel");
	const all = [
		...modelSettings.flatMap((name) => settings.get(name) ?? []),
		...(fallback ? itemsOf(fallback.value).map((value, index) => ({ value, path: [...fallback.path, index] })) : []),
	];
	return all.flatMap(({ value, path }) => {
		if (aliases.includes(String(value)) || itemsOf(listed.said.value).includes(value)) return [];
		const message = `is a model that ${formatPath(listed.said.path)} does not list; add it there, or name one of those`;
		return [error("contradicts-desktop", path, message)];
	});
}

/** Both ask, or none does; of a key that nobody wrote Claude Desktop asks. */
function preflight({ code: { settings }, desktop }: CodeGroup): Problem[] {
	const setting = settings.get("skipWebFetchPreflight");
	if (setting?.value !== true || desktop.has("skipWebFetchPreflight")) return [];
	const message =
		"holds for the command line alone: Code in Claude Desktop still asks api.anthropic.com of every host; set skipWebFetchPreflight in settings as well";
	return [warning("desktop-differs", setting.path, message)];
}

/** Hosts of SSH sessions of Code in Claude Desktop, whose own list opens them. */
function sshHosts({ settings, followed }: CodeConfiguration): Problem[] {
	return ["sshHostAllowlist", "sshConfigs"].flatMap((name) => {
		const setting = settings.get(name);
		if (!setting || followed.has("sshHostAllowlist")) return [];
		const message = "is about sessions of Claude Desktop, whose hosts sshHostAllowlist opens; write that in settings";
		return [error("contradicts-desktop", setting.path, message)];
	});
}

/** Hosts of the shell where Claude Desktop opens none. */
function sandboxHosts({ code: { settings, followed }, desktop }: CodeGroup): Problem[] {
	const domains = settings.get("sandbox.network.allowedDomains");
	if (!domains || followed.has("sandbox.network.allowedDomains")) return [];
	if (desktop.has("coworkEgressAllowedHosts") || itemsOf(domains.value).length === 0) return [];
	const message =
		"opens hosts to shell commands that coworkEgressAllowedHosts does not; list them there, which holds for both";
	return [error("contradicts-desktop", domains.path, message)];
}

/** A server of `mcp` under the name of one that Claude Desktop has otherwise. */
function servers({ mcpServers }: CodeConfiguration): Problem[] {
	return [...(mcpServers ?? [])].flatMap(([, { value, path, overrides }]) => {
		const desktop = overrides.find((each) => each.path.includes("managedMcpServers"));
		if (!desktop || isSame(value, desktop.value)) return [];
		const message = `is another server than ${formatPath(desktop.path)} of the same name; rename it, or remove it from one of the two`;
		return [error("contradicts-desktop", path, message)];
	});
}

function isSame(a: JsonValue, b: JsonValue): boolean {
	return canonicalJson(a) === canonicalJson(b);
}
