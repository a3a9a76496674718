import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { isJsonObject, type JsonValue } from "../json.js";

/** Addresses of all hooks of a group that are calls. */
export function urlsOfHooks({ code }: Pick<ManagedConfiguration, "code">): string[] {
	return [...(code?.settings ?? [])].flatMap(([name, { value }]) => (name.startsWith("hooks.") ? hookUrls(value) : []));
}

/** Addresses of hooks of an event that are calls. */
export function hookUrls(value: JsonValue): string[] {
	if (Array.isArray(value)) return value.flatMap(hookUrls);
	if (!isJsonObject(value)) return [];
	if (value.type === "http" && typeof value.url === "string") return [value.url];
	return value.hooks === undefined ? [] : hookUrls(value.hooks);
}
