import { canonicalJson, isJsonObject, type JsonValue } from "../json.js";

const longest = 160;

/** A value for people, on one line; of a secret the name by which it is had. */
export function shown(value: JsonValue | undefined): string {
	if (value === undefined) return "not set";
	if (isJsonObject(value) && Object.keys(value).length === 1) {
		const { secret, late } = value;
		if (isJsonObject(secret)) return `the secret ${Object.values(secret).join()}`;
		if (typeof late === "string") return `${late} of the cloud`;
	}
	const text = canonicalJson(value);
	return text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? "";
	return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** `1 group`, `2 groups`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
