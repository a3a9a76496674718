import type { JsonObject, JsonValue } from "../json.js";
import type {
	ListShape,
	MapShape,
	Member,
	NumberShape,
	ObjectShape,
	Shape,
	TextShape,
	VariantsShape,
} from "./shape.js";

export interface JsonSchemaOptions {
	/** Whether a secret reference may stand where text is expected. @default false */
	readonly secretsAllowed?: boolean;
	/** Whether nothing but a secret reference may stand there. @default false */
	readonly secretsOnly?: boolean;
	/** Whether members may be absent that are required, as in a file that another one completes. @default false */
	readonly partial?: boolean;
	/** Takes the schemas of named shapes, which are then referred to. @default - each stands where it is used */
	readonly definitions?: Map<string, JsonObject>;
}

/** What a secret is written as. */
const secretReferenceSchema: JsonObject = {
	oneOf: [
		{ type: "object", properties: { fromEnv: { type: "string" } }, required: ["fromEnv"], additionalProperties: false },
		{
			type: "object",
			properties: { fromConfig: { type: "string" } },
			required: ["fromConfig"],
			additionalProperties: false,
		},
	],
};

/** A shape as JSON Schema, draft 2020-12; rules that are code have no place in it, so that it takes more than the check. */
export function jsonSchema(shape: Shape, options: JsonSchemaOptions = {}): JsonObject {
	switch (shape.kind) {
		case "text":
			return textSchema(shape, options);
		case "switch":
			return shape.only === undefined ? { type: "boolean" } : { const: shape.only };
		case "number":
			return numberSchema(shape);
		case "list":
			return listSchema(shape, options);
		case "map":
			return mapSchema(shape, options);
		case "object":
			return named(shape.name, options, () => objectSchema(shape, options));
		case "either":
			return { anyOf: shape.of.map((each) => jsonSchema(each, options)) };
		case "variants":
			return named(shape.name, options, () => variantsSchema(shape, options));
		case "any":
			return { type: ["array", "boolean", "number", "object", "string"] };
	}
}

/** A named schema is written once, and referred to by its name. */
function named(name: string | undefined, options: JsonSchemaOptions, write: () => JsonObject): JsonObject {
	const { definitions, partial } = options;
	if (!definitions || name === undefined) return write();
	const definition = partial ? `Partial${name}` : name;
	if (!definitions.has(definition)) {
		// Its place is taken first, for what refers to itself.
		definitions.set(definition, {});
		definitions.set(definition, write());
	}
	return { $ref: `#/$defs/${definition}` };
}

/** A member's schema with what its description says of it. */
export function memberSchema(member: Member, options: JsonSchemaOptions = {}): JsonObject {
	const { shape, secret, secretsInside } = member;
	const schema = jsonSchema(shape, {
		...options,
		...(secret && { secretsOnly: true }),
		...(secretsInside && { secretsAllowed: true }),
	});
	return {
		...schema,
		description: describe(member),
		...(member.default !== undefined && { default: member.default }),
		...(member.deprecated !== undefined && { deprecated: true }),
	};
}

function describe({ summary, defaultNote, since, deprecated }: Member): string {
	const notes = [
		...(since === undefined ? [] : [`From app ${since}.`]),
		...(defaultNote === undefined ? [] : [`Where absent: ${defaultNote}.`]),
		...(deprecated === undefined ? [] : [`Deprecated: ${deprecated}.`]),
	];
	return [summary, ...notes].join(" ");
}

function textSchema(
	{ values, minLength, maxLength, pattern, late }: TextShape,
	options: JsonSchemaOptions,
): JsonObject {
	const { secretsAllowed, secretsOnly } = options;
	if (secretsOnly) return secretSchema(options);
	if (values) return { enum: values };
	const text = {
		type: "string",
		...(minLength !== undefined && { minLength }),
		...(maxLength !== undefined && { maxLength }),
		...(pattern !== undefined && { pattern }),
	};
	return secretsAllowed && !late ? { anyOf: [text, secretSchema(options)] } : text;
}

function secretSchema(options: JsonSchemaOptions): JsonObject {
	return named("SecretReference", { ...options, partial: false }, () => secretReferenceSchema);
}

function numberSchema({ integer, min, above, max }: NumberShape): JsonObject {
	return {
		type: integer ? "integer" : "number",
		...(min !== undefined && { minimum: min }),
		...(above !== undefined && { exclusiveMinimum: above }),
		...(max !== undefined && { maximum: max }),
	};
}

function listSchema({ items, minItems, maxItems }: ListShape, options: JsonSchemaOptions): JsonObject {
	return {
		type: "array",
		items: jsonSchema(items, options),
		...(minItems !== undefined && { minItems }),
		...(maxItems !== undefined && { maxItems }),
	};
}

function mapSchema({ names, values }: MapShape, options: JsonSchemaOptions): JsonObject {
	return {
		type: "object",
		additionalProperties: jsonSchema(values, options),
		...(names?.pattern !== undefined && { propertyNames: { pattern: names.pattern } }),
	};
}

function variantsSchema({ summary, of }: VariantsShape, options: JsonSchemaOptions): JsonObject {
	const variants = Object.values(of).map((each) => jsonSchema(each, options));
	return { ...(summary !== undefined && { description: summary }), anyOf: variants };
}

function objectSchema(shape: ObjectShape, options: JsonSchemaOptions): JsonObject {
	const { members, surplus = {}, summary, exactlyOne } = shape;
	const { partial } = options;
	const properties = [
		...Object.entries(members).map(([name, member]): [string, JsonValue] => [name, memberSchema(member, options)]),
		// The check warns of them and goes on.
		...Object.entries(surplus).map(([name, message]): [string, JsonValue] => [
			name,
			{ ...jsonSchema({ kind: "any" }), description: `It ${message}.`, deprecated: true },
		]),
	];
	const required = partial ? [] : Object.keys(members).filter((name) => members[name]?.required);
	return {
		type: "object",
		...(summary !== undefined && { description: summary }),
		properties: Object.fromEntries(properties),
		...(required.length > 0 && { required }),
		...(exactlyOne !== undefined && { ...(!partial && { minProperties: 1 }), maxProperties: 1 }),
		additionalProperties: false,
	};
}
