import { findKey } from "../configuration/catalogue.js";
import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { SettingsView } from "../configuration/settings-view.js";
import { groupBy } from "../group-by.js";
import { fleetMeets } from "../version.js";

/** What groups send to their collector. */
export interface SentByGroups {
	readonly groups: readonly string[];
	/** Kinds of content, as `otlpContentCapture` lists them. */
	readonly content: readonly string[];
	/** All of it, in words. */
	readonly data: string;
}

/** Groups that send alike together; those without a collector are left out. */
export function sentToCollector(configurations: readonly ManagedConfiguration[]): SentByGroups[] {
	const sending = configurations.filter(({ settings }) => settings.has("otlpEndpoint")).map(sentBy);
	return [...groupBy(sending, ({ data }) => data).values()].flatMap((same) => {
		const [first] = same;
		return first ? [{ ...first, groups: same.flatMap(({ groups }) => groups) }] : [];
	});
}

/** https://claude.com/docs/third-party/claude-desktop/telemetry */
function sentBy(configuration: ManagedConfiguration): SentByGroups {
	const view = new SettingsView(configuration);
	const content = view.list("otlpContentCapture").filter((kind) => typeof kind === "string");
	const data = [
		"session metadata: event names, durations, token counts, result counts, errors",
		content.length === 0 ? "no message content" : `message content: ${content.join(", ")}`,
		attribution(view),
		...(view.text("otlpAuthMode") === "inference-credential" ? ["the inference credential"] : []),
	].join("; ");
	return { groups: [configuration.group], content, data };
}

function attribution(view: SettingsView): string {
	if (view.value("endUserAttribution") !== false) return "who the user is";
	const since = findKey("endUserAttribution")?.since;
	const isOlder = since !== undefined && fleetMeets(view.configuration.fleet, { until: since });
	return isOlder ? `not who the user is, but by apps before ${since}` : "not who the user is";
}
