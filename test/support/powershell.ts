import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Language, type Node, Parser } from "web-tree-sitter";

const grammar = path.join(
	path.dirname(createRequire(import.meta.url).resolve("tree-sitter-powershell/package.json")),
	"tree-sitter-powershell.wasm",
);

const loaded = load();

/** Parses scripts with tree-sitter's grammar of PowerShell, which runs nothing. Throws where a script is none. */
export async function powershellParser(): Promise<(script: string) => Node> {
	const parser = await loaded;
	return (script) => {
		const tree = parser.parse(script);
		if (!tree || tree.rootNode.hasError) throw new Error("the script is no PowerShell");
		return tree.rootNode;
	};
}

/** Once: what is loaded twice at the same time is half there. */
async function load(): Promise<Parser> {
	await Parser.init();
	const parser = new Parser();
	parser.setLanguage(await Language.load(readFileSync(grammar)));
	return parser;
}

/** Texts by name of the hash table that a script defines. */
export function valuesInHash(script: Node): Readonly<Record<string, string>> {
	const entries = script.descendantsOfType("hash_entry").map((entry): [string, string] => {
		const [name, value, ...others] = (entry?.descendantsOfType("string_literal") ?? []).map((each) => quoted(each));
		if (name === undefined || value === undefined || others.length > 0) throw new Error("expected a name and a text");
		const [command] = entry?.descendantsOfType("command_name") ?? [];
		if (command === undefined) return [name, value];
		if (command?.text !== "Read-Text") throw new Error(`unknown command ${command?.text}`);
		return [name, Buffer.from(value, "base64").toString("utf8")];
	});
	if (new Set(entries.map(([name]) => name.toLowerCase())).size < entries.length)
		throw new Error("a name stands twice");
	return Object.fromEntries(entries);
}

function quoted(node: Node | null): string {
	const text = /^'(.*)'$/s.exec(node?.text ?? "")?.[1];
	if (text === undefined) throw new Error(`${node?.text} is no text between single quotes`);
	return text.replaceAll("''", "'");
}
