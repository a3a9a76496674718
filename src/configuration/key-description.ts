import { type KeyType, type ManagedKey, sourcesOf } from "./managed-key.js";

export interface KeyDescription {
	readonly sentences: readonly string[];
	/** The page that documents the key. */
	readonly source: string;
}

/** What somebody who sets a key in a console of device management should know of it. */
export function describeKey(name: string, key: ManagedKey): KeyDescription {
	const { summary, since, removedIn, providers, platforms, secret, deprecated } = key;
	const form = forms[key.type];
	const sentences = [
		summary,
		...(form === undefined ? [] : [form]),
		`Since Claude Desktop ${since}${removedIn === undefined ? "" : `, up to ${removedIn}`}.`,
		...(providers ? [`Read with inferenceProvider ${providers.join(", ")}.`] : []),
		...(platforms ? [`Read on ${platforms.map((each) => platformNames[each]).join(", ")}.`] : []),
		...defaultOf(key),
		...(secret ? ["May hold a credential, which stands in clear on the device."] : []),
		...(deprecated === undefined ? [] : [`Deprecated: ${deprecated}.`]),
	];
	return { sentences, source: sourcesOf(name, key)[0] ?? "" };
}

const forms: Readonly<Partial<Record<KeyType, string>>> = {
	number: "A number.",
	object: "A JSON object.",
	"string[]": "A JSON list of texts.",
	"object[]": "A JSON list of objects.",
	"object[]|string[]": "A JSON list of texts or objects.",
};

const platformNames = { macos: "macOS", windows: "Windows", linux: "Linux" } as const;

function defaultOf({ default: value, defaultNote }: ManagedKey): readonly string[] {
	const words = [
		...(value === undefined ? [] : [typeof value === "string" ? value : JSON.stringify(value)]),
		...(defaultNote === undefined ? [] : [defaultNote]),
	];
	return words.length === 0 ? [] : [`Where it is not set: ${words.join("; ")}.`];
}
