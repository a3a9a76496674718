import { xmlComment, xmlText } from "./xml-text.js";

/** What a property list of ours holds; a date is a day in UTC. */
type PlistNode = string | number | boolean | Date | readonly PlistNode[] | PlistDictionary;
export type PlistDictionary = { readonly [key: string]: PlistNode };

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`;

/**
 * An XML property list, indented with tabs, keys in the order given. Text must pass `checkRenderableText`; lines of the
 * comment have printable characters alone.
 */
export function writePlist(root: PlistDictionary, comment: readonly string[] = []): Uint8Array {
	return new TextEncoder().encode(plistText(root, comment));
}

/** The same as text. */
export function plistText(root: PlistDictionary, comment: readonly string[] = []): string {
	const said = comment.map((line) => `<!-- ${xmlComment(line)} -->\n`).join("");
	return `${head}${said}<plist version="1.0">\n${writeNode(root, "")}</plist>\n`;
}

/** The dictionary alone, without the document around it. */
export function writeDictionary(root: PlistDictionary): Uint8Array {
	return new TextEncoder().encode(writeNode(root, ""));
}

/** What stands inside the dictionary alone. */
export function writeMembers(root: PlistDictionary): Uint8Array {
	return new TextEncoder().encode(membersOf(root, ""));
}

function writeNode(node: PlistNode, indent: string): string {
	if (typeof node === "string") return `${indent}<string>${xmlText(node)}</string>\n`;
	if (typeof node === "number") return `${indent}${numberElement(node)}\n`;
	if (typeof node === "boolean") return `${indent}<${node}/>\n`;
	if (node instanceof Date) return `${indent}<date>${node.toISOString().slice(0, 10)}T00:00:00Z</date>\n`;
	const inner = `${indent}\t`;
	if (!isArray(node)) return `${indent}<dict>\n${membersOf(node, inner)}${indent}</dict>\n`;
	let text = "";
	for (const item of node) text += writeNode(item, inner);
	return `${indent}<array>\n${text}${indent}</array>\n`;
}

/** An integer is written without an exponent, which a real may have. */
function numberElement(value: number): string {
	return Number.isInteger(value) ? `<integer>${BigInt(value)}</integer>` : `<real>${value}</real>`;
}

function membersOf(dictionary: PlistDictionary, indent: string): string {
	let text = "";
	for (const [key, value] of Object.entries(dictionary)) {
		text += `${indent}<key>${xmlText(key)}</key>\n${writeNode(value, indent)}`;
	}
	return text;
}

function isArray(node: PlistDictionary | readonly PlistNode[]): node is readonly PlistNode[] {
	return Array.isArray(node);
}
