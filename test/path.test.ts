import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPath, parsePath } from "../src/path.js";

const step = fc.oneof(fc.nat(), fc.string(), fc.constantFrom("groups", "a.b", 'a"b', "a\\b", "a]b", "$x_1", "0"));

test("what is written of a path is read as that path", () => {
	fc.assert(
		fc.property(fc.array(step, { minLength: 1 }), (path) => {
			expect(parsePath(formatPath(path))).toEqual(path);
		}),
	);
});

test("a path of names, of an item and of a name that is no identifier is read", () => {
	expect(parsePath('groups["a-b"].settings.hosts[2]')).toEqual(["groups", "a-b", "settings", "hosts", 2]);
});
