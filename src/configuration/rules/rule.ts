import { error, type Problem, warning } from "../../problem.js";
import type { ManagedConfiguration } from "../managed-configuration.js";
import { SettingsView } from "../settings-view.js";
import type { RuledRoute, RuledRoutes } from "./ruled-route.js";

/** A rule between keys of one group's configuration. It tolerates values of the wrong type: those are reported elsewhere. */
export type Rule = (view: ConfigurationView) => readonly Problem[];

/** A configuration as rules read it. */
export class ConfigurationView extends SettingsView {
	/** The route that the configuration is for; undefined where it is open which. */
	readonly route: RuledRoute | undefined;

	constructor(configuration: ManagedConfiguration, routes: RuledRoutes) {
		super(configuration);
		const word = this.text("inferenceProvider") ?? "";
		this.route = Object.hasOwn(routes, word) ? routes[word] : undefined;
	}

	/** Whether somebody wrote the key, so that it can be taken away; a preset's keys cannot. */
	isWritten(key: string): boolean {
		const layer = this.get(key)?.layer;
		return layer !== undefined && layer !== "preset";
	}

	/** An address, where the key has one that can be read. */
	url(key: string): URL | undefined {
		const text = this.text(key);
		return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
	}

	error(code: string, key: string, message: string, ...inside: (string | number)[]): Problem {
		return error(code, [...this.pathOf(key), ...inside], message);
	}

	warning(code: string, key: string, message: string, ...inside: (string | number)[]): Problem {
		return warning(code, [...this.pathOf(key), ...inside], message);
	}

	private pathOf(key: string) {
		return this.get(key)?.path ?? ["settings", key];
	}
}
