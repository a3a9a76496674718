import fc from "fast-check";
import { managedKeys } from "../../src/configuration/catalogue.js";
import type { KeyType } from "../../src/configuration/managed-key.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { checkRenderable } from "../../src/profiles/check-renderable.js";

// biome-ignore format: one line per theme
const pieces = [
	'"', "\\", "\\\\", "%", "%PATH%", "<", "&", ">", "<&>", "]]>", "<![CDATA[", "&amp;", "&#xD;", "</string>", "<key>",
	"\r", "\n", "\r\n", "\t", " ", "  ", ";", "=-", "[", "]", "{", "}", '"a"="b"', "hex(1):", "\\\r\n", "{{token}}", "$VAR",
	"😀", "👩‍👩‍👧", "日本語", "naïve", "\u00a0", "\u0085", "\u2028", "\u2029", "\ufeff", "\u007f", "\ue000", "\u{10fffd}",
];

/** Text that every format can carry, mostly of what some format has to escape. */
export const carriableText: fc.Arbitrary<string> = fc.oneof(
	{ weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join("")) },
	{
		weight: 1,
		arbitrary: fc.string({ unit: "binary", maxLength: 40 }).filter((text) => checkRenderable(text).length === 0),
	},
);

const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue; list: JsonValue[]; object: JsonObject }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		carriableText,
		fc.constantFrom(null, true, false, 0, -1, 1.5, 1e-7, 2 ** 40),
		tie("list"),
		tie("object"),
	),
	list: fc.array(tie("value"), { maxLength: 3 }),
	object: fc.dictionary(fc.oneof(carriableText, fc.constantFrom("__proto__", "constructor")), tie("value"), {
		maxKeys: 3,
		noNullPrototype: true,
	}),
})).value;

const object = fc.dictionary(carriableText, json, { maxKeys: 4, noNullPrototype: true });
const arbitraryOf: Readonly<Record<KeyType, fc.Arbitrary<JsonValue>>> = {
	boolean: fc.boolean(),
	string: carriableText,
	enum: carriableText,
	integer: fc.oneof(fc.integer(), fc.constantFrom(0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER)),
	number: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()).map((value) => value || 0),
	object,
	"string[]": fc.array(carriableText, { maxLength: 4 }),
	"object[]": fc.array(object, { maxLength: 3 }),
	"object[]|string[]": fc.oneof(fc.array(carriableText, { maxLength: 4 }), fc.array(object, { maxLength: 3 })),
};

/** Two keys of every native type that the catalogue has. */
export const sampleKeys: readonly (readonly [name: string, type: KeyType])[] = (
	Object.keys(arbitraryOf) as KeyType[]
).flatMap((type) =>
	Object.entries(managedKeys)
		.filter(([, key]) => key.type === type)
		.slice(0, 2)
		.map(([name]) => [name, type] as const),
);

const long = fc
	.constantFrom("x", '\\"', "日本\n", "😀&<")
	.map((piece) => piece.repeat(Math.ceil(70_000 / piece.length)))
	.chain((text) => fc.constantFrom<JsonValue>(text, [text]));

/**
 * Native settings of any of {@link sampleKeys}, some that the catalogue does not know, and now and then 70,000
 * characters. Values are of the key's native type but not checked further: a format must carry more than a schema admits.
 */
export const settingsArbitrary: fc.Arbitrary<JsonObject> = fc
	.tuple(
		fc.record(Object.fromEntries(sampleKeys.map(([name, type]) => [name, arbitraryOf[type]])), {
			requiredKeys: [],
			noNullPrototype: true,
		}),
		carriableText.map((text): JsonObject => ({ unknownText: `text ${text}` })),
		fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: long }),
	)
	.map(([known, unknown, many]) => ({ ...known, ...unknown, ...(many !== undefined && { unknownLong: many }) }));
