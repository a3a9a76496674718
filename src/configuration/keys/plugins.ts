import { structure } from "../managed-key.js";
import { orgPluginSettings } from "../structures/org-plugin-settings.js";
import { pluginMarketplaces } from "../structures/plugin-marketplace.js";

/** Plugins that the organisation brings or allows. */
export const pluginsKeys = {
	orgPluginSettings: structure(
		"object[]",
		{
			section: "Plugins",
			group: "Organization plugins",
			summary:
				"Permissions for the tools of MCP servers that organisation plugins bring; the app blocks all where it cannot read it.",
			since: "1.8089.0",
			restricts: "when set",
			alsoOn: ["configuration-changelog"],
		},
		orgPluginSettings,
	),
	allowedPluginMarketplaces: structure(
		"object[]",
		{
			section: "Plugins",
			group: "Marketplaces",
			summary: "Plugin marketplaces that users may use or that are installed for them.",
			since: "1.17377.1",
			restricts: "fewer",
			alsoOn: ["configuration-changelog", "extensions"],
		},
		pluginMarketplaces,
	),
};
