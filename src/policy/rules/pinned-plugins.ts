import { isJsonObject } from "../../json.js";
import { eachGroup } from "../each-group.js";
import { definePolicyRule } from "../policy-rule.js";

const key = "allowedPluginMarketplaces";

/** https://claude.com/docs/third-party/claude-desktop/configuration#allowedpluginmarketplaces */
export const pinnedPlugins = definePolicyRule({
	id: "pinned-plugins",
	title: "marketplaces of plugins are pinned to what was reviewed",
	why: "A marketplace that is named by a branch or an address holds tomorrow what its owner, or whoever took it over, puts there.",
	fix: "Give a repository the full hash of a commit as ref, and an address the manifestSha256 of its manifest.",
	severity: "warning",
	check: (deployment) =>
		eachGroup(deployment, (group) =>
			group
				.items(key)
				.filter(isJsonObject)
				.filter((marketplace) => !isPinned(marketplace))
				.map((marketplace) => {
					const name = String(marketplace.repo ?? marketplace.url);
					return group.finding(name, key, `takes plugins from ${name} as it is on the day`);
				}),
		),
});

function isPinned({ source, ref, manifestSha256 }: Readonly<Record<string, unknown>>): boolean {
	if (source === "url") return manifestSha256 !== undefined;
	return typeof ref === "string" && /^[0-9a-f]{40}$/i.test(ref);
}
