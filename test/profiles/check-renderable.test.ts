import { expect, test } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { error } from "../../src/problem.js";
import { checkRenderable, checkRenderableName } from "../../src/profiles/check-renderable.js";

const character = (code: string) => `contains the character U+${code}; no profile can carry it`;
let deep: JsonValue = [];
for (let level = 1; level < 32; level++) deep = [deep];

test.each<[string, JsonValue, string | undefined]>([
	["text", "plain", undefined],
	["line breaks and tabs", "a\r\nb\tc", undefined],
	["DEL and C1 controls", "\u007f\u0085\u009f", undefined],
	["a pair of surrogates", "😀", undefined],
	["the end of plane 1", "\u{1ffff}", undefined],
	["a private use character", "\ue000\ufffd", undefined],
	["NUL", "a\0", character("0000")],
	["a vertical tab", "\u000b", character("000B")],
	["an escape", "\u001b[0m", character("001B")],
	["the last control character", "\u001f", character("001F")],
	["half a pair in front", "x\ud83d", character("D83D")],
	["half a pair behind", "\ude00x", character("DE00")],
	["U+FFFE", "\ufffe", character("FFFE")],
	["U+FFFF inside a list", ["\uffff"], character("FFFF")],
	["a control character that JSON escapes", ["\0"], undefined],
	["half a pair that JSON escapes", { a: "\ud83d" }, undefined],
	["nothing", null, "is empty; leave the key out"],
	["nothing inside a list", [null], undefined],
	["infinity", Number.POSITIVE_INFINITY, "contains a number that is not finite; no profile can carry it"],
	["no number inside an object", { a: [Number.NaN] }, "contains a number that is not finite; no profile can carry it"],
	["32 levels", deep, undefined],
	["33 levels", [deep], "has more than 32 levels; no profile can carry it"],
])("value: %s", (_, value, problem) => {
	expect(checkRenderable(value)).toEqual(problemsOf(problem));
});

const grammar =
	"is no name of a setting; expected a letter, then up to 254 letters, digits, dots, dashes or underscores";
test.each<[string, string | undefined]>([
	["inferenceProvider", undefined],
	["vendor.key_2-b", undefined],
	["a".repeat(255), undefined],
	["a".repeat(256), grammar],
	["", grammar],
	["1", grammar],
	["__proto__", grammar],
	["a b", grammar],
	['a"=', grammar],
	["a\n", grammar],
	["é", grammar],
	["PayloadContent", "is a name that configuration profiles keep for themselves"],
	["payloadType", "is a name that configuration profiles keep for themselves"],
])("name: %j", (name, problem) => {
	expect(checkRenderableName(name)).toEqual(problemsOf(problem));
});

function problemsOf(message: string | undefined) {
	return message === undefined ? [] : [error("not-renderable", [], message)];
}
