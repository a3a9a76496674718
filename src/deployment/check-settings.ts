import { findKey, keyNames } from "../configuration/catalogue.js";
import { checkSetting } from "../configuration/check-setting.js";
import { refusal } from "../configuration/refused-names.js";
import { isObject } from "../json.js";
import { nearestName } from "../nearest-name.js";
import { formatPath, type Path } from "../path.js";
import { error, type Problem } from "../problem.js";

/** Keys that something else in the deployment sets, each with the place that does. */
export type SetElsewhere = ReadonlyMap<string, Path>;

/** What a key may not stand in `settings` for, although the catalogue knows it. */
export interface SettingsContext {
	readonly provider: string | undefined;
	readonly setElsewhere: SetElsewhere;
	/** Keys of the route's sign-in: a second credential beside the chosen one. */
	readonly credentialKeys: ReadonlySet<string>;
}

/** One `settings` block: names, values, and what the route says already. */
export function checkSettings(settings: unknown, at: Path, context: SettingsContext): Problem[] {
	if (!isObject(settings)) return [];
	return Object.entries(settings).flatMap(([name, value]) => {
		const path = [...at, name];
		const refused = checkName(name, context);
		return refused === undefined ? checkSetting(name, value, path) : [error(path, refused)];
	});
}

function checkName(name: string, context: SettingsContext): string | undefined {
	const elsewhere = context.setElsewhere.get(name);
	if (elsewhere) return `is already set by ${formatPath(elsewhere)}; remove one of the two`;
	if (name === "deploymentOrganizationUuid") return undefined;
	const refused = refusal(name);
	if (refused !== undefined) return refused;
	const key = findKey(name);
	if (!key) return unknownKey(name);
	if (name === "inferenceProvider" || name === "inferenceCredentialKind")
		return "is set by the inference block; remove it";
	if (context.provider && key.providers && !key.providers.includes(context.provider)) {
		return `belongs to ${key.providers.join(" and ")}; this deployment's route is ${context.provider}`;
	}
	if (context.credentialKeys.has(name))
		return `is a second credential; write it as inference.${context.provider}.signIn, which takes exactly one`;
	return undefined;
}

function unknownKey(name: string): string {
	const near = nearestName(name, keyNames);
	return near
		? `unknown key; did you mean "${near}"?`
		: "unknown key; a key newer than this catalogue goes into extraSettings";
}

/** One `extraSettings` block: only what the catalogue does not know. */
export function checkExtraSettings(settings: unknown, at: Path): Problem[] {
	if (!isObject(settings)) return [];
	return Object.entries(settings).flatMap(([name, value]) => {
		const path = [...at, name];
		if (findKey(name)) return [error(path, "is a key the catalogue knows; move it to settings, where it is checked")];
		return isCarriedByJson(value)
			? []
			: [error(path, "holds a number that JSON cannot carry; expected a finite number")];
	});
}

function isCarriedByJson(value: unknown): boolean {
	if (typeof value === "number") return Number.isFinite(value);
	return typeof value !== "object" || value === null || Object.values(value).every(isCarriedByJson);
}
