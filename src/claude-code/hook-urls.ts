import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import type { JsonValue } from "../json.js";

/** Addresses of all hooks of a group that are calls. */
export function urlsOfHooks({ code }: Pick<ManagedConfiguration, "code">): string[] {
	return [...(code?.settings ?? [])].flatMap(([name, { value }]) => (name.startsWith("hooks.") ? hookUrls(value) : []));
}

/** Addresses of hooks of an event that are calls. */
export function hookUrls(value: JsonValue): string[] {
	if (Array.isArray(value)) return value.flatMap(hookUrls);
	if (typeof value !== "object" || value === null) return [];
	const members = value as Readonly<Record<string, JsonValue>>;
	if (members.type === "http" && typeof members.url === "string") return [members.url];
	return members.hooks === undefined ? [] : hookUrls(members.hooks);
}
