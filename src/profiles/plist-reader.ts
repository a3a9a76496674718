import { isObject, type JsonObject, type JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { checkRenderableText } from "./check-renderable.js";
import { readText, unreadable } from "./read-text.js";

const maxDepth = 32;

/**
 * The dictionary of an XML property list. Stricter than the system's reader: no entities of the document's own,
 * no CDATA, no dates and no data, each key once.
 */
export function readPlist(bytes: Uint8Array): Outcome<JsonObject> {
	const text = readText(bytes, "utf-8");
	if (text.value === undefined) return text;
	try {
		const root = new PlistReader(text.value).read();
		if (!isObject(root)) return unreadable("the property list is no dictionary; expected <dict>");
		return made(root as JsonObject); // built of JSON values only
	} catch (fault) {
		if (!(fault instanceof Unreadable)) throw fault;
		return unreadable(fault.message);
	}
}

/** How the reader leaves its recursion; goes no further than {@link readPlist}. */
class Unreadable extends Error {}

const prolog = /\s*(?:<\?xml version="1\.0"(?: encoding="utf-8")?\s*\?>)?/iy;
const doctype = /<!DOCTYPE plist (?:PUBLIC "[^"<>]*"|SYSTEM) "[^"<>]*"\s*>/y;
const tag = /<(\/?)([a-z]+)( version="1\.0")?\s*(\/?)>/y;

interface Tag {
	readonly name: string;
	readonly kind: "open" | "close" | "empty";
}

class PlistReader {
	#position = 0;

	constructor(readonly text: string) {}

	read(): JsonValue {
		this.#match(prolog);
		this.#skipBlank();
		this.#match(doctype);
		this.#expect("plist", "open");
		const value = this.#value(this.#tag(), 1);
		this.#expect("plist", "close");
		this.#skipBlank();
		if (this.#position < this.text.length) this.#fail("text after </plist>");
		return value;
	}

	#value(tag: Tag, depth: number): JsonValue {
		if (depth > maxDepth) this.#fail(`more than ${maxDepth} levels`);
		const leaf = tag.kind === "empty" ? "" : undefined;
		if (tag.kind === "close") return this.#fail(`unexpected </${tag.name}>`);
		switch (tag.name) {
			case "dict":
				return tag.kind === "empty" ? {} : this.#dictionary(depth);
			case "array":
				return tag.kind === "empty" ? [] : this.#array(depth);
			case "string":
				return leaf ?? this.#content("string");
			case "integer":
				return this.#number(leaf ?? this.#content("integer"), /^[+-]?\d{1,16}$/);
			case "real":
				return this.#number(leaf ?? this.#content("real"), /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i);
			case "true":
			case "false":
				if (tag.kind === "open") this.#expect(tag.name, "close");
				return tag.name === "true";
			default:
				return this.#fail(`unexpected <${tag.name}>`);
		}
	}

	#dictionary(depth: number): JsonObject {
		const members = new Map<string, JsonValue>();
		for (let next = this.#tag(); !isTag(next, "dict", "close"); next = this.#tag()) {
			if (!isTag(next, "key", "open")) this.#fail("expected <key>");
			const key = this.#content("key");
			if (members.has(key)) this.#fail("a key stands twice");
			members.set(key, this.#value(this.#tag(), depth + 1));
		}
		return Object.fromEntries(members);
	}

	#array(depth: number): JsonValue[] {
		const items: JsonValue[] = [];
		for (let next = this.#tag(); !isTag(next, "array", "close"); next = this.#tag()) {
			items.push(this.#value(next, depth + 1));
		}
		return items;
	}

	#number(written: string, pattern: RegExp): number {
		return pattern.test(written) ? Number(written) : this.#fail("expected a number");
	}

	/** The text up to the element's end; elements and comments inside are refused. */
	#content(name: string): string {
		const end = this.text.indexOf("<", this.#position);
		const written = this.text.slice(this.#position, end < 0 ? undefined : end);
		const content = this.#unescape(written);
		this.#position += written.length;
		if (this.text.startsWith(`</${name}>`, this.#position)) this.#position += name.length + 3;
		else this.#fail(`expected </${name}>`);
		return content;
	}

	#unescape(written: string): string {
		if (written.includes("]]>")) this.#fail("]]> in text");
		if (unknownReference.test(written)) this.#fail("& that begins no known character");
		const plain = written.replace(/\r\n?/g, "\n").replace(/&(\w+);|&#x(\w+);|&#(\d+);/g, this.#character);
		return this.#renderable(plain);
	}

	#character = (_: string, name?: string, hex?: string, decimal?: string): string => {
		if (name !== undefined) return named[name] ?? "";
		const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
		// Two references never make one character, so each must be whole.
		const character = code <= 0x10ffff ? String.fromCodePoint(code) : "\0";
		return this.#renderable(character);
	};

	#renderable(text: string): string {
		const [problem] = checkRenderableText(text);
		return problem ? this.#fail(`text ${problem.message}`) : text;
	}

	#tag(): Tag {
		this.#skipBlank();
		const found = this.#match(tag);
		if (!found) return this.#fail("expected an element");
		const [, closing, name = "", version, empty] = found;
		if ((closing && empty) || (version && name !== "plist")) this.#fail("malformed element");
		return { name, kind: closing ? "close" : empty ? "empty" : "open" };
	}

	#expect(name: string, kind: Tag["kind"]): void {
		if (!isTag(this.#tag(), name, kind)) this.#fail(`expected ${kind === "close" ? "</" : "<"}${name}>`);
	}

	#skipBlank(): void {
		for (;;) {
			this.#match(/\s+/y);
			if (!this.text.startsWith("<!--", this.#position)) return;
			const end = this.text.indexOf("-->", this.#position + 4);
			if (end < 0) this.#fail("a comment does not end");
			this.#position = end + 3;
		}
	}

	#match(pattern: RegExp): RegExpExecArray | undefined {
		pattern.lastIndex = this.#position;
		const found = pattern.exec(this.text);
		if (!found) return undefined;
		this.#position = pattern.lastIndex;
		return found;
	}

	#fail(what: string): never {
		const line = this.text.slice(0, this.#position).split("\n").length;
		throw new Unreadable(`line ${line}: ${what}; expected a plain XML property list`);
	}
}

function isTag(tag: Tag, name: string, kind: Tag["kind"]): boolean {
	return tag.name === name && tag.kind === kind;
}

const unknownReference = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
