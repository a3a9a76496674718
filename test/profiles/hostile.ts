import fc from "fast-check";
import type { JsonObject } from "../../src/json.js";
import { settingsArbitrary } from "../support/settings-arbitrary.js";
import { profileCases } from "./cases.js";

/** Every kind of text that some container gives a meaning of its own, under names that languages have meanings for. */
const awkward: JsonObject = {
	apostrophes: "it's ''two'' ‘curly’ ‚low‛",
	backticks: '`n `$( `"',
	braces: "{{ lookup('env','X') }} {% raw %} {x} #{y}",
	commands: "$(touch /tmp/evil) `id` & del *; |",
	constructor: "of Object",
	Count: "3",
	delimiter: "\nEND\nEOF\n'@\n\"@\n",
	dollars: "$HOME $env:PATH $FLEET_VAR_HOST",
	entities: "&quot;&#10;&#x0;&nope;",
	jsonLike: '{"a": 1}',
	Keys: "of a table",
	newlineFirst: "\n- x: y",
	nullWord: "null",
	number: "012",
	percent: "%OneDrive% %1 %%",
	regEntry: ';REG_SZ]["a"=dword:1',
	tab: "\tindented\t",
	trailing: "ends in a backslash\\",
	verbatim: "]]>*/--><!--",
	yamlTags: "!!python/object:x !unsafe & * ? : - # , [ ]",
	yes: "yes",
};

/** The one table of settings that every format carries and an independent program reads. */
export const hostileSettings: Readonly<Record<string, JsonObject>> = {
	...Object.fromEntries(Object.entries(profileCases).map(([title, { settings }]) => [title, settings])),
	"what languages give a meaning": awkward,
	"seventy thousand characters": { unknownText: '😀"\\\\&<'.repeat(10_000) },
	"a long list": { inferenceModels: Array.from({ length: 400 }, (_, index) => ({ name: `claude-${index}` })) },
	...Object.fromEntries(
		fc.sample(settingsArbitrary, { numRuns: 25, seed: 7 }).map((settings, index) => [`sample ${index}`, settings]),
	),
};
