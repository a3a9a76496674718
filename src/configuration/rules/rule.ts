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

	value(key: string): JsonValue | undefined {
		return this.configuration.settings.get(key)?.value;
	}

	text(key: string): string | undefined {
		const value = this.value(key);
		return typeof value === "string" ? value : undefined;
	}

	list(key: string): readonly JsonValue[] {
		const value = this.value(key);
		return Array.isArray(value) ? value : [];
	}

	/** A text member of an object-valued key. */
	memberText(key: string, member: string): string | undefined {
		const value = this.value(key);
		const found = isObject(value) ? value[member] : undefined;
		return typeof found === "string" ? found : undefined;
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
