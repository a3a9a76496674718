import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import { type Problem, warning } from "../../problem.js";
import { renewedPlugins, renewedServer } from "./older-servers.js";

/** Values in the spellings that the reference has now; a warning for each that was another. */
export function inNewSpellings(settings: JsonObject): { readonly settings: JsonObject; readonly warnings: Problem[] } {
	const warnings: Problem[] = [];
	const current: Record<string, JsonValue> = { ...settings };
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
		renew(value, { inferenceCredentialKind: kind }) {
			if (value === "auto") {
				const message = "auto is an older value; bearer is written, which it tried first";
				return { settings: { inferenceGatewayAuthScheme: "bearer" }, message };
			}
			if (value !== "sso") return undefined;
			const without = ["inferenceGatewayAuthScheme"];
			if (kind !== undefined) {
				return {
					settings: {},
					without,
					message: "sso is an older value, which says nothing beside a kind; it is left out",
				};
			}
			const message = "sso is an older value; the sign-in is written as interactive";
			return { settings: { inferenceCredentialKind: "interactive" }, without, message };
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
			const plugins = Array.isArray(value) ? renewedPlugins(value) : value;
			if (canonicalJson(plugins) === canonicalJson(value)) return undefined;
			const message =
				"ask-session is an older value, which apps take for blocked; that is written, write ask where people may be asked";
			return { settings: { orgPluginSettings: plugins }, message };
		},
	},
	{
		key: "managedMcpServers",
		renew(value) {
			if (!Array.isArray(value)) return undefined;
			const servers = value.map((server) => (isJsonObject(server) ? renewedServer(server) : server));
			if (canonicalJson(servers) === canonicalJson(value)) return undefined;
			const message =
				"has entries in an older form, or with source, which only the app writes; they are written in the form of now";
			return { settings: { managedMcpServers: servers }, message };
		},
	},
];
