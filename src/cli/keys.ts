import { findKey, keyNames } from "../configuration/catalogue.js";
import { type ManagedKey, sourcesOf } from "../configuration/managed-key.js";
import { knownRoutes } from "../inference/routes/known.js";
import { nearestName, suggestName } from "../nearest-name.js";
import { quote } from "../shape/describe.js";
import { CommandExit } from "./exit.js";
import { type Output, printJson } from "./output.js";

export interface KeysOptions {
	readonly section?: string;
	readonly provider?: string;
	readonly secret?: boolean;
	readonly json?: boolean;
}

/** Lists the catalogue, narrowed by words that a key has to have and by what it is. */
export async function keys(given: readonly string[], options: KeysOptions, output: Output): Promise<void> {
	const all = keyNames.flatMap((name) => {
		const key = findKey(name);
		return key ? [{ name, key }] : [];
	});
	const section = options.section && chooseSection(options.section, new Set(all.map(({ key }) => key.section)));
	if (options.provider && !Object.hasOwn(knownRoutes, options.provider)) {
		const hint = suggestName(options.provider, Object.keys(knownRoutes));
		throw new CommandExit(2, `no provider "${options.provider}"; ${hint}`);
	}
	const asked = given.join(" ");
	const words = asked.toLowerCase().split(/\s+/);
	const found = all.filter(({ name, key }) => matches(name, key, words, { ...options, section }));
	if (options.json) {
		printJson(
			output,
			found.map(({ name, key }) => describeKey(name, key)),
		);
		return;
	}
	const { table } = await import("./table.js");
	if (found.length > 0) {
		const rows = found.map(({ name, key }) => [name, key.type, key.since, key.secret ? "secret" : "", key.summary]);
		output.result(table(["key", "type", "since", "", "summary"], rows, output));
	}
	if (found.length === 0 && asked !== "") output.notice(`no key or summary has ${quote(asked)}; ${hint(asked, all)}`);
	output.result(`${found.length} of ${keyNames.length} keys`);
}

/** A key that is near, or one of the words that keys and summaries are made of. */
function hint(word: string, all: readonly { readonly name: string; readonly key: ManagedKey }[]): string {
	const parts = all.flatMap(({ name, key }) => `${name} ${key.summary}`.match(wordOfName) ?? []);
	const near = nearestName(word, keyNames) ?? nearestName(word, [...new Set(parts.map((part) => part.toLowerCase()))]);
	if (near !== undefined) return `did you mean "${near}"?`;
	return "part of a word finds more, and without one every key is listed";
}

/** What one of several words run together, or one of a sentence, is; shorter ones are near anything. */
const wordOfName = /[A-Za-z][a-z]{3,}/g;

/** The section that a word begins, in any case. */
function chooseSection(word: string, sections: ReadonlySet<string>): string {
	const section = [...sections].find((each) => each.toLowerCase().startsWith(word.toLowerCase()));
	if (section === undefined) throw new CommandExit(2, `no section "${word}"; ${suggestName(word, [...sections])}`);
	return section;
}

interface Filter {
	readonly section?: string | undefined;
	readonly provider?: string;
	readonly secret?: boolean;
}

function matches(name: string, key: ManagedKey, words: readonly string[], filter: Filter): boolean {
	const text = `${name} ${key.summary}`.toLowerCase();
	if (!words.every((word) => text.includes(word))) return false;
	if (filter.section && key.section !== filter.section) return false;
	if (filter.provider && key.providers && !key.providers.includes(filter.provider)) return false;
	return !filter.secret || key.secret === true;
}

function describeKey(name: string, key: ManagedKey) {
	const { shape: _shape, alsoOn: _alsoOn, secret = false, delivery = "mdm+bootstrap", ...facts } = key;
	return { key: name, ...facts, secret, delivery, source: sourcesOf(name, key) };
}
