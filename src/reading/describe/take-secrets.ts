import { findKey } from "../../configuration/catalogue.js";
import { isCredential, takesSecretsInside } from "../../configuration/managed-key.js";
import type { JsonObject, JsonValue } from "../../json.js";
import type { Path } from "../../path.js";
import { type Problem, warning } from "../../problem.js";
import { holdsCredential, isCredentialText, isNamedByCredential } from "./credential-text.js";
import { mapTexts, type PlacedText, textsOf } from "./texts.js";

/** A credential that stood in a file and is to be set before the deployment is compiled. */
export interface TakenSecret {
	/** Of the environment variable. */
	readonly name: string;
	/** Where it stood, by the key. */
	readonly at: Path;
}

/** Names of environment variables for credentials: equal values of a key share one, others have one each. */
export class SecretNames {
	readonly #names = new Map<string, Path>();
	readonly #known = new Map<string, string>();
	readonly #counts = new Map<string, number>();

	/** Never shows the text again. */
	nameOf(at: Path, text: string): string {
		const base = environmentName(at);
		const known = this.#known.get(`${base}=${text}`);
		if (known !== undefined) return known;
		let count = this.#counts.get(base) ?? 0;
		let name: string;
		do {
			count++;
			name = count === 1 ? base : `${base}_${count}`;
		} while (this.#names.has(name));
		this.#counts.set(base, count);
		this.#known.set(`${base}=${text}`, name);
		this.#names.set(name, at);
		return name;
	}

	get taken(): readonly TakenSecret[] {
		return [...this.#names].map(([name, at]) => ({ name, at }));
	}
}

/**
 * Settings with references in the place of credentials, and of whatever stands where credentials do. A setting with one
 * where no reference can stand is left out; warnings name it, with paths that start at the settings.
 */
export function takeSecrets(
	settings: JsonObject,
	names: SecretNames,
): { readonly settings: JsonObject; readonly warnings: readonly Problem[] } {
	const warnings: Problem[] = [];
	const kept: [string, JsonValue][] = [];
	const reference = ({ at, text }: PlacedText) => ({ fromEnv: names.nameOf(at, text) });
	for (const [key, value] of Object.entries(settings)) {
		const irreplaceable = irreplaceableIn(key, value);
		if (irreplaceable === undefined) kept.push([key, withoutSecrets(key, value, reference)]);
		else {
			const message = `holds ${irreplaceable}, and no reference can stand there; it is left out`;
			warnings.push(warning("likely-secret", [key], message));
		}
	}
	return { settings: Object.fromEntries(kept), warnings };
}

/** What of a value reads as a credential where no reference can stand; undefined where there is none. */
function irreplaceableIn(key: string, value: JsonValue): string | undefined {
	if (isNamedByCredential(value)) return "a name that reads as a credential";
	return !takesReferences(key) && mayHoldCredential(key, value) ? "what reads as a credential" : undefined;
}

/**
 * A value with something else in the place of credentials; what refers to a secret already stays. Names of members are
 * looked at apart: {@link isNamedByCredential}.
 */
export function withoutSecrets(key: string, value: JsonValue, instead: (placed: PlacedText) => JsonValue): JsonValue {
	return mapTexts(value, [key], (placed) => (isSecretIn(key, placed) ? instead(placed) : placed.text));
}

/** Whether a key's value has in plain text what is, or may well be, a credential. */
export function mayHoldCredential(key: string, value: JsonValue): boolean {
	return isNamedByCredential(value) || textsOf(value, [key]).some((placed) => isSecretIn(key, placed));
}

function takesReferences(key: string): boolean {
	const known = findKey(key);
	return known === undefined || isCredential(known) || takesSecretsInside(known);
}

function isSecretIn(key: string, placed: PlacedText): boolean {
	const known = findKey(key);
	return (known && isCredential(known)) || isCredentialText(placed) || holdsCredential(placed.text, placed.at);
}

/** `inferenceGatewayApiKey` is INFERENCE_GATEWAY_API_KEY. */
function environmentName(at: Path): string {
	const words = at
		.filter((step) => typeof step === "string")
		.flatMap((step) => step.replace(/([a-z0-9])([A-Z])/g, "$1_$2").split(/[^A-Za-z0-9]+/))
		.filter((word) => word !== "");
	if (words.length === 0) words.push("secret");
	// Of one word there are variables that every environment has, such as PATH and HOME.
	if (words.length === 1) words.unshift("cowork");
	return words.join("_").toUpperCase();
}
