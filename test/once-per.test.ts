import { expect, test } from "vitest";
import { oncePer } from "../src/once-per.js";

test("what is made of an object is made once, and of an equal one anew", () => {
	const asked: string[] = [];
	const nameOf = oncePer(({ name }: { readonly name: string }) => {
		asked.push(name);
		return name === "none" ? undefined : { name };
	});
	const [first, equal, none] = [{ name: "first" }, { name: "first" }, { name: "none" }];
	expect(nameOf(first)).toBe(nameOf(first));
	expect(nameOf(equal)).not.toBe(nameOf(first));
	expect([nameOf(none), nameOf(none)]).toEqual([undefined, undefined]);
	expect(asked).toEqual(["first", "first", "none"]);
});
