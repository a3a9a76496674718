import { isJsonObject, type JsonValue } from "../json.js";

/**
 * Text that stands in planned data for what is known only once the plan is placed: what the cloud answers, and what a
 * program passes. No cloud's names hold angle brackets, so that a token is found again wherever it stands.
 */
export function token(name: string): string {
	return `<late:${name}>`;
}

/** Names of the tokens in plain data, each once, in order. */
export function tokensIn(data: unknown): string[] {
	const text = typeof data === "string" ? data : (JSON.stringify(data) ?? "");
	return [...new Set([...text.matchAll(/<late:([^<>]+)>/g)].flatMap(([, name]) => name ?? []))];
}

/** What stands for tokens, by their names; a list stands among the items of a list. */
export type KnownTokens = Readonly<Record<string, string | readonly string[]>>;

/** Plain data with every token replaced; one without a value is an error. */
export function fillTokens(data: JsonValue, values: KnownTokens): JsonValue {
	if (typeof data === "string") return fillText(data, values);
	if (Array.isArray(data)) return data.flatMap((item) => fillItem(item, values));
	if (!isJsonObject(data)) return data;
	return Object.fromEntries(Object.entries(data).map(([name, member]) => [name, fillTokens(member, values)]));
}

/** A text with every token replaced; one without a value is an error. */
export function fillText(text: string, values: KnownTokens): string {
	return text.replace(/<late:([^<>]+)>/g, (_, name: string) => {
		const value = known(name, values);
		if (typeof value === "string") return value;
		throw new TypeError(`the value of ${name} is a list, which stands only for an item of a list`);
	});
}

function fillItem(item: JsonValue, values: KnownTokens): readonly JsonValue[] {
	const [, name] = (typeof item === "string" && /^<late:([^<>]+)>$/.exec(item)) || [];
	const value = name === undefined ? undefined : known(name, values);
	return Array.isArray(value) ? value : [fillTokens(item, values)];
}

function known(name: string, values: KnownTokens): string | readonly string[] {
	const value = Object.hasOwn(values, name) ? values[name] : undefined;
	if (value === undefined) throw new RangeError(`nothing is known of ${name}`);
	return value;
}
