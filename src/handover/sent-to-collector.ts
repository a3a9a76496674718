import { findKey } from "../configuration/catalogue.js";
import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { SettingsView } from "../configuration/settings-view.js";
import { groupBy } from "../group-by.js";
import { fleetMeets } from "../version.js";

/** What each group sends to its collector, in words; groups without a collector are left out. */
export type SentToCollector = Readonly<Record<string, string>>;

export function sentToCollector(configurations: readonly ManagedConfiguration[]): SentToCollector {
	const sending = configurations.filter(({ settings }) => settings.has("otlpEndpoint"));
	return Object.fromEntries(sending.map((each) => [each.group, sentBy(each)]));
}

/** Groups that send alike, together. */
export function sentAlike(sent: SentToCollector): { readonly groups: readonly string[]; readonly data: string }[] {
	const alike = groupBy(Object.entries(sent), ([, data]) => data);
	return [...alike].map(([data, same]) => ({ data, groups: same.map(([group]) => group) }));
}

/** https://claude.com/docs/third-party/claude-desktop/telemetry */
function sentBy(configuration: ManagedConfiguration): string {
	const view = new SettingsView(configuration);
	const content = view.list("otlpContentCapture").filter((kind) => typeof kind === "string");
	return [
		"session metadata: event names, durations, token counts, result counts, errors",
		content.length === 0 ? "no message content" : `message content: ${content.join(", ")}`,
		attribution(view),
		...(view.text("otlpAuthMode") === "inference-credential" ? ["the inference credential"] : []),
	].join("; ");
}

function attribution(view: SettingsView): string {
	if (view.value("endUserAttribution") !== false) return "who the user is";
	const since = findKey("endUserAttribution")?.since;
	const isOlder = since !== undefined && fleetMeets(view.configuration.fleet, { until: since });
	return isOlder ? `not who the user is, but by apps before ${since}` : "not who the user is";
}
