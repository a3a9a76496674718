import { findKey } from "../configuration/catalogue.js";
import { modelsNeedingDataSharing, modelsOfUnknownFamily } from "../inference/content-claim.js";
import { contentAlsoReaches } from "./content-reach.js";
import type { EgressContext } from "./context.js";
import { isAnthropic } from "./operator.js";
import { type EgressHost, type EgressSummary, formatHost } from "./plan.js";
import type { EgressRoute } from "./route-egress.js";

export function summarize(
	context: EgressContext,
	route: EgressRoute | undefined,
	hosts: readonly EgressHost[],
): EgressSummary {
	const models = context.value("inferenceModels");
	const doubtful = [...modelsNeedingDataSharing(models), ...modelsOfUnknownFamily(models)];
	const others = contentAlsoReaches(context, route);
	return {
		anthropicHosts: [...new Set(hosts.filter(isAnthropic).map(formatHost))],
		conversationContentStaysWithProvider:
			route?.keepsConversationContent === true && doubtful.length === 0 && others.length === 0,
		contentAlsoReaches: others,
		takesOverDevice: takesOverDevice(context.configuration.settings.keys()),
	};
}

/**
 * Whether a set of keys makes a device's local configuration read-only; keys of app behaviour alone do not.
 * https://claude.com/docs/third-party/claude-desktop/configuration
 */
export function takesOverDevice(keys: Iterable<string>): boolean {
	return [...keys].some((name) => findKey(name)?.appBehavior !== true);
}
