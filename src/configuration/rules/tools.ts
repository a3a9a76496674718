import { isObject } from "../../json.js";
import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

function webSearch(view: ConfigurationView): Problem[] {
	if (!view.list("disabledBuiltinTools").includes("WebSearch")) return [];
	const message = "has no effect: disabledBuiltinTools names WebSearch, which disables this server too; remove one";
	return view
		.list("managedMcpServers")
		.flatMap((server, index) =>
			isObject(server) && server.server === "websearch"
				? [view.warning("web-search-disabled", "managedMcpServers", message, index)]
				: [],
		);
}

function toolSearch(view: ConfigurationView): Problem[] {
	if (view.value("toolSearchEnabled") !== true || !view.route?.refusesToolSearch) return [];
	const message = `fails on ${view.route.title}: its requests for tool search are refused; remove it there`;
	return [view.warning("tool-search", "toolSearchEnabled", message)];
}

/** https://claude.com/docs/third-party/claude-desktop/web-tools */
export const toolRules: readonly Rule[] = [webSearch, toolSearch];
