import { isDeepStrictEqual } from "node:util";
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
	/** Whether nothing but a reference may stand there. @default false */
	readonly secretsOnly?: boolean;
}

/** Declarations for editors of every named shape that a value holds, in order of their names; some stand elsewhere. */
export function declarations(shapes: readonly Shape[], spelling: Spelling, elsewhere: readonly string[] = []): string {
	const named = new Map<string, Named>();
	for (const shape of shapes) collect(shape, named);
	return [...named.values()]
		.filter(({ name }) => !elsewhere.includes(name))
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.map((shape) => declare(shape, spelling))
		.join("\n");
}

/** The type of a value, as it stands where it is used; further lines are indented by so much. */
export function typeOf(shape: Shape, spelling: Spelling, indent = ""): string {
	switch (shape.kind) {
		case "text":
			return textType(shape, spelling);
		case "switch":
			return shape.only === undefined ? "boolean" : String(shape.only);
		case "number":
			return "number";
		case "list":
			return listType(shape, spelling, indent);
		case "map":
			return `Readonly<Record<string, ${typeOf(shape.values, spelling, indent)}>>`;
		case "either":
			return shape.of.map((each) => typeOf(each, spelling, indent)).join(" | ");
		case "any":
			return "unknown";
		case "object":
			return shape.name === undefined ? inline(shape, spelling, indent) : reference(shape as Named, spelling);
		case "variants":
			return shape.name === undefined ? union(shape, spelling) : reference(shape as Named, spelling);
	}
}

/** Every type parameter that a type uses. */
export function used(type: string): string[] {
	const withoutComments = type.replace(/\/\*\*.*?\*\//gs, "");
	return Object.keys(parameters).filter((name) => new RegExp(`\\b${name}\\b`).test(withoutComments));
}

function collect(shape: Shape, named: Map<string, Named>): void {
	if ((shape.kind === "object" || shape.kind === "variants") && shape.name !== undefined) {
		const known = named.get(shape.name);
		if (known && !isDeepStrictEqual(known, shape)) throw new Error(`two shapes are named ${shape.name}`);
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
			return [...(shape.extends ? [shape.extends] : []), ...Object.values(shape.members).map((member) => member.shape)];
		case "either":
			return shape.of;
		case "variants":
			return Object.values(shape.of);
		default:
			return [];
	}
}

function declare(shape: Named, spelling: Spelling): string {
	const comment = shape.summary === undefined ? "" : `${documented([shape.summary], "").join("\n")}\n`;
	const body = shape.kind === "variants" ? union(shape, spelling) : bodyOf(shape, spelling);
	const base = baseOf(shape, spelling);
	const generic = used(base + body).map((name) => parameters[name as keyof typeof parameters]);
	const head = generic.length > 0 ? `${shape.name}<${generic.join(", ")}>` : shape.name;
	if (shape.kind === "object") return `${comment}export interface ${head} ${base}${body}\n`;
	return `${comment}export type ${head} =\n${body
		.split(" | ")
		.map((each) => `\t| ${each}`)
		.join("\n")};\n`;
}

function baseOf(shape: Named, spelling: Spelling): string {
	return shape.kind === "object" && shape.extends ? `extends ${typeOf(shape.extends, spelling)} ` : "";
}

/** Members on lines of their own, those of the shape that it extends left out. */
function bodyOf(shape: ObjectShape, spelling: Spelling, indent = ""): string {
	const { members, exactlyOne, extends: base } = shape;
	const own = Object.entries(members).filter(([name, member]) => base?.members[name] !== member);
	const lines = own.flatMap(([name, member]) => {
		const optional = member.required || exactlyOne !== undefined ? "" : "?";
		const type = memberType(member, spelling, `${indent}\t`);
		const line = `${indent}\treadonly ${property(name)}${optional}: ${type};`;
		return [...comment(member, `${indent}\t`), isLong(line) ? broken(line, `\n${indent}\t\t| `) : line];
	});
	return `{\n${lines.join("\n")}\n${indent}}`;
}

function broken(line: string, start: string): string {
	const colon = line.indexOf(": ");
	const type = line.slice(colon + 2);
	const [, items] = /^readonly \((.*)\)\[\];$/.exec(type) ?? [];
	if (items === undefined) return [line.slice(0, colon + 1), ...type.split(" | ")].join(start);
	const end = start.slice(0, start.indexOf("\t| "));
	return `${line.slice(0, colon + 2)}readonly (${["", ...items.split(" | ")].join(start)}${end})[];`;
}

function isLong(line: string): boolean {
	return line.length > longestLine && !line.includes("{");
}

function inline(shape: ObjectShape, spelling: Spelling, indent: string): string {
	if (Object.keys(shape.members).length === 0) return "Record<string, never>";
	const body = bodyOf(shape, spelling, indent);
	return shape.exactlyOne === undefined ? body : `ExactlyOne<${body}>`;
}

function memberType({ shape, secret, secretsInside }: Member, spelling: Spelling, indent: string): string {
	if (secret) return typeOf(shape, { ...spelling, secretsOnly: true }, indent);
	return typeOf(shape, secretsInside ? { ...spelling, secretsAllowed: true } : spelling, indent);
}

function comment(member: Member, indent: string): string[] {
	const { shape, summary, default: value, defaultNote, since, deprecated, required } = member;
	const bounds = shape.kind === "number" ? boundsOf(shape) : "";
	const said = [summary.replace(/\.$/, ""), ...(bounds === "" ? [] : [bounds]), ...(since ? [`from ${since}`] : [])];
	const known = value === undefined ? [] : [typeof value === "string" && value !== "" ? value : JSON.stringify(value)];
	const byDefault = [
		...known,
		...(defaultNote === undefined ? [] : [known.length > 0 ? defaultNote : `- ${defaultNote}`]),
	];
	const tags = [
		...(required || byDefault.length === 0 ? [] : [`@default ${byDefault.join("; ")}`]),
		...(deprecated === undefined ? [] : [`@deprecated ${deprecated}`]),
	];
	return documented([`${said.join("; ")}.`, ...tags], indent);
}

const longestLine = 120;

/** A comment on one line where that is short enough, otherwise a paragraph or tag on lines of its own. */
function documented(text: readonly string[], indent: string): string[] {
	const line = `${indent}/** ${text.join(" ")} */`;
	if (line.length <= longestLine - 2) return [line];
	const start = `${indent} * `;
	return [`${indent}/**`, ...text.flatMap((each) => wrapped(each, start)), `${indent} */`];
}

function wrapped(text: string, start: string): string[] {
	const lines: string[] = [];
	let line = start;
	for (const word of text.split(" ")) {
		if (line !== start && line.length + 1 + word.length > longestLine - 2) {
			lines.push(line);
			line = start;
		}
		line += line === start ? word : ` ${word}`;
	}
	return [...lines, line];
}

function boundsOf({ min, above, max }: NumberShape): string {
	if (min !== undefined && max !== undefined) return `${min} to ${max}`;
	if (above !== undefined) return max === undefined ? `more than ${above}` : `more than ${above}, at most ${max}`;
	return max === undefined ? "" : `at most ${max}`;
}

function textType({ values, late }: TextShape, { secretsAllowed, secretsOnly }: Spelling): string {
	if (secretsOnly) return "Secret";
	if (values) return values.map((value) => JSON.stringify(value)).join(" | ");
	if (late) return "Late";
	return secretsAllowed ? "string | Secret" : "string";
}

function listType({ items }: ListShape, spelling: Spelling, indent: string): string {
	const item = typeOf(items, spelling, indent);
	return item.includes(" | ") && !item.startsWith("{") ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function union({ of }: VariantsShape, spelling: Spelling): string {
	return [...new Set(Object.values(of).map((each) => typeOf(each, spelling)))].join(" | ");
}

function reference(shape: Named, spelling: Spelling): string {
	const body = shape.kind === "variants" ? union(shape, spelling) : bodyOf(shape, spelling);
	const generic = used(baseOf(shape, spelling) + body);
	const name = generic.length > 0 ? `${shape.name}<${generic.join(", ")}>` : shape.name;
	return shape.kind === "object" && shape.exactlyOne !== undefined ? `ExactlyOne<${name}>` : name;
}

function property(name: string): string {
	return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : JSON.stringify(name);
}
