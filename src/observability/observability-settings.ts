import type { LayeredValue } from "../configuration/managed-configuration.js";
import type { JsonValue } from "../json.js";
import type { Path } from "../path.js";
import type { Platform } from "../profiles/format.js";
import type { LateReference } from "../reference/reference.js";
import { contentStores, readersOf } from "./captured.js";
import { collectorAt, collectorEndpoint } from "./collector-endpoint.js";
import type { CollectorHosts } from "./collector-host.js";
import { type Collector, defaultHeader, type Observability } from "./observability.js";
import { type ObservedDeployment, type ObservedGroup, observedGroup } from "./observed-group.js";
import { isReached } from "./phase.js";
import { tierFacts } from "./tier.js";

/** Keys of Claude Desktop that the block decides, each with the place that does; nothing beside it sets them. */
const decided: Readonly<Record<string, Path>> = {
	otlpEndpoint: [...collectorAt, "endpoint"],
	otlpProtocol: [...collectorAt, "protocol"],
	otlpHeaders: [...collectorAt, "auth"],
	otlpHeadersHelper: [...collectorAt, "auth", "helper"],
	otlpResourceAttributes: ["observability", "attributes"],
	otlpContentCapture: ["observability", "tier"],
	otlpTracesEnabled: ["observability", "tier"],
	endUserAttribution: ["observability", "people"],
};

/** Keys that a deployment's block decides on devices. */
export function decidedKeys(observability: Observability): ReadonlyMap<string, Path> {
	const { phase, people } = observability;
	if (!isReached("managed", phase)) return new Map();
	const keys = Object.keys(decided).filter((key) => key !== "endUserAttribution" || people === "none");
	return new Map(keys.map((key) => [key, placeOf(key, observability)]));
}

function placeOf(key: string, { collector }: Observability): Path {
	if (key === "otlpEndpoint" && collector.provision) return [...collectorAt, "provision"];
	return decided[key] ?? ["observability"];
}

/** The layer of a group: what the collector asks of Claude Desktop. */
export function observabilitySettings(
	deployment: ObservedDeployment,
	group: string,
	platforms: readonly Platform[],
	hosts: CollectorHosts,
): ReadonlyMap<string, LayeredValue> {
	const observed = observedGroup(deployment, group);
	const { observability } = deployment;
	if (!observability || !observed?.onDevices) return new Map();
	const endpoint = collectorEndpoint(observability.collector, hosts);
	const values = Object.entries(collectorKeys(observability, endpoint, observed));
	return new Map(
		values.map(([key, value]) => {
			const isOfTier = key === "otlpContentCapture" || key === "otlpTracesEnabled";
			const path = isOfTier ? observed.tierAt : placeOf(key, observability);
			const said = key === "otlpHeadersHelper" ? helpers(observability.collector, value, platforms) : { value };
			return [key, { layer: "observability", ...said, path }];
		}),
	);
}

/** The program that prints the header, where the platforms of a group have it. */
function helpers(
	{ auth }: Collector,
	helper: JsonValue,
	platforms: readonly Platform[],
): Pick<LayeredValue, "value" | "onWindows"> {
	const windows = auth?.windowsHelper;
	if (windows === undefined || !platforms.includes("windows")) return { value: helper };
	return platforms.every((platform) => platform === "windows")
		? { value: windows }
		: { value: helper, onWindows: windows };
}

/** Keys of Claude Desktop that have it send to the collector. */
export function collectorKeys(
	{ collector, people }: Pick<Observability, "collector" | "people">,
	endpoint: string | LateReference | undefined,
	observed: ObservedGroup,
): Record<string, JsonValue> {
	const { protocol, auth } = collector;
	return {
		...(endpoint !== undefined && { otlpEndpoint: endpoint }),
		...(protocol && { otlpProtocol: protocol }),
		...(auth &&
			(auth.helper === undefined
				? { otlpHeaders: { [auth.header ?? defaultHeader]: auth.token } }
				: { otlpHeadersHelper: auth.helper })),
		otlpResourceAttributes: observed.attributes,
		otlpContentCapture: tierFacts[observed.tier].captures,
		...(observed.traces && { otlpTracesEnabled: true }),
		...(people === "none" && { endUserAttribution: false }),
	};
}

/** Who may read the content that a group's devices send and for how long it is kept, as the end of a sentence. */
export function contentTerms(deployment: ObservedDeployment, group: string): string | undefined {
	const { observability } = deployment;
	const observed = observedGroup(deployment, group);
	if (!observability || !observed || tierFacts[observed.tier].captures.length === 0) return undefined;
	const { owners, retention } = observability;
	const { privacy = "nobody", readers = [] } = owners ?? {};
	const who = readers.join(", ");
	const answers = `${privacy} answers for it`;
	// What one's own collector passes on, and to whom, only its owner knows.
	if (!observability.collector.sinks)
		return `${who} may read it, it is kept ${retention?.content} days, and ${answers}`;
	const stores = contentStores(observability, observed.tier).map(({ sink, categories, days }) => {
		const kept = days === undefined ? "nothing is said of how long" : `${days} days`;
		return `${sink} keeps ${categories.join(", ")} (${kept}), and ${readersOf(sink, who)} may read it there`;
	});
	return [...(stores.length === 0 ? ["the collector drops it"] : stores), answers].join("; ");
}
