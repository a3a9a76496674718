import { findKey } from "../configuration/catalogue.js";
import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { modelsNeedingDataSharing, modelsOfUnknownFamily } from "../inference/content-claim.js";
import { isAnthropic } from "./operator.js";
import { type EgressHost, type EgressSummary, formatHost } from "./plan.js";

export function summarize(configuration: ManagedConfiguration, hosts: readonly EgressHost[]): EgressSummary {
	return {
		anthropicHosts: [...new Set(hosts.filter(isAnthropic).map(formatHost))],
		conversationContentStaysWithProvider: contentStaysWithProvider(configuration),
		takesOverDevice: takesOverDevice(configuration.settings.keys()),
	};
}

function contentStaysWithProvider({ keepsConversationContent, settings }: ManagedConfiguration): boolean {
	const models = settings.get("inferenceModels")?.value;
	const doubtful = [...modelsNeedingDataSharing(models), ...modelsOfUnknownFamily(models)];
	return keepsConversationContent && doubtful.length === 0;
}

/**
 * Whether a set of keys makes a device's local configuration read-only; keys of app behaviour alone do not.
 * https://claude.com/docs/third-party/claude-desktop/configuration
 */
export function takesOverDevice(keys: Iterable<string>): boolean {
	return [...keys].some((name) => findKey(name)?.appBehavior !== true);
}
