import { isObject } from "./json.js";
import type { Path } from "./path.js";

/**
 * A secret by reference: an environment variable, a Pulumi configuration secret, or a value that a program passes
 * at the place the reference names. The value itself never stands in a deployment.
 */
export type SecretReference =
	| { readonly fromEnv: string }
	| { readonly fromConfig: string }
	| { readonly fromProgram: string };

const kinds = ["fromEnv", "fromConfig", "fromProgram"];

/** A value by its reference; undefined where it cannot be had here. */
export type SecretLookup = (reference: SecretReference) => string | undefined;

/** Whether a value is a secret reference: an object whose only member is one of the kinds. */
export function isSecretReference(value: unknown): value is SecretReference {
	if (!isObject(value)) return false;
	const [name, ...others] = Object.keys(value);
	if (name === undefined || others.length > 0 || !kinds.includes(name)) return false;
	return typeof value[name] === "string";
}

/** Whether a value was meant as a secret reference, whatever else is wrong with it. */
export function isMeantAsReference(value: unknown): boolean {
	return isObject(value) && kinds.some((kind) => Object.hasOwn(value, kind));
}

/** Every secret reference in a value, with its path inside the value. */
export function findSecrets(value: unknown, path: Path = []): { path: Path; reference: SecretReference }[] {
	if (isSecretReference(value)) return [{ path, reference: value }];
	if (Array.isArray(value)) return value.flatMap((item, index) => findSecrets(item, [...path, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => findSecrets(member, [...path, name]));
}

/** Words for a reference in a message; names the place, never the value. */
export function describeSecret(reference: SecretReference): string {
	if ("fromEnv" in reference) return `environment variable ${reference.fromEnv}`;
	if ("fromConfig" in reference) return `Pulumi configuration secret ${reference.fromConfig}`;
	return `the secret that the program passes at ${reference.fromProgram}`;
}
