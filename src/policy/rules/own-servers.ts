import { eachGroup } from "../each-group.js";
import { definePolicyRule } from "../policy-rule.js";

/** Keys that are open where nobody sets them, with what people may then bring. */
const keys = {
	isLocalDevMcpEnabled: "local MCP servers",
	userPluginMarketplacesEnabled: "marketplaces of plugins",
	userPluginUploadsEnabled: "plugins from files",
};

export const ownServers = definePolicyRule({
	id: "own-servers",
	title: "people add no servers, marketplaces and plugins of their own",
	why: "What people add runs with their rights and sees what they work on, and nobody has looked at it.",
	fix: "Set the key to false, and give people what they need by managedMcpServers and allowedPluginMarketplaces.",
	severity: "warning",
	check: (deployment) =>
		eachGroup(deployment, (group) =>
			Object.entries(keys)
				.filter(([key]) => group.value(key) !== false)
				.map(([key, what]) => group.ofKey(key, `lets people add ${what}`)),
		),
});
