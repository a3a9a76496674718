import type { CodeConfiguration } from "../claude-code/code-configuration.js";
import { compareText, type JsonValue } from "../json.js";
import type { Path } from "../path.js";
import type { Platform } from "../profiles/format.js";
import type { FleetVersions } from "../version.js";

/**
 * Where a value came from, weakest first. `observability` holds what the collector asks for, `provision` what
 * provisioning decides in the place of the blocks, `extra` the keys the catalogue does not know.
 */
export type Layer = "preset" | "route" | "observability" | "deployment" | "group" | "provision" | "extra";

/** Whether somebody wrote the value itself, rather than what brings it in. */
export function isByHand(layer: Layer): boolean {
	return layer === "deployment" || layer === "group";
}

/** What one layer says of one key. */
export interface LayeredValue {
	readonly layer: Layer;
	readonly value: JsonValue;
	/** What devices with Windows get in its place. @default - the same */
	readonly onWindows?: JsonValue;
	/** Where in the deployment it was written, or what brought it in. */
	readonly path: Path;
}

/** The value that holds for a group, and what it won over, strongest first. */
export interface ResolvedSetting extends LayeredValue {
	readonly overrides: readonly LayeredValue[];
}

/** What one group's devices get: settings by key, secrets by reference, and what else the artifacts depend on. */
export interface ManagedConfiguration {
	readonly group: string;
	/** In code-unit order of the keys. */
	readonly settings: ReadonlyMap<string, ResolvedSetting>;
	/** What Claude Code gets on the same devices; absent where no file for it is written. */
	readonly code?: CodeConfiguration;
	readonly platforms: readonly Platform[];
	readonly installer: "online" | "offline";
	readonly fleet: FleetVersions;
	/** Whether the fleet's oldest version was stated, so that keys it does not know can be told apart. */
	readonly gated: boolean;
	/** What the route's block says that no key carries, by the route's own names. */
	readonly hints: Readonly<Record<string, string>>;
	/** Hosts that private endpoints of the deployment serve, which then pass no perimeter. */
	readonly privateHosts: readonly string[];
	/** Who reads the content that the collector gets, and for how long, as the end of a sentence. @default nobody says */
	readonly contentTerms?: string;
}

/** Lays values over each other, weakest layer first. */
export function resolveLayers(layers: readonly ReadonlyMap<string, LayeredValue>[]): Map<string, ResolvedSetting> {
	const resolved = new Map<string, ResolvedSetting>();
	for (const layer of layers) {
		for (const [key, said] of layer) {
			const before = resolved.get(key);
			const overrides = before ? [saidIn(before), ...before.overrides] : [];
			resolved.set(key, { ...saidIn(said), overrides });
		}
	}
	return new Map([...resolved].sort((a, b) => compareText(a[0], b[0])));
}

function saidIn({ layer, value, onWindows, path }: LayeredValue): LayeredValue {
	return { layer, value, ...(onWindows !== undefined && { onWindows }), path };
}

/** What devices of every platform get, changed in the same way. */
export function changedOnAll(
	{ value, onWindows }: Pick<LayeredValue, "value" | "onWindows">,
	change: (value: JsonValue) => JsonValue,
): Pick<LayeredValue, "value" | "onWindows"> {
	return { value: change(value), ...(onWindows !== undefined && { onWindows: change(onWindows) }) };
}

/** What devices of a platform get; where no platform is told apart, what most get. */
export function valueOn(
	{ value, onWindows }: Pick<LayeredValue, "value" | "onWindows">,
	platform?: Platform,
): JsonValue {
	return platform === "windows" ? (onWindows ?? value) : value;
}
