import { groupBy } from "../group-by.js";
import type { JsonObject } from "../json.js";
import type { Platform } from "../profiles/format.js";

/** A program of a device that settings name, and no file of a bundle brings. */
export interface NamedProgram {
	/** As settings have it; of Claude Code it may be a command. */
	readonly path: string;
	/** Those settings, as `otlpHeadersHelper` and `claudeCode.otelHeadersHelper`. */
	readonly names: readonly string[];
	readonly platforms: readonly Platform[];
}

/** What devices of a platform get, by name. */
export interface PlatformSettings {
	readonly settings: JsonObject;
	/** Of Claude Code. */
	readonly code: JsonObject;
}

/** Programs that print credentials or headers, as devices of each platform start them. */
export function namedPrograms(of: ReadonlyMap<Platform, PlatformSettings>): readonly NamedProgram[] {
	const named = [...of].flatMap(([platform, { settings, code }]) => {
		const credentials =
			platform === "windows" && settings.inferenceCredentialHelperWindows !== undefined
				? "inferenceCredentialHelperWindows"
				: "inferenceCredentialHelper";
		return [
			...[credentials, "otlpHeadersHelper", "bootstrapHeadersHelper"].map((key) => ({
				name: key,
				path: settings[key],
			})),
			...["apiKeyHelper", "otelHeadersHelper"].map((key) => ({ name: `claudeCode.${key}`, path: code[key] })),
		].flatMap(({ name, path }) => (typeof path === "string" ? [{ name, path, platform }] : []));
	});
	const byPath = groupBy(named, ({ path }) => path);
	return [...byPath].map(([path, each]) => ({
		path,
		names: [...new Set(each.map(({ name }) => name))],
		platforms: [...new Set(each.map(({ platform }) => platform))],
	}));
}
