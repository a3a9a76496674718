import { findKey } from "../configuration/catalogue.js";
import type { JsonObject, JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { error } from "../problem.js";
import { decodeValue } from "./encoding.js";
import type { Platform } from "./format.js";
import { decodeSettings } from "./settings.js";

/** A value whose type in the store no setting has, so that the app does not read it. */
export interface UnreadValue {
	readonly name: string;
	/** In the store's word, such as `REG_EXPAND_SZ` or `date`. */
	readonly type: string;
}

/** Settings as one place of a device has them, before they are read as the types of their keys. */
export interface CarriedSettings {
	/** Where they apply; absent where the file is of every platform. */
	readonly platform?: Platform;
	/**
	 * Whether they are the machine's, of one user, or what somebody set up in the app's own window: device management sets
	 * the machine's.
	 */
	readonly scope: "machine" | "user" | "app";
	/** By name in the order of the file: text, or what the store's own types hold. A name may come twice. */
	readonly values: readonly (readonly [name: string, carried: JsonValue])[];
	/** @default - every value is of a type that settings have */
	readonly unread?: readonly UnreadValue[];
	/** Whether values have their own types, so that text is text even where it looks like JSON. @default false */
	readonly native?: true;
	/** Of the profile around them, where there is one. */
	readonly profile?: ProfileEnvelope;
	/**
	 * Of Claude Code: whether they are policies, stand in a file of managed settings, or are the servers of
	 * `managed-mcp.json`. @default - they are of Claude Desktop
	 */
	readonly code?: "policy" | "file" | "servers";
}

/** What a configuration profile says of itself. */
export interface ProfileEnvelope {
	readonly identifier?: string;
	readonly displayName?: string;
	readonly organization?: string;
}

/** A carried value in the type of its key. Of a key that is not known it is what it looks like, unless it is `native`. */
export function decodeCarried(key: string, carried: JsonValue, native?: true): Outcome<JsonValue> {
	return native && !findKey(key) ? made(carried) : decodeValue(key, carried);
}

/** The settings in their native types; they can be rendered again. Paths of problems start at the settings. */
export function nativeSettings({ values, unread = [], native }: CarriedSettings): Outcome<JsonObject> {
	const problems = unread.map(({ name, type }) =>
		error("not-readable", [name], `is of type ${type}, which the app does not read`),
	);
	const settings = decodeSettings(values, (key, carried) => decodeCarried(key, carried, native));
	if (problems.length > 0) return { problems: [...problems, ...settings.problems] };
	return settings;
}
