import { isJsonObject, isObject, type JsonValue } from "../json.js";

/**
 * Text that stands in planned data for what is known only once the plan is placed: what the cloud answers, and what a
 * program passes. No cloud's names hold angle brackets, so that a token is found again wherever it stands.
 */
export function token(name: string): string {
	// The names that people give members of a deployment may hold anything.
	return `<late:${name.replace(/[<>%]/g, encodeURIComponent)}>`;
}

const anyToken = /<late:([^<>]+)>/g;

function nameIn(written: string): string {
	return written.replace(/%(?:3C|3E|25)/g, decodeURIComponent);
}

/** Names of the tokens in plain data, each once, in order. */
export function tokensIn(data: unknown): string[] {
	const found = textsIn(data).flatMap((text) => [...text.matchAll(anyToken)]);
	return [...new Set(found.map(([, written = ""]) => nameIn(written)))];
}

/** Every text, names of members too. Not as JSON, which writes the quotes in a token's name otherwise. */
function textsIn(data: unknown): string[] {
	if (typeof data === "string") return [data];
	if (Array.isArray(data)) return data.flatMap(textsIn);
	return isObject(data) ? Object.entries(data).flatMap(([name, member]) => [name, ...textsIn(member)]) : [];
}

/** What stands for tokens, by their names; a list stands among the items of a list. */
export type KnownTokens = Readonly<Record<string, string | readonly string[]>>;

/** Plain data with every token replaced; one without a value is an error. */
export function fillTokens(data: JsonValue, values: KnownTokens): JsonValue {
	if (typeof data === "string") return fillText(data, values);
	if (Array.isArray(data)) return data.flatMap((item) => fillItem(item, values));
	if (!isJsonObject(data)) return data;
	return Object.fromEntries(
		Object.entries(data).map(([name, member]) => [fillText(name, values), fillTokens(member, values)]),
	);
}

/** A text with every token replaced; one without a value is an error. */
export function fillText(text: string, values: KnownTokens): string {
	return text.replace(anyToken, (_, written: string) => {
		const name = nameIn(written);
		const value = known(name, values);
		if (typeof value === "string") return value;
		throw new TypeError(`the value of ${name} is a list, which stands only for an item of a list`);
	});
}

function fillItem(item: JsonValue, values: KnownTokens): readonly JsonValue[] {
	const [, written] = (typeof item === "string" && /^<late:([^<>]+)>$/.exec(item)) || [];
	const value = written === undefined ? undefined : known(nameIn(written), values);
	return Array.isArray(value) ? value : [fillTokens(item, values)];
}

function known(name: string, values: KnownTokens): string | readonly string[] {
	const value = Object.hasOwn(values, name) ? values[name] : undefined;
	if (value === undefined) throw new RangeError(`nothing is known of ${name}`);
	return value;
}
