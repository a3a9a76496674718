import { attribute, type Detection } from "./detection.js";

export const unexpectedMarketplace: Detection = {
	title: "A plug-in came from an unexpected marketplace",
	severity: "high",
	because: "a plug-in brings hooks, tools and servers that nobody has looked at",
	events: ["plugin_installed"],
	rule: ({ marketplaces }) => {
		const foreign = { field: attribute("marketplace.is_official"), is: ["false"] };
		if (marketplaces.length === 0) return { condition: foreign };
		return { condition: { all: [foreign, { not: { field: attribute("marketplace.name"), is: marketplaces } }] } };
	},
	shows: ["install.trigger"],
	investigate: ["install.trigger: who or what installed it", "plugin_loaded: whether it has hooks or servers"],
	contain: ["name the approved marketplaces in allowedPluginMarketplaces", "remove the plug-in"],
	regression: "a plug-in of that marketplace is not installed on a device of this group",
};
