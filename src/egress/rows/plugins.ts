import { isJsonObject, type JsonObject } from "../../json.js";
import type { EgressContext } from "../context.js";
import { exact, ofUrl } from "../destination.js";
import { type EgressRow, page } from "../row.js";

const marketplace = {
	feature: "plugin-marketplaces",
	key: "allowedPluginMarketplaces",
	needs: "allowedPluginMarketplaces",
	ifDenied: "Plug-ins of the marketplace are neither installed nor updated.",
	requirement: "required",
	closedBy: [{ key: "allowedPluginMarketplaces", value: [] }],
	since: "1.17377.1",
	source: page("configuration#allowedpluginmarketplaces"),
} as const;

export const pluginsRows: readonly EgressRow[] = [
	{
		...marketplace,
		because: "plug-in marketplace on GitHub",
		operator: "third-party",
		hosts: (context) => (marketplaces(context).some(({ source }) => source === "github") ? [exact("github.com")] : []),
	},
	{
		...marketplace,
		because: "plug-in marketplace of the deployment",
		operator: "organization",
		hosts: (context) =>
			marketplaces(context).flatMap(({ source, url }) => (source === "git" || source === "url" ? ofUrl(url) : [])),
	},
	{
		feature: "organization-plugins",
		key: "organizationPluginsUrl",
		needs: "organizationPluginsUrl",
		because: "index of organization plug-ins by the older key",
		closedBy: [{ key: "organizationPluginsUrl" }],
		ifDenied: "Plug-ins of the index are neither installed nor updated.",
		operator: "organization",
		requirement: "required",
		since: "1.10628.0",
		source: page("configuration-changelog"),
		when: (context) => context.isNot("bootstrapEnabled", false),
		hosts: (context) => ofUrl(context.value("organizationPluginsUrl")),
	},
];

function marketplaces(context: EgressContext): JsonObject[] {
	return context.list("allowedPluginMarketplaces").filter(isJsonObject);
}
