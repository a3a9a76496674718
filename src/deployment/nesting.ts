import { CST } from "yaml";
import { deepestNesting } from "./plain-data.js";

/** What begins a value; a list or an object in block style begins with its first item or colon. */
const valueStarts: ReadonlySet<CST.TokenType | "text"> = new Set([
	"scalar",
	"single-quoted-scalar",
	"double-quoted-scalar",
	"flow-map-start",
	"flow-seq-start",
	"seq-item-ind",
]);

/**
 * Whether the text is one that not even the lexer should be given: it takes indicators one inside the other, however
 * many there are.
 */
export function hasRunOfIndicators(text: string): boolean {
	let run = 0;
	for (let index = 0; index < text.length; index++) {
		if (isIndicator(text[index])) run = isBlank(text[index + 1]) ? run + 1 : 0;
		else if (!isBlank(text[index])) run = 0;
		if (run > deepestNesting) return true;
	}
	return false;
}

function isIndicator(character: string | undefined): boolean {
	return character === "-" || character === "?" || character === ":";
}

function isBlank(character: string | undefined): boolean {
	return character === " " || character === "\t";
}

/**
 * How deeply YAML nests, told from what the lexer gives. The parser recurses, and ends the whole process rather than
 * throw where the stack runs out; so it must not see what nests too deeply.
 */
export class NestingMeter {
	offset = 0;
	/** How many texts, lists and objects there were so far, names among them. */
	values = 0;
	/** Columns at which the open block collections start. */
	private readonly blocks: number[] = [];
	private flows = 0;
	private lineStart = 0;
	/** Column of what stands after the last indicator of the line. */
	private content: number | undefined;
	private beforeScalar = false;

	/** The depth once this piece of text is taken too; an upper bound for broken YAML. */
	take(lexeme: string): number {
		const kind: CST.TokenType | "text" | null = this.beforeScalar ? "text" : CST.tokenType(lexeme);
		this.beforeScalar = kind === "scalar";
		if (kind !== null && valueStarts.has(kind)) this.values++;
		// These stand for no text.
		if (kind === "scalar" || kind === "doc-mode" || kind === "flow-error-end") return this.depth;
		this.open(kind, this.offset - this.lineStart);
		this.advance(lexeme, kind);
		return this.depth;
	}

	private get depth(): number {
		return this.flows + this.blocks.length;
	}

	private open(kind: CST.TokenType | "text" | null, column: number): void {
		if (kind === "flow-map-start" || kind === "flow-seq-start") this.flows++;
		if (kind === "flow-map-end" || kind === "flow-seq-end") this.flows = Math.max(0, this.flows - 1);
		const indicator = kind === "seq-item-ind" || kind === "explicit-key-ind" || kind === "map-value-ind";
		if (indicator && this.flows === 0) {
			this.openBlock(kind === "map-value-ind" ? (this.content ?? column) : column);
			this.content = undefined;
		} else if (kind !== "space" && kind !== "newline" && kind !== "comment") this.content ??= column;
	}

	/** Whatever started further to the right has ended. */
	private openBlock(column: number): void {
		while ((this.blocks.at(-1) ?? -1) > column) this.blocks.pop();
		if (this.blocks.at(-1) !== column) this.blocks.push(column);
	}

	private advance(lexeme: string, kind: CST.TokenType | "text" | null): void {
		this.offset += lexeme.length;
		const newline = lexeme.lastIndexOf("\n");
		if (newline < 0) return;
		this.lineStart = this.offset - lexeme.length + newline + 1;
		// Quoted text may span lines and still be the name of a member.
		if (kind !== "text" || lexeme.endsWith("\n")) this.content = undefined;
	}
}
