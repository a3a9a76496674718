import { expect, test } from "vitest";
import { managedSettings } from "../../src/profiles/managed-settings.js";
import { bytesOf, settingsOf } from "./cases.js";

const encode = (source: string) => new TextEncoder().encode(source);

test("renders native types, sorted, with a final newline", async () => {
	const settings = {
		inferenceProvider: "gateway",
		disableAutoUpdates: true,
		autoUpdaterEnforcementHours: 24,
		otlpHeaders: { b: "2", a: "1" },
		disabledBuiltinTools: ["WebSearch", "Bash"],
		a: "[1]",
	};
	const bytes = await bytesOf(managedSettings, settings);
	expect(Buffer.from(bytes).toString("utf8")).toBe(`{
  "a": "[1]",
  "autoUpdaterEnforcementHours": 24,
  "disableAutoUpdates": true,
  "disabledBuiltinTools": [
    "WebSearch",
    "Bash"
  ],
  "inferenceProvider": "gateway",
  "otlpHeaders": {
    "a": "1",
    "b": "2"
  }
}
`);
	expect(await settingsOf(managedSettings, bytes)).toEqual(settings);
});

test("reads values as strings too, which the app accepts", async () => {
	const source = '{"disableAutoUpdates":"1","inferenceModels":"[\\"a\\"]","unknownToTheCatalogue":"[1]"}';
	expect(await settingsOf(managedSettings, encode(source))).toEqual({
		disableAutoUpdates: true,
		inferenceModels: ["a"],
		unknownToTheCatalogue: "[1]",
	});
});

test.each<[string, string, string]>([
	["no JSON", "{", "line 1: is no JSON; something else stands there, or the text ends"],
	["a name twice", '{"a":1,\n"\\u0061":2}', "line 2: a name stands twice; expected each once"],
	["a name twice deep inside", '{"a":[{"b":"\\":","b":2}]}', "line 1: a name stands twice; expected each once"],
	...["9007199254740993", "1e400", "1e-400", "0.10000000000000000001", "-123456789012345678901"].map(
		(number): [string, string, string] => [
			`the number ${number}`,
			`{"a":\n[${number}]}`,
			"line 2: a number would be rounded; expected one that a double holds",
		],
	),
	[
		"a list of text with a name twice",
		'{"inferenceModels":"[{\\"a\\":1,\\"a\\":2}]"}',
		"inferenceModels: unreadable value; expected a JSON list",
	],
	["a list", "[]", "the file is no JSON object; expected settings by name"],
	["a wrong type", '{"disableAutoUpdates":"yes"}', "disableAutoUpdates: unreadable value; expected true or false"],
	["an empty value", '{"a":null}', "a: is empty; leave the key out"],
	[
		"a name that is none",
		'{"__proto__":{}}',
		"__proto__: is no name of a setting; expected a letter, then up to 254 letters, digits, dots, dashes or underscores",
	],
	["depth", `{"a":${"[".repeat(50)}${"]".repeat(50)}}`, "a: has more than 32 levels; no profile can carry it"],
	[
		"depth that nothing goes down",
		`{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
		"line 1: more than 100 levels; expected fewer",
	],
])("refuses %s", async (_, source, message) => {
	await expect(settingsOf(managedSettings, encode(source))).rejects.toThrow(new Error(message));
});

test("reads numbers that a double holds, and equal names in different objects", async () => {
	const source = '{"a":[1.50,-0.0,1E2,0.1,9007199254740992,1e-7,5e-324],"b":{"c":1},"d":{"c":{"c":"{\\"c\\":1,"}}}';
	expect(await settingsOf(managedSettings, encode(source))).toEqual(JSON.parse(source));
});
