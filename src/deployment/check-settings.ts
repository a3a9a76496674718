import { findKey, keysByFold } from "../configuration/catalogue.js";
import { checkExtraName, checkName } from "../configuration/check-name.js";
import { findMdmVariables } from "../configuration/check-placeholders.js";
import { findPlainSecrets, likelySecret } from "../configuration/check-plain-secrets.js";
import { checkSetting } from "../configuration/check-setting.js";
import type { ManagedKey } from "../configuration/managed-key.js";
import { nearestKey } from "../configuration/nearest-key.js";
import { isObject } from "../json.js";
import { formatPath, type Path } from "../path.js";
import { below, error, type Problem, warning } from "../problem.js";
import { checkReferenceNames } from "../reference/check-reference-names.js";
import { isLateReference, isMeantAsReference, isSecretReference, notAReference } from "../reference/reference.js";
import type { SettingsContext } from "./settings-context.js";

/** One `settings` block: names, values, and what the rest of the deployment says already. */
export function checkSettings(settings: unknown, at: Path, context: SettingsContext): Problem[] {
	if (!isObject(settings)) return [];
	return Object.entries(settings).flatMap(([name, value], index) => {
		const path = [...at, name];
		const ofName = checkKeyName(name, context, index);
		if (ofName.length > 0) return ofName.map((problem) => below(path, problem));
		return [...checkSetting(name, value, path), ...foreignKey(name, path, context)];
	});
}

function checkKeyName(name: string, context: SettingsContext, index: number): readonly Problem[] {
	const known = checkName(name);
	if (known.length > 0) return known;
	const key = findKey(name);
	const dotted = checkDottedName(name);
	if (!key) return dotted.length > 0 ? dotted : [unknownKey(name, index)];
	const elsewhere = context.setElsewhere.get(name);
	const set = elsewhere ? `already set by ${formatPath(elsewhere)}` : "set by the inference block";
	if (elsewhere || setByInference.includes(name)) return [error("set-elsewhere", [], `is ${set}; remove it here`)];
	const unsaid = context.leftUnsaid.get(name);
	if (unsaid) return [error("set-elsewhere", [], `is for ${formatPath(unsaid)} to say; write it there`)];
	if (isForeign(key, context)) return [];
	const signIn = context.credentials.get(name);
	if (signIn) {
		const message = `goes with a way to sign in, of which there is exactly one; write it as ${formatPath(signIn)}`;
		return [error("sign-in-key", [], message)];
	}
	const checked = context.routeChecked.get(name);
	if (!checked) return [];
	return [error("route-key", [], `is checked against the route; write it as ${formatPath(checked)}`)];
}

/** Whether the deployment's route does not read a key. */
function isForeign({ providers }: ManagedKey, { provider }: SettingsContext): boolean {
	return provider !== undefined && providers !== undefined && !providers.includes(provider);
}

/** Harmless on a device, and hardly meant. */
function foreignKey(name: string, path: Path, context: SettingsContext): Problem[] {
	const key = findKey(name);
	if (!key?.providers || !isForeign(key, context)) return [];
	const message = `is a key of ${key.providers.join(" and ")}, which an app on ${context.provider} ignores; remove it`;
	return [warning("foreign-key", path, message)];
}

/** Keys of every route, also where it is open which route is meant. */
const setByInference = ["inferenceProvider", "inferenceCredentialKind"];

function unknownKey(name: string, index: number): Problem {
	const near = nearestKey(name, index);
	const cure = near ? `did you mean "${near}"?` : "a key newer than this catalogue goes into extraSettings";
	return error("unknown-key", [], `unknown key; ${cure}`);
}

/** The app never reads `banner.enabled`, although its own files show such names. */
function checkDottedName(name: string): readonly Problem[] {
	const [key = "", ...members] = name.split(".");
	if (members.length === 0 || !findKey(key)) return [];
	const message = `is a dotted name, which the app never reads; write the members inside ${key}`;
	return [error("dotted-name", [], message)];
}

/** One `extraSettings` block: only what the catalogue does not know, which is kept as it is. */
export function checkExtraSettings(settings: unknown, at: Path): Problem[] {
	if (!isObject(settings)) return [];
	return Object.entries(settings).flatMap(([name, value]) => {
		const path = [...at, name];
		if (findKey(name))
			return [error("known-key", path, "is a key the catalogue knows; move it to settings, where it is checked")];
		const ofName = [...checkExtraName(name), ...checkDottedName(name)];
		if (ofName.length > 0) return ofName.map((problem) => below(path, problem));
		const known = keysByFold.get(name.toLowerCase());
		if (known !== undefined) {
			const message = `differs from the key ${known} by case alone, which Windows does not tell apart; write ${known} in settings`;
			return [error("same-but-for-case", path, message)];
		}
		if (!isCarriedByJson(value))
			return [
				error(
					"number-not-carried",
					path,
					"holds a number that does not reach every device as it is; write it in quotes",
				),
			];
		return [
			...checkExtraReferences(value, path),
			...checkExtraSecrets(name, value, path),
			...findMdmVariables(value, path),
		];
	});
}

/** Nothing tells what an unknown key takes, so what is not quite a reference would be written as it stands. */
function checkExtraReferences(value: unknown, at: Path): Problem[] {
	if (isSecretReference(value)) return checkReferenceNames(value, at);
	// What only the cloud will know is referred to by provisioning alone.
	if (isMeantAsReference(value) || isLateReference(value)) return [error("not-a-reference", at, notAReference)];
	if (Array.isArray(value)) return value.flatMap((item, index) => checkExtraReferences(item, [...at, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => checkExtraReferences(member, [...at, name]));
}

const credentialName = /(?:token|secret|password|api_?key|cookie)s?$/i;

/** What an unknown key means is open, so text that its name calls a credential only may be one. */
function checkExtraSecrets(name: string, value: unknown, path: Path): Problem[] {
	if (typeof value === "string" && credentialName.test(name)) return [warning("likely-secret", path, likelySecret)];
	return findPlainSecrets(value, name, path);
}

function isCarriedByJson(value: unknown): boolean {
	if (typeof value === "number")
		return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
	return typeof value !== "object" || value === null || Object.values(value).every(isCarriedByJson);
}
