import { expect, test } from "vitest";
import { changeText, shown } from "../../src/review/shown.js";

const filler = "x".repeat(200);

test("short values are said as they are", () => {
	expect(changeText(["a"], ["a", "b"])).toBe('is ["a","b"] where it was ["a"]');
	expect(changeText(undefined, true)).toBe("is true where it was not set");
	expect(shown(filler)).toMatch(/x\.\.\.$/);
});

test.each([
	[
		"a member",
		{ a: filler, url: "https://one.example" },
		{ a: filler, url: "https://two.example" },
		/url is "https:\/\/two\.example" where it was "https:\/\/one\.example"$/,
	],
	["the end of a text", `${filler}one`, `${filler}two`, /xtwo" where it was \.\.\."x+one"$/],
	["an item", [filler, "one"], [filler, "one", "two"], /^is another: has "two"$/],
	[
		"an item that took another's place",
		[filler, { a: 1, b: 2 }],
		[filler, { a: 1, b: 3 }],
		/^is another: \[1\]\.b is 3 where it was 2$/,
	],
	["an item less", [filler, "one", "two"], [filler], /^is another: no longer has "one"; no longer has "two"$/],
	["the order", [filler, "one"], ["one", filler], /same items in another order or number$/],
	["a member that is gone", { a: filler, b: 1 }, { a: filler }, /^is another: b is not set where it was 1$/],
	[
		"a member by a name that every object answers to",
		{ a: filler, constructor: 1 },
		{ a: filler },
		/^is another: constructor is not set where it was 1$/,
	],
])("of long values it is said what differs, wherever in them that is: %s", (_, before, after, said) => {
	expect(changeText(before, after)).toMatch(said);
});

test("what is new in a long value is not cut where others would be", () => {
	expect(changeText([filler], [filler, { description: filler, url: "https://z.example" }])).toContain("z.example");
});

test("of very many differences as many are told as anybody reads, and how many there are", () => {
	const many = (value: number) =>
		Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`member${index}`, value]));
	const said = changeText(many(1), many(2));
	expect(said.match(/ is 2 where/g)).toHaveLength(20);
	expect(said).toMatch(/; and 30 further differences$/);
});

test("a credential in plain text is not shown, nor its end where a long value is cut", () => {
	const credential = (end: string) => `sk-ant-api03-${"aB3".repeat(40)}${end}`;
	expect(shown({ token: credential("one") })).toBe('{"token":"(a credential)"}');
	expect(changeText(credential("one"), "none")).toBe('is "none" where it was "(a credential)"');
	const long = (end: string) => `${filler} ${credential(end)} ${filler}`;
	expect(changeText(long("one"), long("two"))).toBe("is another: has another credential in it");
	const other = changeText(long("one"), `${long("one")} more`);
	expect(other).toMatch(/ more" where it was /);
	expect(other).not.toContain("aB3");
});
