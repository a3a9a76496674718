import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { findKey, keyNames } from "../../src/configuration/catalogue.js";
import { builtInMcpServers } from "../../src/configuration/structures/built-in-mcp-server.js";
import { isObject, type JsonValue } from "../../src/json.js";
import { either, flag, integer, list, map, number, object, text, textMatching, words } from "../../src/shape/build.js";
import { jsonSchema, memberSchema } from "../../src/shape/json-schema.js";
import type { Shape } from "../../src/shape/shape.js";

/** Another program's word on whether a value fits. */
function takes(shape: Shape, value: unknown, secretsAllowed = false): boolean {
	return new Ajv2020({ strict: true, allowUnionTypes: true }).validate(jsonSchema(shape, { secretsAllowed }), value);
}

const lower = textMatching("lower", /^[a-z]+$/, "is not lower case");
const point = object({
	x: { shape: integer({ min: 0, max: 9 }), summary: "Across.", required: true },
	label: { shape: text(), summary: "Name.", defaultNote: "none" },
});

describe("a shape as JSON Schema", () => {
	test.each<[string, Shape, unknown[], unknown[]]>([
		["text", text(), ["a"], ["", 3, null]],
		["a form", lower, ["a"], ["A"]],
		["words", words(["a", "b"]), ["a"], ["c"]],
		["a switch", flag, [true], ["true"]],
		["whole numbers", integer({ min: 1, max: 9 }), [1, 9], [0, 10, 1.5]],
		["numbers", number({ above: 0, max: 1 }), [0.5, 1], [0, 2]],
		["a list", list(lower, { minItems: 1 }), [["a"]], [[], ["A"]]],
		["a map", map(flag, { names: lower }), [{ a: true }], [{ A: true }, { a: 1 }]],
		["an object", point, [{ x: 1 }, { x: 1, label: "a" }], [{}, { x: 1, y: 2 }, { x: 10 }]],
		["either", either(lower, point), ["a", { x: 1 }], ["A", 3]],
		[
			"exactly one",
			object({ a: { shape: flag, summary: "A." }, b: { shape: flag, summary: "B." } }, { exactlyOne: "way" }),
			[{ a: true }],
			[{}, { a: true, b: true }],
		],
	])("%s", (_, shape, good, bad) => {
		expect(good.map((value) => takes(shape, value))).toEqual(good.map(() => true));
		expect(bad.map((value) => takes(shape, value))).toEqual(bad.map(() => false));
	});

	test("takes a secret for text where one may stand", () => {
		expect(takes(point, { x: 1, label: { fromEnv: "KEY" } }, true)).toBe(true);
		expect(takes(point, { x: 1, label: { fromEnv: "KEY" } })).toBe(false);
		expect(takes(point, { x: 1, label: { fromEnv: "KEY", more: 1 } }, true)).toBe(false);
	});

	test("says what a member is, since when and what holds without it", () => {
		expect(memberSchema({ shape: flag, summary: "Whether.", since: "2.110.0", default: false })).toEqual({
			type: "boolean",
			description: "Whether. From app 2.110.0.",
			default: false,
		});
	});
});

test("every managed key says in its schema what it takes, down to the members of every server", () => {
	const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
	const open: string[] = [];
	for (const name of keyNames) {
		const key = findKey(name);
		if (!key) continue;
		const schema = jsonSchema(key.shape, { secretsAllowed: key.type.includes("object") });
		ajv.compile(schema);
		visit(schema, (part) => {
			if (Object.keys(part).length === 0) open.push(name);
		});
	}
	expect(open).toEqual([]);
	const servers = jsonSchema(findKey("managedMcpServers")?.shape ?? { kind: "any" });
	const members = new Set<string>();
	visit(servers, (part) => {
		if (isObject(part.properties)) for (const member of Object.keys(part.properties)) members.add(member);
	});
	const known = Object.values(builtInMcpServers).flatMap((server) => Object.keys(server.members));
	expect([...members]).toEqual(expect.arrayContaining([...known, "clientSecretHelper", "envHelperTtlSec", "url"]));
});

function visit(value: JsonValue | undefined, look: (part: Readonly<Record<string, JsonValue>>) => void): void {
	if (Array.isArray(value)) for (const item of value) visit(item, look);
	if (!isObject(value)) return;
	// What a schema holds is JSON.
	const part = value as Readonly<Record<string, JsonValue>>;
	look(part);
	for (const inner of Object.values(part)) visit(inner, look);
}
