import { findKey } from "../configuration/catalogue.js";
import { contentAlsoReaches } from "./content-reach.js";
import type { EgressContext } from "./context.js";
import { dataSharing } from "./notes/content.js";
import { anthropicHosts } from "./operator.js";
import type { EgressHost, EgressSummary } from "./plan.js";
import type { EgressRoute } from "./route-egress.js";

export function summarize(
	context: EgressContext,
	route: EgressRoute | undefined,
	hosts: readonly EgressHost[],
): EgressSummary {
	const others = contentAlsoReaches(context, route);
	return {
		anthropicHosts: anthropicHosts(hosts),
		conversationContentStaysWithProvider:
			route?.keepsConversationContent === true && others.length === 0 && dataSharing(context).length === 0,
		contentAlsoReaches: others,
		takesOverDevice: keysThatTakeOver(context.configuration.settings.keys()).length > 0,
	};
}

/**
 * Those of a set of keys that make a device's local configuration read-only; keys of app behaviour alone do not.
 * https://claude.com/docs/third-party/claude-desktop/configuration
 */
export function keysThatTakeOver(keys: Iterable<string>): string[] {
	return [...keys].filter((name) => findKey(name)?.appBehavior !== true);
}
