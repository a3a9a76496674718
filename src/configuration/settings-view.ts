import { isObject, type JsonValue } from "../json.js";
import type { ManagedConfiguration, ResolvedSetting } from "./managed-configuration.js";

/** Asked for by who reads all settings; no key is called so. */
export const everyKey = "*";

/** What some work came to, and the keys that it asked for. */
export interface Recorded<Result> {
	readonly result: Result;
	readonly asked: ReadonlySet<string>;
}

/** One group's settings as rules and rows ask for them: key by key, so that it can be told what an answer follows from. */
export class SettingsView {
	/** All but the settings. */
	readonly configuration: Omit<ManagedConfiguration, "settings">;
	private readonly settings: ManagedConfiguration["settings"];
	/** Only while work is recorded. */
	private asked: Set<string> | undefined;

	constructor({ settings, ...configuration }: ManagedConfiguration) {
		this.configuration = configuration;
		this.settings = settings;
	}

	/** Every key with what holds for it. */
	entries(): [string, ResolvedSetting][] {
		this.asked?.add(everyKey);
		return [...this.settings];
	}

	get(key: string): ResolvedSetting | undefined {
		this.asked?.add(key);
		return this.settings.get(key);
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
		const value = this.value(key);
		return Array.isArray(value) ? value : [];
	}

	/** A member of an object-valued key. */
	member(key: string, name: string): JsonValue | undefined {
		const value = this.value(key);
		return isObject(value) ? (value[name] as JsonValue | undefined) : undefined;
	}

	/** What some work comes to, and the keys that it asked for. */
	recording<Result>(work: () => Result): Recorded<Result> {
		const asked = new Set<string>();
		this.asked = asked;
		const result = work();
		this.asked = undefined;
		return { result, asked };
	}

	/** The keys that two groups do not have in common, by value and layer; undefined where they are more than `most`. */
	differences(other: SettingsView, most: number): string[] | undefined {
		const keys: string[] = [];
		for (const [key, { value, layer }] of this.settings) {
			const there = other.settings.get(key);
			if (there?.value === value && there.layer === layer) continue;
			if (keys.push(key) > most) return undefined;
		}
		for (const key of other.settings.keys()) {
			if (!this.settings.has(key) && keys.push(key) > most) return undefined;
		}
		return keys;
	}
}
