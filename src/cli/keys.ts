import { findKey, keyNames } from "../configuration/catalogue.js";
import { type ManagedKey, sourcesOf } from "../configuration/managed-key.js";
import { prettyJson } from "../json.js";
import type { Output } from "./output.js";

export interface KeysOptions {
	readonly section?: string;
	readonly provider?: string;
	readonly secret?: boolean;
	readonly json?: boolean;
}

/** Lists the catalogue, narrowed by a word and by what a key is. */
export async function keys(word: string | undefined, options: KeysOptions, output: Output): Promise<void> {
	const found = keyNames.flatMap((name) => {
		const key = findKey(name);
		return key && matches(name, key, word?.toLowerCase(), options) ? [{ name, key }] : [];
	});
	if (options.json) {
		output.result(prettyJson(found.map(({ name, key }) => describeKey(name, key))).trimEnd());
		return;
	}
	const { table } = await import("./table.js");
	if (found.length > 0) {
		const rows = found.map(({ name, key }) => [name, key.type, key.since, key.secret ? "secret" : "", key.summary]);
		output.result(table(["key", "type", "since", "", "summary"], rows, output));
	}
	output.result(`${found.length} of ${keyNames.length} keys`);
}

function matches(name: string, key: ManagedKey, word: string | undefined, options: KeysOptions): boolean {
	if (word !== undefined && !`${name} ${key.summary}`.toLowerCase().includes(word)) return false;
	if (options.section !== undefined && !key.section.toLowerCase().startsWith(options.section.toLowerCase()))
		return false;
	if (options.provider !== undefined && key.providers && !key.providers.includes(options.provider)) return false;
	return !options.secret || key.secret === true;
}

function describeKey(name: string, key: ManagedKey) {
	const { schema: _schema, alsoOn: _alsoOn, secret = false, delivery = "mdm+bootstrap", ...facts } = key;
	return { key: name, ...facts, secret, delivery, source: sourcesOf(name, key) };
}
