import { describe, expect, test } from "vitest";
import {
	isLateReference,
	isProgramReference,
	isSecretReference,
	type Reference,
	referenceName,
} from "../../src/reference/reference.js";
import { findReferences, findSecrets, replaceReferences } from "../../src/reference/walk.js";
import { describeReference } from "../../src/reference/words.js";

const late = { fromCloud: { name: "aws.key", words: "the key that AWS will create for group general" } };

describe("what a reference is", () => {
	test.each([
		[{ fromEnv: "KEY" }, [true, false, false]],
		[{ fromConfig: "key" }, [true, false, false]],
		[{ fromProgram: "settings.x" }, [true, false, true]],
		[late, [false, true, false]],
		[{ fromEnv: "KEY", fromConfig: "key" }, [false, false, false]],
		[{ fromEnv: 7 }, [false, false, false]],
		[{ fromCloud: "aws.key" }, [false, false, false]],
		[{ ...late, name: "x" }, [false, false, false]],
		["fromEnv", [false, false, false]],
		[null, [false, false, false]],
	])("%j", (value, expected) => {
		expect([isSecretReference(value), isLateReference(value), isProgramReference(value)]).toEqual(expected);
	});
});

test.each<[Reference, string, string]>([
	[{ fromEnv: "KEY" }, "environment variable KEY", "fromEnv KEY"],
	[{ fromConfig: "key" }, "Pulumi configuration secret key", "fromConfig key"],
	[{ fromProgram: "a.b" }, "the secret that the program passes at a.b", "fromProgram a.b"],
	[late, "the key that AWS will create for group general", "fromCloud aws.key"],
])("%j has words for people and a name for its value", (reference, words, name) => {
	expect(describeReference(reference)).toBe(words);
	expect(referenceName(reference)).toBe(name);
});

describe("the walk", () => {
	const value = {
		list: [{ fromEnv: "A" }, 1, { inner: late }],
		text: "fromEnv",
		fromEnv: "no reference beside others",
	};

	test("finds every reference with its path", () => {
		expect(findReferences(value)).toEqual([
			{ path: ["list", 0], reference: { fromEnv: "A" } },
			{ path: ["list", 2, "inner"], reference: late },
		]);
		expect(findReferences(late, ["settings"])).toEqual([{ path: ["settings"], reference: late }]);
		expect(findSecrets(value)).toEqual([{ path: ["list", 0], reference: { fromEnv: "A" } }]);
	});

	test("replaces every reference and nothing else", () => {
		expect(replaceReferences(value, referenceName)).toEqual({
			...value,
			list: ["fromEnv A", 1, { inner: "fromCloud aws.key" }],
		});
	});
});
