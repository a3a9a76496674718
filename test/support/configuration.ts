import type { ManagedConfiguration } from "../../src/configuration/managed-configuration.js";
import { deriveEgress } from "../../src/egress/derive.js";
import { type EgressPlan, formatAddress } from "../../src/egress/plan.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import type { JsonValue } from "../../src/json.js";
import { type AppVersion, newestKnownVersion, oldestKnownVersion } from "../../src/version.js";

export interface Circumstances extends Partial<Omit<ManagedConfiguration, "settings" | "fleet">> {
	readonly oldest?: AppVersion;
	readonly newest?: AppVersion;
}

/** A group's configuration with just these settings, as if each were set by the deployment. */
export function configurationOf(
	settings: Readonly<Record<string, JsonValue>>,
	{ oldest, newest, ...rest }: Circumstances = {},
): ManagedConfiguration {
	const entries = Object.entries(settings).map(
		([key, value]) => [key, { layer: "deployment", value, path: ["settings", key], overrides: [] }] as const,
	);
	return {
		group: "everyone",
		settings: new Map(entries),
		platforms: ["macos", "windows", "linux"],
		installer: "online",
		fleet: { oldest: oldest ?? oldestKnownVersion, newest: newest ?? newestKnownVersion },
		gated: oldest !== undefined,
		hints: {},
		privateHosts: [],
		...rest,
	};
}

/** Everything that opens a host by default, switched off: what remains is what the settings under test open. */
export const quiet = {
	disableEssentialTelemetry: true,
	disableNonessentialTelemetry: true,
	disableNonessentialServices: true,
	disableAutoUpdates: true,
	modelCatalogEnabled: false,
	skipWebFetchPreflight: true,
	isDesktopExtensionEnabled: false,
	isLocalDevMcpEnabled: false,
} as const;

/** What settings come to, with the routes that the package ships. */
export function planOf(settings: Readonly<Record<string, JsonValue>>, circumstances: Circumstances = {}): EgressPlan {
	return deriveEgress(configurationOf(settings, circumstances), inferenceRoutes);
}

/** The hosts that settings open, as `host` or `host:port`. */
export function hostsOf(settings: Readonly<Record<string, JsonValue>>, circumstances: Circumstances = {}): string[] {
	return planOf(settings, circumstances).hosts.map(formatAddress);
}

/** As {@link hostsOf}, without what the quiet settings leave: the VM bundle's host. */
export function opened(settings: Readonly<Record<string, JsonValue>>, circumstances: Circumstances = {}): string[] {
	const offline: Circumstances = { installer: "offline", platforms: ["macos", "windows"] };
	return hostsOf({ ...quiet, ...settings }, { ...offline, ...circumstances });
}
