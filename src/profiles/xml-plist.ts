import { parse } from "plist";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { made, type Outcome } from "../outcome.js";
import type { PlistValue } from "./read-plist.js";
import { readText } from "./read-text.js";
import { rounds } from "./rounds.js";
import { maxDepth, Refusal, refusalOf } from "./strict-pass.js";

/** The value of an XML property list, once a strict pass has found nothing that readers take differently. */
export function parseXmlPlist(bytes: Uint8Array): Outcome<PlistValue> {
	const { value: text, problems } = readText(bytes, "utf-8");
	if (text === undefined) return { problems };
	const pass = new StrictPass(text);
	const refusal = refusalOf(() => pass.run());
	if (refusal) return refusal;
	// What stands before the root says nothing more. Characters that end a line for some readers are text for the system,
	// and one is warned about on the terminal.
	const root = `<plist>${text.slice(pass.rootStart)}`;
	const escaped = root.replace(/[\u0085\u2028\u2029\ufffd]/g, (character) => `&#${character.charCodeAt(0)};`);
	// The strict pass lets no null through.
	return made(parse(escaped) as PlistValue);
}

/** Without declarations inside; a public identifier has these letters alone. */
const documentType = /^ plist (?:PUBLIC "[-A-Za-z0-9 '()+,./:=?;!*#@$_%]*"|SYSTEM) "[^"<>]*"\s*$/;

const containers = ["plist", "dict", "array"];
/** What the text of an element must be; undefined for any. */
const contents: Readonly<Record<string, RegExp | undefined>> = {
	key: undefined,
	string: undefined,
	integer: /^[+-]?\d{1,16}$/,
	real: /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i,
	true: /^$/,
	false: /^$/,
	date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
	data: undefined,
};

/** An element that is open. */
interface Open {
	readonly name: string;
	text: string;
	/** Elements that are complete inside it. */
	children: number;
	/** Of a dictionary. */
	readonly keys: Set<string>;
}

/** Goes through a document once and refuses what a reader of property lists may take otherwise or leave out. */
class StrictPass {
	readonly #parser = new SaxesParser();
	readonly #open: Open[] = [];
	/** Where the content of the root begins. */
	rootStart = 0;

	constructor(private readonly text: string) {
		const parser = this.#parser;
		parser.on("error", () => this.#fail("is no well-formed XML"));
		parser.on("xmldecl", ({ version, encoding = "utf-8" }) => {
			if (version !== "1.0" || encoding.toLowerCase() !== "utf-8") this.#fail("another version or encoding");
		});
		parser.on("doctype", (doctype) => {
			if (!documentType.test(doctype)) this.#fail("a document type of its own");
		});
		parser.on("processinginstruction", () => this.#fail("a processing instruction"));
		parser.on("opentag", (tag) => this.#enter(tag));
		parser.on("text", (text) => this.#write(text));
		parser.on("cdata", () => this.#fail("a CDATA section"));
		parser.on("comment", () => {
			const name = this.#open.at(-1)?.name;
			if (name !== undefined && !containers.includes(name)) this.#fail("a comment in text");
		});
		parser.on("closetag", () => this.#leave());
	}

	run(): void {
		this.#parser.write(this.text).close();
	}

	#enter({ name, attributes, isSelfClosing }: SaxesTagPlain): void {
		const parent = this.#open.at(-1);
		if (!parent) this.rootStart = this.#parser.position;
		if (!parent && isSelfClosing) this.#fail("no value");
		const version = name === "plist" && attributes.version === "1.0" ? 1 : 0;
		if (Object.keys(attributes).length !== version) this.#fail("an attribute");
		if ((name === "plist") !== (parent === undefined)) this.#fail("expected <plist>, and one of it");
		if (!containers.includes(name) && !Object.hasOwn(contents, name)) this.#fail("an element that is none");
		if (parent) this.#checkPlace(name, parent);
		if (this.#open.length > maxDepth) this.#fail(`more than ${maxDepth} levels`);
		this.#open.push({ name, text: "", children: 0, keys: new Set() });
	}

	#checkPlace(name: string, parent: Open): void {
		if (!containers.includes(parent.name)) this.#fail("an element in text");
		if (parent.name === "plist" && parent.children > 0) this.#fail("a second value");
		const isKey = parent.name === "dict" && parent.children % 2 === 0;
		if ((name === "key") !== isKey) this.#fail(isKey ? "a value without key" : "a key without value");
	}

	#write(text: string): void {
		const open = this.#open.at(-1);
		if (open && !containers.includes(open.name)) open.text += text;
		else if (/[^\t\n\r ]/.test(text)) this.#fail("text outside of elements");
	}

	#leave(): void {
		const closed = this.#open.pop();
		const parent = this.#open.at(-1);
		if (!closed) return;
		this.#checkContent(closed);
		if (closed.name === "dict" && closed.children % 2 === 1) this.#fail("a key without value");
		if (closed.name === "plist" && closed.children === 0) this.#fail("no value");
		if (!parent) return;
		parent.children++;
		if (closed.name !== "key") return;
		if (closed.text === "__proto__") this.#fail("a key that is none");
		if (parent.keys.has(closed.text)) this.#fail("a key stands twice");
		parent.keys.add(closed.text);
	}

	#checkContent({ name, text }: Open): void {
		if (contents[name]?.test(text) === false) this.#fail("an element that cannot be read");
		const isNumber = name === "integer" || name === "real";
		if (isNumber && rounds(text)) this.#fail("a number that would be rounded");
		if (name === "date" && Number.isNaN(Date.parse(text))) this.#fail("a date that is none");
		if (name === "data" && !isBase64(text.replace(/\s/g, ""))) this.#fail("data that cannot be read");
	}

	#fail(what: string): never {
		throw new Refusal(`line ${this.#parser.line}: ${what}; expected a plain XML property list`);
	}
}

function isBase64(text: string): boolean {
	return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
