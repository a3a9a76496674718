import { isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import { type Problem, warning } from "../../problem.js";

/** Names that older apps read, each with the newer one that has the same values. */
const newerNames: Readonly<Record<string, string>> = {
	inferenceGatewayHeaders: "inferenceCustomHeaders",
	isDxtEnabled: "isDesktopExtensionEnabled",
	isDxtSignatureRequired: "isDesktopExtensionSignatureRequired",
	trustBootstrapLocalExec: "trustBootstrapDelivery",
	enduserAttribution: "endUserAttribution",
};

/**
 * Settings in the spellings that the reference has now; a warning for each that was another. Where both names are there,
 * the app takes the newer.
 */
export function inNewSpellings(settings: JsonObject): { readonly settings: JsonObject; readonly warnings: Problem[] } {
	const warnings: Problem[] = [];
	const renamed = Object.entries(settings).flatMap(([name, value]): [string, JsonValue][] => {
		const newer = Object.hasOwn(newerNames, name) ? newerNames[name] : undefined;
		if (newer === undefined) return [[name, value]];
		const both = Object.hasOwn(settings, newer);
		const message = both
			? `is the older spelling of ${newer}, which is there too and which the app takes; it is left out`
			: `is the older spelling of ${newer}; it is written so`;
		warnings.push(warning("older-spelling", [name], message));
		return both ? [] : [[newer, value]];
	});
	const current: Record<string, JsonValue> = Object.fromEntries(renamed);
	for (const spelling of olderValues) {
		const before = current[spelling.key];
		if (before === undefined) continue;
		const change = spelling.renew(before, current);
		if (!change) continue;
		Object.assign(current, change.settings);
		for (const name of change.without ?? []) delete current[name];
		warnings.push(warning("older-spelling", [spelling.key], change.message));
	}
	return { settings: current, warnings };
}

interface OlderValue {
	readonly key: string;
	/** What takes the value's place; undefined where it is no older one. */
	renew(value: JsonValue, settings: JsonObject): Renewal | undefined;
}

interface Renewal {
	readonly settings: JsonObject;
	/** Keys that go. */
	readonly without?: readonly string[];
	readonly message: string;
}

const olderValues: readonly OlderValue[] = [
	{
		key: "inferenceGatewayAuthScheme",
		renew(value) {
			if (value === "auto") {
				const message = "auto is an older value; bearer is written, which it tried first";
				return { settings: { inferenceGatewayAuthScheme: "bearer" }, message };
			}
			if (value !== "sso") return undefined;
			const message = "sso is an older value; the sign-in is written as interactive";
			return {
				settings: { inferenceCredentialKind: "interactive" },
				without: ["inferenceGatewayAuthScheme"],
				message,
			};
		},
	},
	{
		key: "inferenceCredentialKind",
		renew(value, { inferenceProvider, inferenceVertexWorkforceAudience: audience }) {
			if (inferenceProvider !== "vertex") return undefined;
			if (value !== "oauth" && !(value === "interactive" && audience !== undefined)) return undefined;
			const kind = audience === undefined ? "interactive" : "workforce";
			return {
				settings: { inferenceCredentialKind: kind },
				message: `${String(value)} is an older value; ${kind} is written`,
			};
		},
	},
	{
		key: "inferenceCustomHeaders",
		renew(value) {
			const headers = headersOf(value);
			if (!headers) return undefined;
			return {
				settings: { inferenceCustomHeaders: headers },
				message: "is in an older form; it is written as an object",
			};
		},
	},
	{
		key: "builtinToolPolicy",
		renew(value) {
			if (!isJsonObject(value) || !Object.values(value).includes("ask-session")) return undefined;
			const policy = Object.entries(value).map(([tool, rule]) => [tool, rule === "ask-session" ? "ask" : rule]);
			const message = "ask-session is an older value; ask is written";
			return { settings: { builtinToolPolicy: Object.fromEntries(policy) }, message };
		},
	},
	{
		key: "orgPluginSettings",
		renew(value) {
			if (!isJsonObject(value)) return undefined;
			const list = Object.entries(value).map(([name, plugin]) => ({ name, ...(isJsonObject(plugin) ? plugin : {}) }));
			const message =
				"is an object, which the app now takes for no plug-in at all; it is written as a list, see that its entries are right";
			return { settings: { orgPluginSettings: list }, message };
		},
	},
	{
		key: "managedMcpServers",
		renew(value) {
			if (!Array.isArray(value)) return undefined;
			const servers = value.map((server) => (isJsonObject(server) ? renewedServer(server) : server));
			if (JSON.stringify(servers) === JSON.stringify(value)) return undefined;
			const message =
				"has entries in an older form, or with source, which only the app writes; they are written in the form of now";
			return { settings: { managedMcpServers: servers }, message };
		},
	},
];

/** `Name: value` lines, or a list of them or of pairs. */
function headersOf(value: JsonValue): JsonObject | undefined {
	if (typeof value !== "string" && !Array.isArray(value)) return undefined;
	const lines: readonly JsonValue[] = typeof value === "string" ? value.split(/\r?\n/) : value;
	const pairs = lines.flatMap((line): [string, string][] => {
		if (isJsonObject(line) && typeof line.name === "string") return [[line.name, String(line.value ?? "")]];
		const [name = "", ...text] = typeof line === "string" ? line.split(":") : [];
		return name.trim() === "" || text.length === 0 ? [] : [[name.trim(), text.join(":").trim()]];
	});
	return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

function renewedServer({ source: _, scopes, authorityHost, ...server }: JsonObject): JsonObject {
	const { transport, url, oauth } = server;
	const { transport: __, ...withoutTransport } = server;
	const kept = transport === "builtin" ? withoutTransport : server;
	return {
		...kept,
		...(transport === undefined && url !== undefined && { transport: "http" }),
		...(scopes !== undefined && server.scope === undefined && { scope: scopeOf(scopes) }),
		...(authorityHost !== undefined && server.azureCloud === undefined && { azureCloud: authorityHost }),
		...(oauth !== undefined && { oauth: oauthOf(oauth) }),
	};
}

function scopeOf(scopes: JsonValue): JsonValue {
	return Array.isArray(scopes) ? scopes.join(" ") : scopes;
}

function oauthOf(oauth: JsonValue): JsonValue {
	if (typeof oauth === "number" || typeof oauth === "string") return true;
	return isJsonObject(oauth) && oauth.scope !== undefined ? { ...oauth, scope: scopeOf(oauth.scope) } : oauth;
}
