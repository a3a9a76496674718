import { anthropicKeys } from "./keys/anthropic.js";
import { appearanceKeys } from "./keys/appearance.js";
import { bedrockKeys } from "./keys/bedrock.js";
import { bootstrapKeys } from "./keys/bootstrap.js";
import { browserKeys } from "./keys/browser.js";
import { capabilitiesKeys } from "./keys/capabilities.js";
import { connectionKeys } from "./keys/connection.js";
import { connectorsKeys } from "./keys/connectors.js";
import { foundryKeys } from "./keys/foundry.js";
import { gatewayKeys } from "./keys/gateway.js";
import { limitsKeys } from "./keys/limits.js";
import { modelsKeys } from "./keys/models.js";
import { openTelemetryKeys } from "./keys/open-telemetry.js";
import { pluginsKeys } from "./keys/plugins.js";
import { telemetryKeys } from "./keys/telemetry.js";
import { updatesKeys } from "./keys/updates.js";
import { vertexKeys } from "./keys/vertex.js";
import { workspaceKeys } from "./keys/workspace.js";
import type { ManagedKey } from "./managed-key.js";

/** Every documented key, by name, in the order of the reference. */
export const managedKeys = {
	...connectionKeys,
	...anthropicKeys,
	...bedrockKeys,
	...foundryKeys,
	...gatewayKeys,
	...modelsKeys,
	...vertexKeys,
	...capabilitiesKeys,
	...browserKeys,
	...workspaceKeys,
	...connectorsKeys,
	...telemetryKeys,
	...updatesKeys,
	...openTelemetryKeys,
	...limitsKeys,
	...appearanceKeys,
	...pluginsKeys,
	...bootstrapKeys,
} satisfies Readonly<Record<string, ManagedKey>>;

export type ManagedKeyName = keyof typeof managedKeys;

// Object.keys gives text, although the literal above has no other names.
export const keyNames = Object.keys(managedKeys) as readonly ManagedKeyName[];

/** Keys by their names in lower case. */
export const keysByFold: ReadonlyMap<string, ManagedKeyName> = new Map(keyNames.map((key) => [key.toLowerCase(), key]));

export function isKeyName(name: string): name is ManagedKeyName {
	return Object.hasOwn(managedKeys, name);
}

/** The catalogue's entry for a key, or undefined for a name the catalogue does not know. */
export function findKey(name: string): ManagedKey | undefined {
	return isKeyName(name) ? managedKeys[name] : undefined;
}
