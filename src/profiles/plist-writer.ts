/** What a property list of ours holds; numbers are integers. */
type PlistNode = string | number | readonly PlistNode[] | { readonly [key: string]: PlistNode };
type PlistDictionary = { readonly [key: string]: PlistNode };

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`;

/** An XML property list, indented with tabs, keys in the order given. Text must pass `checkRenderableText`. */
export function writePlist(root: PlistDictionary): Uint8Array {
	return new TextEncoder().encode(`${head}${writeNode(root, "")}</plist>\n`);
}

function writeNode(node: PlistNode, indent: string): string {
	if (typeof node === "string") return `${indent}<string>${escapeText(node)}</string>\n`;
	if (typeof node === "number") return `${indent}<integer>${node}</integer>\n`;
	const inner = `${indent}\t`;
	let text = "";
	if (isArray(node)) {
		for (const item of node) text += writeNode(item, inner);
		return `${indent}<array>\n${text}${indent}</array>\n`;
	}
	for (const [key, value] of Object.entries(node)) {
		text += `${inner}<key>${escapeText(key)}</key>\n${writeNode(value, inner)}`;
	}
	return `${indent}<dict>\n${text}${indent}</dict>\n`;
}

function isArray(node: PlistDictionary | readonly PlistNode[]): node is readonly PlistNode[] {
	return Array.isArray(node);
}

/** XML readers turn a bare CR into LF, and lenient ones every other character that ends a line. */
const escapes: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\r": "&#xD;",
	"\u0085": "&#x85;",
	"\u2028": "&#x2028;",
	"\u2029": "&#x2029;",
};

function escapeText(text: string): string {
	return text.replace(/[&<>\r\u0085\u2028\u2029]/g, (character) => escapes[character] ?? character);
}
