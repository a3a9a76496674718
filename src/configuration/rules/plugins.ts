import { isObject, type JsonValue } from "../../json.js";
import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** A server that comes by both ways is the managed one. */
function managedAlready(view: ConfigurationView): Problem[] {
	const managed = new Set(view.list("managedMcpServers").map((server) => member(server, "name")));
	const message = "is the name of a managed server too, whose toolPolicy holds; the app ignores this entry";
	return view.list("orgPluginSettings").flatMap((entry, index) => {
		const name = member(entry, "serverName");
		if (typeof name !== "string" || !managed.has(name)) return [];
		return [view.warning("managed-already", "orgPluginSettings", message, index, "serverName")];
	});
}

function microsoftSignIn(view: ConfigurationView): Problem[] {
	const key = "microsoftAuthBroker";
	if (!view.isWritten(key) || view.value(key) === "auto") return [];
	const servers = view.list("managedMcpServers");
	if (servers.some((server) => member(server, "server") === "microsoft365")) return [];
	const message =
		"has no effect without the built-in server microsoft365 in managedMcpServers; add that or remove this";
	return [view.warning("no-effect", key, message)];
}

function member(value: JsonValue, name: string): unknown {
	return isObject(value) ? value[name] : undefined;
}

/** What servers of plugins and of the organisation have to do with each other. */
export const pluginRules: readonly Rule[] = [managedAlready, microsoftSignIn];
