import { type ManagedKeyName, managedKeys } from "../../src/configuration/catalogue.js";
import { type ManagedKey, sourcesOf } from "../../src/configuration/managed-key.js";

const textByName = "Readonly<Record<string, string | Secret>>";

/** Types of the keys that hold objects; each names an interface beside the schema it describes. */
const structures: Partial<Record<ManagedKeyName, string>> = {
	inferenceCustomHeaders: textByName,
	inferenceGatewayOidc: "OidcOptions<Secret>",
	inferenceIdpOidc: "OidcOptions<Secret>",
	inferenceModels: "readonly (string | Secret | InferenceModel<Secret>)[]",
	inferenceModelPricing: "readonly ModelPrice<Secret>[]",
	inferenceVertexWorkforceOidc: "WorkforceOidcOptions<Secret>",
	builtinToolPolicy: 'Readonly<Record<string, "allow" | "ask">>',
	allowedWorkspaceFolders: "readonly (string | WorkspaceFolder<Secret>)[]",
	claudeAiImport: "ClaudeAiImport",
	managedMcpServers: "readonly ManagedMcpServer<Secret>[]",
	allowedPluginMcpServers: "readonly PluginMcpServer<Secret>[]",
	deniedPluginMcpServers: "readonly PluginMcpServer<Secret>[]",
	otlpHeaders: textByName,
	otlpResourceAttributes: textByName,
	banner: "Banner<Secret>",
	orgPluginSettings: "readonly OrgPluginServer<Secret>[]",
	allowedPluginMarketplaces: "readonly PluginMarketplace<Secret>[]",
	bootstrapOidc: "OidcClient<Secret>",
	bootstrapHeaders: textByName,
};

const modules: Readonly<Record<string, readonly string[]>> = {
	banner: ["Banner"],
	"built-in-mcp-server": ["BuiltInMcpServer", "GithubMcpServer", "Microsoft365McpServer", "WebSearchMcpServer"],
	"claude-ai-import": ["ClaudeAiImport"],
	"inference-model": ["InferenceModel", "ModelPrice"],
	"local-mcp-server": ["LocalMcpServer", "PolicyOnlyMcpServer"],
	"managed-mcp-server": ["ManagedMcpServer"],
	"mcp-oauth": ["McpOAuth"],
	oidc: ["OidcClient", "OidcOptions", "WorkforceOidcOptions"],
	"org-plugin-settings": ["OrgPluginServer", "OrgPluginTool"],
	"plugin-marketplace": ["GithubMarketplace", "GitMarketplace", "PluginMarketplace", "UrlMarketplace"],
	"plugin-mcp-server": ["PluginMcpServer"],
	"remote-mcp-server": ["RemoteMcpServer"],
	"tool-policy": ["ToolPermission"],
	"workspace-folder": ["WorkspaceFolder"],
};

/** The text of `src/configuration/managed-settings.ts`. */
export function renderSettings(): string {
	// Object.entries gives text, although the catalogue has no other names.
	const keys = Object.entries(managedKeys).map(([name, key]) => renderKey(name as ManagedKeyName, key));
	const used = keys.join("\n");
	const imports = Object.entries(modules).flatMap(([file, names]) => {
		const needed = names.filter((name) => new RegExp(`\\b${name}\\b`).test(used));
		return needed.length > 0 ? [`import type { ${needed.join(", ")} } from "./structures/${file}.js";`] : [];
	});
	const exports = Object.entries(modules).map(([file, names]) => renderExport(names, `./structures/${file}.js`));
	return [
		"// Rendered from the catalogue by test/configuration/managed-settings.test.ts; `npx vitest run -u` writes it anew.",
		'import type { SecretReference } from "../reference/reference.js";',
		...imports,
		"",
		...exports,
		"",
		"/**",
		" * Managed keys of Claude Desktop in their native types; every key may be absent.",
		" * A secret is a reference; it may also stand for text inside an object.",
		" */",
		"export interface ManagedSettings<Secret = SecretReference> {",
		keys.join("\n"),
		"}",
		"",
	].join("\n");
}

function renderExport(names: readonly string[], file: string): string {
	const line = `export type { ${names.join(", ")} } from "${file}";`;
	if (line.length <= 120) return line;
	return ["export type {", ...names.map((name) => `\t${name},`), `} from "${file}";`].join("\n");
}

function renderKey(name: ManagedKeyName, key: ManagedKey): string {
	const lines = [
		key.summary,
		"",
		`${[`Since ${key.since}`, ...limits(key)].join("; ")}.`,
		`@default ${defaultOf(key)}`,
		`@see ${sourcesOf(name, key)[0]}`,
		...(key.deprecated === undefined ? [] : [`@deprecated ${key.deprecated}`]),
	];
	const comment = lines.map((line) => (line === "" ? "\t *" : `\t * ${line}`));
	return ["\t/**", ...comment, "\t */", declaration(name, typeOf(name, key))].join("\n");
}

function limits(key: ManagedKey): string[] {
	const { min, max, providers, platforms } = key;
	const unit = key.type === "string" ? " characters" : "";
	const bounds = min === undefined ? (max === undefined ? [] : [`at most ${max}${unit}`]) : [`${min} to ${max}`];
	return [
		...bounds,
		...(providers ? [`read on ${providers.join(", ")}`] : []),
		...(platforms ? [`read on ${platforms.join(", ")}`] : []),
		...(key.delivery === "mdm" ? ["from the device's own configuration alone, never from bootstrap"] : []),
	];
}

function defaultOf(key: ManagedKey): string {
	const known =
		key.default === undefined ? [] : [typeof key.default === "string" ? key.default : JSON.stringify(key.default)];
	const words = [...known, ...(key.defaultNote === undefined ? [] : [key.defaultNote])];
	return words.length === 0 ? "- not set" : `${known.length === 0 ? "- " : ""}${words.join("; ")}`;
}

function typeOf(name: ManagedKeyName, key: ManagedKey): string {
	const values = key.values?.map((value) => JSON.stringify(value)).join(" | ");
	switch (key.type) {
		case "boolean":
			return "boolean";
		case "integer":
		case "number":
			return "number";
		case "enum":
			return values ?? "string";
		case "string":
			return key.secret ? "Secret" : "string";
		case "string[]":
			return values === undefined ? "readonly string[]" : `readonly (${values})[]`;
		default: {
			const structure = structures[name];
			if (structure === undefined) throw new Error(`no type is known for ${name}`);
			return structure;
		}
	}
}

/** One member, broken as the formatter breaks it. */
function declaration(name: string, type: string): string {
	const line = `readonly ${name}?: ${type};`;
	const indent = 2;
	if (line.length + indent <= 120) return `\t${line}`;
	const listed = /^readonly \((.*)\)\[\]$/.exec(type)?.[1];
	if (listed !== undefined) {
		const items = listed.split(" | ").map((item) => `\t\t| ${item}`);
		return [`\treadonly ${name}?: readonly (`, ...items, "\t)[];"].join("\n");
	}
	const items = type.split(" | ").map((item) => `\t\t| ${item}`);
	return [`\treadonly ${name}?:`, `${items.join("\n")};`].join("\n");
}
