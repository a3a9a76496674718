import { isJsonObject, itemsOf, type JsonValue } from "../json.js";
import type { ManagedConfiguration, ResolvedSetting } from "./managed-configuration.js";

/** One group's settings, key by key. */
export class SettingsView {
	constructor(readonly configuration: ManagedConfiguration) {}

	/** Every other question comes to this one. */
	get(key: string): ResolvedSetting | undefined {
		return this.configuration.settings.get(key);
	}

	has(key: string): boolean {
		return this.get(key) !== undefined;
	}

	value(key: string): JsonValue | undefined {
		return this.get(key)?.value;
	}

	text(key: string): string | undefined {
		const value = this.value(key);
		return typeof value === "string" ? value : undefined;
	}

	list(key: string): readonly JsonValue[] {
		return itemsOf(this.value(key));
	}

	/** A member of an object-valued key. */
	member(key: string, name: string): JsonValue | undefined {
		const value = this.value(key);
		return isJsonObject(value) ? value[name] : undefined;
	}
}
