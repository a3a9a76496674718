import { isObject, type JsonValue } from "../../json.js";
import { error, type Problem, warning } from "../../problem.js";
import type { ManagedConfiguration } from "../managed-configuration.js";

/** A rule between keys of one group's configuration. It tolerates values of the wrong type: those are reported elsewhere. */
export type Rule = (view: ConfigurationView) => readonly Problem[];

/** A configuration as rules read it. */
export class ConfigurationView {
	constructor(readonly configuration: ManagedConfiguration) {}

	has(key: string): boolean {
		return this.configuration.settings.has(key);
	}

	/** Whether somebody wrote the key, so that it can be taken away; a preset's keys cannot. */
	isWritten(key: string): boolean {
		const layer = this.configuration.settings.get(key)?.layer;
		return layer !== undefined && layer !== "preset";
	}

	value(key: string): JsonValue | undefined {
		return this.configuration.settings.get(key)?.value;
	}

	text(key: string): string | undefined {
		const value = this.value(key);
		return typeof value === "string" ? value : undefined;
	}

	/** An address, where the key has one that can be read. */
	url(key: string): URL | undefined {
		const text = this.text(key);
		return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
	}

	list(key: string): readonly JsonValue[] {
		const value = this.value(key);
		return Array.isArray(value) ? value : [];
	}

	/** A member of an object-valued key. */
	member(key: string, name: string): unknown {
		const value = this.value(key);
		return isObject(value) ? value[name] : undefined;
	}

	error(key: string, message: string, ...inside: (string | number)[]): Problem {
		return error([...this.pathOf(key), ...inside], message);
	}

	warning(key: string, message: string, ...inside: (string | number)[]): Problem {
		return warning([...this.pathOf(key), ...inside], message);
	}

	private pathOf(key: string) {
		return this.configuration.settings.get(key)?.path ?? ["settings", key];
	}
}
