import type {
	ListShape,
	Member,
	NumberShape,
	ObjectShape,
	Shape,
	TextShape,
	VariantsShape,
} from "../../src/shape/shape.js";

type Named = (ObjectShape | VariantsShape) & { readonly name: string };

/** What a declaration stands on, each a type parameter of the ones that use it. */
const parameters = { Secret: "Secret = SecretReference", Late: "Late = string" } as const;

export interface Spelling {
	/** Whether a reference may stand where text is expected. */
	readonly secretsAllowed: boolean;
}

/** Declarations for editors of every named shape that a value holds, in order of their names. */
export function declarations(shapes: readonly Shape[], spelling: Spelling): string {
	const named = new Map<string, Named>();
	for (const shape of shapes) collect(shape, named);
	return [...named.values()]
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.map((shape) => declare(shape, spelling))
		.join("\n");
}

/** The type of a value, as it stands where it is used. */
export function typeOf(shape: Shape, spelling: Spelling): string {
	switch (shape.kind) {
		case "text":
			return textType(shape, spelling);
		case "switch":
			return shape.only === undefined ? "boolean" : String(shape.only);
		case "number":
			return "number";
		case "list":
			return listType(shape, spelling);
		case "map":
			return `Readonly<Record<string, ${typeOf(shape.values, spelling)}>>`;
		case "either":
			return shape.of.map((each) => typeOf(each, spelling)).join(" | ");
		case "any":
			return "unknown";
		case "object":
			return shape.name === undefined ? inline(shape, spelling) : reference(shape as Named, spelling);
		case "variants":
			return shape.name === undefined ? union(shape, spelling) : reference(shape as Named, spelling);
	}
}

/** Every type parameter that a type uses. */
export function used(type: string): string[] {
	return Object.keys(parameters).filter((name) => new RegExp(`\\b${name}\\b`).test(type));
}

function collect(shape: Shape, named: Map<string, Named>): void {
	if ((shape.kind === "object" || shape.kind === "variants") && shape.name !== undefined) {
		const known = named.get(shape.name);
		if (known && known !== shape) throw new Error(`two shapes are named ${shape.name}`);
		if (known) return;
		named.set(shape.name, shape as Named);
	}
	for (const inner of innerOf(shape)) collect(inner, named);
}

function innerOf(shape: Shape): readonly Shape[] {
	switch (shape.kind) {
		case "list":
			return [shape.items];
		case "map":
			return [shape.values];
		case "object":
			return Object.values(shape.members).map((member) => member.shape);
		case "either":
			return shape.of;
		case "variants":
			return Object.values(shape.of);
		default:
			return [];
	}
}

function declare(shape: Named, spelling: Spelling): string {
	const comment = shape.summary === undefined ? "" : `/** ${shape.summary} */\n`;
	const body = shape.kind === "variants" ? union(shape, spelling) : bodyOf(shape, spelling);
	const generic = used(body).map((name) => parameters[name as keyof typeof parameters]);
	const head = generic.length > 0 ? `${shape.name}<${generic.join(", ")}>` : shape.name;
	if (shape.kind === "object") return `${comment}export interface ${head} ${body}\n`;
	return `${comment}export type ${head} =\n${body
		.split(" | ")
		.map((each) => `\t| ${each}`)
		.join("\n")};\n`;
}

function bodyOf({ members, exactlyOne }: ObjectShape, spelling: Spelling): string {
	if (exactlyOne !== undefined) throw new Error("an object that takes exactly one member has no plain declaration");
	const lines = Object.entries(members).flatMap(([name, member]) => [
		...comment(member),
		`\treadonly ${property(name)}${member.required ? "" : "?"}: ${memberType(member, spelling)};`,
	]);
	return `{\n${lines.join("\n")}\n}`;
}

function inline(shape: ObjectShape, spelling: Spelling): string {
	const members = Object.entries(shape.members).map(
		([name, member]) => `readonly ${property(name)}${member.required ? "" : "?"}: ${memberType(member, spelling)}`,
	);
	return members.length === 0 ? "Record<string, never>" : `{ ${members.join("; ")} }`;
}

function memberType({ shape, secret }: Member, spelling: Spelling): string {
	return secret ? "Secret" : typeOf(shape, spelling);
}

function comment({ shape, summary, default: value, defaultNote, since, deprecated, required }: Member): string[] {
	const bounds = shape.kind === "number" ? boundsOf(shape) : "";
	const said = [summary.replace(/\.$/, ""), ...(bounds === "" ? [] : [bounds]), ...(since ? [`from ${since}`] : [])];
	const known = value === undefined ? [] : [typeof value === "string" ? value : JSON.stringify(value)];
	const byDefault = [
		...known,
		...(defaultNote === undefined ? [] : [known.length > 0 ? defaultNote : `- ${defaultNote}`]),
	];
	const tags = [
		...(required || byDefault.length === 0 ? [] : [`@default ${byDefault.join("; ")}`]),
		...(deprecated === undefined ? [] : [`@deprecated ${deprecated}`]),
	];
	const text = [`${said.join("; ")}.`, ...tags];
	const line = `\t/** ${text.join(" ")} */`;
	return line.length <= 118 ? [line] : ["\t/**", ...text.map((each) => `\t * ${each}`), "\t */"];
}

function boundsOf({ min, above, max }: NumberShape): string {
	if (min !== undefined && max !== undefined) return `${min} to ${max}`;
	if (above !== undefined) return max === undefined ? `more than ${above}` : `more than ${above}, at most ${max}`;
	return max === undefined ? "" : `at most ${max}`;
}

function textType({ values, late }: TextShape, { secretsAllowed }: Spelling): string {
	if (values) return values.map((value) => JSON.stringify(value)).join(" | ");
	if (late) return "Late";
	return secretsAllowed ? "string | Secret" : "string";
}

function listType({ items }: ListShape, spelling: Spelling): string {
	const item = typeOf(items, spelling);
	return item.includes(" | ") && !item.startsWith("{") ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function union({ of }: VariantsShape, spelling: Spelling): string {
	return [...new Set(Object.values(of).map((each) => typeOf(each, spelling)))].join(" | ");
}

function reference(shape: Named, spelling: Spelling): string {
	const generic = used(shape.kind === "variants" ? union(shape, spelling) : bodyOf(shape, spelling));
	return generic.length > 0 ? `${shape.name}<${generic.join(", ")}>` : shape.name;
}

function property(name: string): string {
	return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : JSON.stringify(name);
}
