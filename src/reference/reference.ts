import { isObject } from "../json.js";

/**
 * A secret by reference: an environment variable, a Pulumi configuration secret, or a value that a program passes
 * at the place the reference names. The value itself never stands in a deployment.
 */
export type SecretReference =
	| { readonly fromEnv: string }
	| { readonly fromConfig: string }
	| { readonly fromProgram: string };

/** A value that only the cloud will know, such as the address of an endpoint still to be created. */
export type LateReference = { readonly fromCloud: LateValue };

/** What a late reference refers to. Whether it is a secret is said by the managed key that takes it. */
export type LateValue = {
	/** Distinct in a deployment; the name of the value in `settings.json` and `egress.json`. */
	readonly name: string;
	/** What people call it: `the key that AWS will create for group general`. */
	readonly words: string;
	/** Id of the model that answers by the value, where it stands for one. */
	readonly model?: string;
	/** Where in the deployment the value can be written instead. @default - it comes from the cloud alone */
	readonly instead?: string;
};

/** What stands in a configuration for a value that is not there yet. */
export type Reference = SecretReference | LateReference;

/** A secret by its reference; undefined where it cannot be had here. */
export type SecretLookup = (reference: SecretReference) => string | undefined;

/** A value by its reference; undefined where it cannot be had here. */
export type ReferenceLookup = (reference: Reference) => string | undefined;

const secretKinds = ["fromEnv", "fromConfig", "fromProgram"];

/** Whether a value is a secret reference: an object whose only member is one of the kinds. */
export function isSecretReference(value: unknown): value is SecretReference {
	if (!isObject(value)) return false;
	const [name, another] = Object.keys(value);
	if (name === undefined || another !== undefined || !secretKinds.includes(name)) return false;
	return typeof value[name] === "string";
}

/** What is said of a value that was meant as a secret reference and is none. */
export const notAReference = "is no secret reference; expected { fromEnv: NAME } or { fromConfig: key } alone";

/** Whether a value was meant as a secret reference, whatever else is wrong with it. */
export function isMeantAsReference(value: unknown): boolean {
	return isObject(value) && secretKinds.some((kind) => Object.hasOwn(value, kind));
}

export function isLateReference(value: unknown): value is LateReference {
	if (!isObject(value) || Object.keys(value).length !== 1) return false;
	return isObject(value.fromCloud) && typeof value.fromCloud.name === "string";
}

export function isReference(value: unknown): value is Reference {
	return isSecretReference(value) || isLateReference(value);
}

/** What a program passed, by the place it stood at. */
export function isProgramReference(value: unknown): value is { readonly fromProgram: string } {
	return isSecretReference(value) && "fromProgram" in value;
}

/** The name under which the value of a reference is handed over; equal for references to the same value. */
export function referenceName(reference: Reference): string {
	if (isLateReference(reference)) return `fromCloud ${reference.fromCloud.name}`;
	const [kind = "", name = ""] = Object.entries(reference)[0] ?? [];
	return `${kind} ${name}`;
}
