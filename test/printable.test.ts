import { expect, test } from "vitest";
import { printable } from "../src/printable.js";

test.each([
	["an escape sequence", "a\u001b[2Jb", "a\\u001b[2Jb"],
	["line ends", "a\r\nb\u2028c\u2029d", "a\\u000d\\u000ab\\u2028c\\u2029d"],
	["a tab, a bell and a backspace", "\t\u0007\b", "\\u0009\\u0007\\u0008"],
	["controls of the upper half, which some terminals obey", "a\u009b2Jb\u0085", "a\\u009b2Jb\\u0085"],
	["what turns the direction of text", "a\u202eb\u2066c\u061cd", "a\\u202eb\\u2066c\\u061cd"],
	["what nobody sees", "a\u00adb\u200bc\ufeffd", "a\\u00adb\\u200bc\\ufeffd"],
	["what nobody sees, in two halves", "a\u{e0041}b", "a\\udb40\\udc41b"],
	["letters and marks that nobody sees", "a\u034fb\u3164c\uffa0\ufe0fd", "a\\u034fb\\u3164c\\uffa0\\ufe0fd"],
	["half a character", "a\ud800b", "a\\ud800b"],
])("%s is shown and not obeyed", (_, text, shown) => {
	expect(printable(text)).toBe(shown);
	expect(JSON.parse(`"${shown}"`)).toBe(text);
});

test("text of any language stays as it is", () => {
	for (const text of ["naïve", "日本語", "עברית", "😀", "a b", "\\u001b"]) expect(printable(text)).toBe(text);
});
