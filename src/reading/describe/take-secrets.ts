import { findKey } from "../../configuration/catalogue.js";
import { findPlainSecrets } from "../../configuration/check-plain-secrets.js";
import { isCredential, takesSecretsInside } from "../../configuration/managed-key.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import { formatPath, type Path } from "../../path.js";

/** A credential that stood in a file and is to be set before the deployment is compiled. */
export interface TakenSecret {
	/** Of the environment variable. */
	readonly name: string;
	/** Where it stood, by the key. */
	readonly at: Path;
}

/** Names of environment variables for credentials: equal values of a key share one, others have one each. */
export class SecretNames {
	readonly #names = new Map<string, { readonly text: string; readonly at: Path }>();

	/** Never shows the text again. */
	nameOf(at: Path, text: string): string {
		const base = environmentName(at);
		for (let count = 1; ; count++) {
			const name = count === 1 ? base : `${base}_${count}`;
			const known = this.#names.get(name);
			if (known && known.text !== text) continue;
			this.#names.set(name, { text, at: known?.at ?? at });
			return name;
		}
	}

	get taken(): readonly TakenSecret[] {
		return [...this.#names].map(([name, { at }]) => ({ name, at }));
	}
}

/** Settings with references in the place of credentials, and of whatever stands where credentials do. */
export function takeSecrets(settings: JsonObject, names: SecretNames): JsonObject {
	return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, withoutSecrets(key, value, names)]));
}

function withoutSecrets(key: string, value: JsonValue, names: SecretNames): JsonValue {
	const known = findKey(key);
	const take = (text: string, at: Path) => ({ fromEnv: names.nameOf(at, text) });
	if (known && isCredential(known)) return typeof value === "string" ? take(value, [key]) : value;
	if (!known && typeof value === "string" && isCredentialName(key)) return take(value, [key]);
	if (known && !takesSecretsInside(known)) return value;
	const found = new Set(findPlainSecrets(value, key, [key]).map(({ path }) => formatPath(path)));
	return mapTexts(value, [key], (text, at) => (found.has(formatPath(at)) || isEnvironment(at) ? take(text, at) : text));
}

/** The environment of a program may hold anything, so all of it is taken for confidential. */
function isEnvironment(at: Path): boolean {
	return at.at(-2) === "env";
}

function isCredentialName(name: string): boolean {
	return /(?:token|secret|password|api_?key|cookie|credential)s?$/i.test(name);
}

function mapTexts(value: JsonValue, at: Path, change: (text: string, at: Path) => JsonValue): JsonValue {
	if (typeof value === "string") return change(value, at);
	if (Array.isArray(value)) return value.map((item, index) => mapTexts(item, [...at, index], change));
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [name, mapTexts(member, [...at, name], change)]),
	);
}

/** `inferenceGatewayApiKey` is INFERENCE_GATEWAY_API_KEY. */
function environmentName(at: Path): string {
	const words = at
		.filter((step) => typeof step === "string")
		.flatMap((step) => step.replace(/([a-z0-9])([A-Z])/g, "$1_$2").split(/[^A-Za-z0-9]+/))
		.filter((word) => word !== "");
	return words.join("_").toUpperCase() || "SECRET";
}
