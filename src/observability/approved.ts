import type { Approved } from "./observability.js";

/** What is approved of where nothing is said. */
export function approvedOf(approved: Approved): Required<Approved> {
	return {
		mcpScopes: approved.mcpScopes ?? ["managed"],
		mcpServers: approved.mcpServers ?? [],
		marketplaces: approved.marketplaces ?? [],
		bypassEnvironments: approved.bypassEnvironments ?? [],
		sensitiveTiers: approved.sensitiveTiers ?? ["sensitive"],
		hourlyCost: approved.hourlyCost ?? 25,
	};
}
