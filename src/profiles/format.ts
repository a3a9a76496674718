import type { JsonObject } from "../json.js";

export const platforms = ["macos", "windows", "linux"] as const;
export type Platform = (typeof platforms)[number];

/** Whose profile it is: what its identifiers are made of. */
export interface ProfileIdentity {
	readonly organization: string;
	/** Reverse-DNS prefix, such as `com.example.cowork`. */
	readonly identifierPrefix: string;
	readonly deployment: string;
	readonly group: string;
}

/** Native values by managed key, secrets already in place. */
export interface Profile {
	readonly identity: ProfileIdentity;
	readonly settings: JsonObject;
}

/**
 * A file that carries managed settings to a device: one file per format, one line in the registry.
 * Start from `managed-settings.ts`, the plainest one.
 */
export interface ProfileFormat {
	readonly title: string;
	/** The page that defines the format. */
	readonly docs: string;
	readonly platform: Platform;
	readonly mediaType: string;
	fileName(identity: ProfileIdentity): string;
	/** Deterministic; the order of settings does not matter. */
	render(profile: Profile): Uint8Array;
	/** The settings in their native types. Throws an Error that says what is wrong with the bytes. */
	decode(bytes: Uint8Array): JsonObject;
}
