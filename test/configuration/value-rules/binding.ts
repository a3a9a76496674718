import { checkSetting } from "../../../src/configuration/check-setting.js";
import { checkVersions } from "../../../src/configuration/check-versions.js";
import { checkRules } from "../../../src/configuration/rules/index.js";
import type { JsonObject } from "../../../src/json.js";
import { formatPath } from "../../../src/path.js";
import type { Problem } from "../../../src/problem.js";
import { registries } from "../../../src/registries.js";
import { type Circumstances, configurationOf } from "../../support/configuration.js";

export type Decision = "error" | "warning" | "accept";

/** A rule of the app for a value, as the facts have it. */
export interface Row {
	readonly key: string;
	readonly member?: string;
	readonly rule: string;
	readonly kind: string;
	readonly decision: Decision | "note";
}

/** Settings of a group that break a rule, or use it, and where and by which code that is said. */
export interface Example {
	readonly settings: JsonObject;
	readonly at?: string;
	readonly code?: string;
	readonly circumstances?: Circumstances;
}

/** What stands for rows of the facts: those of a key and member whose rule has some words in it. */
export interface Binding {
	readonly keys: readonly string[];
	readonly member: string;
	readonly words: string;
	readonly decision: Decision;
	readonly examples: readonly Example[];
}

export function isBoundBy(row: Row, { keys, member, words, decision }: Binding): boolean {
	return (
		row.decision === decision && keys.includes(row.key) && (row.member ?? "") === member && row.rule.includes(words)
	);
}

const keysOf = (keys: string | readonly string[]) => (typeof keys === "string" ? [keys] : keys);

/** Values of one key, each with the place inside it that is refused or warned about. */
export function bind(
	decision: Decision,
	keys: string | readonly string[],
	member: string,
	words: string,
	values: readonly (readonly [
		value: unknown,
		at?: string,
		more?: Pick<Example, "circumstances">,
		others?: JsonObject,
	])[],
): Binding {
	const examples = keysOf(keys).flatMap((key) =>
		values.map(([value, at = "", more, others]) => ({
			settings: { ...others, [key]: value } as JsonObject,
			at: `${key}${at}`,
			...more,
		})),
	);
	return { keys: keysOf(keys), member, words, decision, examples };
}

/** The newest app that anybody may state, so that only what is stated of older ones is gated. */
const recent: Circumstances = { oldest: "2.16120.0", platforms: ["macos", "windows"] };

/** Everything that is said of settings, wherever it is said. */
export function saidOf({ settings, circumstances = recent }: Example): Problem[] {
	const each = Object.entries(settings).flatMap(([key, value]) => checkSetting(key, value, [key]));
	const configuration = configurationOf(settings, circumstances);
	const bare = new Map([...configuration.settings].map(([key, setting]) => [key, { ...setting, path: [key] }]));
	const whole = { ...configuration, settings: bare };
	return [...each, ...checkRules(whole, registries.routes), ...checkVersions(whole)];
}

/** Whether a problem is said at a place or inside it. */
export function isAt({ path }: Problem, at: string): boolean {
	const place = formatPath(path);
	return place === at || place.startsWith(`${at}.`) || place.startsWith(`${at}[`);
}
