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
	expect(settingsOf(managedSettings, bytes)).toEqual(settings);
});

test("reads values as strings too, which the app accepts", () => {
	const source = '{"disableAutoUpdates":"1","inferenceModels":"[\\"a\\"]","unknownToTheCatalogue":"[1]"}';
	expect(settingsOf(managedSettings, encode(source))).toEqual({
		disableAutoUpdates: true,
		inferenceModels: ["a"],
		unknownToTheCatalogue: "[1]",
	});
});

test.each<[string, string, string]>([
	["no JSON", "{", "the file is no JSON document"],
	["a list", "[]", "the file is no JSON object; expected settings by name"],
	["a wrong type", '{"disableAutoUpdates":"yes"}', "disableAutoUpdates: unreadable value; expected true or false"],
	["an empty value", '{"a":null}', "a: is empty; leave the key out"],
	[
		"a name that is none",
		'{"__proto__":{}}',
		"__proto__: is no name of a setting; expected a letter, then up to 254 letters, digits, dots, dashes or underscores",
	],
	["depth", `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, "a: has more than 32 levels; no profile can carry it"],
])("refuses %s", (_, source, message) => {
	expect(() => settingsOf(managedSettings, encode(source))).toThrow(new Error(message));
});
