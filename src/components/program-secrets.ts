import * as pulumi from "@pulumi/pulumi";
import { findCredentials } from "../deployment/parse.js";
import { deepestNesting, isPlainObject } from "../deployment/plain-data.js";
import { formatPath, type Path } from "../path.js";

/** A deployment as plain data, and what stood in it as an output or a credential, by the place it stood at. */
export interface PlainDeployment {
	readonly value: unknown;
	readonly secrets: PassedSecrets;
}

export type PassedSecrets = ReadonlyMap<string, pulumi.Input<string>>;

/**
 * Takes the secrets out of a program's deployment: each output, and each text that would be a secret in the clear.
 * What stays is a reference that names its place.
 */
export function takeSecrets(deployment: unknown): PlainDeployment {
	const secrets = new Map<string, pulumi.Input<string>>();
	const take = (secret: pulumi.Input<string>, path: Path) => {
		secrets.set(formatPath(path), secret);
		return { fromProgram: formatPath(path) };
	};
	const plain = replace(deployment, [], (value, path) => (isLate(value) ? take(value, path) : value));
	const credentials = new Set(findCredentials(plain).map(formatPath));
	if (credentials.size === 0) return { value: plain, secrets };
	const value = replace(plain, [], (text, path) =>
		typeof text === "string" && credentials.has(formatPath(path)) ? take(text, path) : text,
	);
	return { value, secrets };
}

/** What it resolves to is seen to be text once it is there. */
function isLate(value: unknown): value is pulumi.Output<string> | Promise<string> {
	return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** The same plain data with every leaf replaced; whatever else there is passes as it is, to be refused with the rest. */
function replace(value: unknown, path: Path, leaf: (value: unknown, path: Path) => unknown): unknown {
	if (path.length > deepestNesting) return value;
	if (Array.isArray(value)) return value.map((item: unknown, index) => replace(item, [...path, index], leaf));
	if (typeof value !== "object" || value === null || !isPlainObject(value)) return leaf(value, path);
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [name, replace(member, [...path, name], leaf)]),
	);
}
