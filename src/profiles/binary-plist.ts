import { parse } from "plist";
import { made, type Outcome } from "../outcome.js";
import type { PlistValue } from "./read-plist.js";
import { maxDepth, Refusal, refusalOf } from "./strict-pass.js";

/** A value counts as often as something refers to it: a few bytes can refer to more than any memory holds. */
const maxValues = 100_000;
const maxCharacters = 4 * 1024 * 1024;
const trailerLength = 32;
/** Milliseconds from 1970 to the year that dates are counted from. */
const since2001 = 978_307_200_000;

/**
 * The value of a binary property list, in which macOS keeps managed preferences, once a strict pass has found nothing that
 * readers take differently.
 * https://github.com/opensource-apple/CF/blob/master/CFBinaryPList.c
 */
export function parseBinaryPlist(bytes: Uint8Array): Outcome<PlistValue> {
	// The strict pass lets no null through.
	return refusalOf(() => new StrictPass(bytes).run()) ?? made(parse(withPlainOffsets(bytes)) as PlistValue);
}

/** The same list where offsets of three bytes, which libplist writes and Apple reads, have four, as the library wants them. */
function withPlainOffsets(bytes: Uint8Array): Uint8Array {
	const list = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const trailer = list.length - trailerLength;
	if (list[trailer + 6] !== 3) return bytes;
	const table = list.readUIntBE(trailer + 26, 6);
	const offsets = Buffer.alloc(4 * list.readUIntBE(trailer + 10, 6));
	for (let index = 0; index < offsets.length / 4; index++) {
		offsets.writeUInt32BE(list.readUIntBE(table + 3 * index, 3), 4 * index);
	}
	const end = Buffer.from(list.subarray(trailer));
	end[6] = 4;
	return new Uint8Array(Buffer.concat([list.subarray(0, table), offsets, end]));
}

/** Goes through every value once and refuses what a reader may take otherwise, and what would take it beyond the bytes. */
class StrictPass {
	readonly #view: DataView;
	readonly #offsetSize: number;
	readonly #referenceSize: number;
	readonly #count: number;
	readonly #top: number;
	readonly #table: number;
	#values = 0;
	#characters = 0;

	constructor(private readonly bytes: Uint8Array) {
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const trailer = bytes.length - trailerLength;
		if (trailer < 8) this.#fail("it ends before it says what it holds");
		this.#offsetSize = this.#size(this.#view.getUint8(trailer + 6), [1, 2, 3, 4, 8]);
		this.#referenceSize = this.#size(this.#view.getUint8(trailer + 7), [1, 2, 4, 8]);
		this.#count = this.#number(trailer + 8, 8);
		this.#top = this.#number(trailer + 16, 8);
		this.#table = this.#number(trailer + 24, 8);
		if (this.#table + this.#count * this.#offsetSize > trailer) this.#fail("its table leads beyond its end");
	}

	run(): void {
		this.#visit(this.#top, 0);
	}

	#visit(reference: number, depth: number): void {
		if (++this.#values > maxValues) this.#fail(`more than ${maxValues} values`);
		if (depth > maxDepth) this.#fail(`more than ${maxDepth} levels`);
		const at = this.#offsetOf(reference);
		const marker = this.#number(at, 1);
		const low = marker & 0x0f;
		const kind = marker >> 4;
		if (kind === 0x0) this.#switch(marker);
		else if (kind === 0x1) this.#integer(at + 1, 1 << low);
		else if (kind === 0x2) this.#real(at + 1, 1 << low);
		else if (kind === 0x3) this.#date(at + 1, 1 << low);
		else if (kind === 0x4) this.#content(at, 1);
		else if (kind === 0x5 || kind === 0x6) this.#text(at);
		else if (kind === 0xa) this.#list(at, depth);
		else if (kind === 0xd) this.#dictionary(at, depth);
		else this.#fail("a value of an unknown kind");
	}

	#switch(marker: number): void {
		if (marker !== 0x08 && marker !== 0x09) this.#fail("a value of no kind");
	}

	#list(at: number, depth: number): void {
		const { start, length } = this.#content(at, this.#referenceSize);
		for (let index = 0; index < length; index++) this.#visit(this.#reference(start, index), depth + 1);
	}

	#dictionary(at: number, depth: number): void {
		const { start, length } = this.#content(at, 2 * this.#referenceSize);
		const keys = new Set<string>();
		for (let index = 0; index < length; index++) {
			const key = this.#text(this.#offsetOf(this.#reference(start, index)));
			if (key === "__proto__") this.#fail("a key that is none");
			if (keys.has(key)) this.#fail("a key stands twice");
			keys.add(key);
			this.#visit(this.#reference(start, length + index), depth + 1);
		}
	}

	/** ASCII or UTF-16; half a character is refused with the value that holds it. */
	#text(at: number): string {
		const kind = this.#number(at, 1) >> 4;
		if (kind !== 0x5 && kind !== 0x6) this.#fail("a key that is no text");
		const width = kind === 0x5 ? 1 : 2;
		const { start, length } = this.#content(at, width);
		this.#characters += length;
		if (this.#characters > maxCharacters) this.#fail(`more than ${maxCharacters} characters`);
		const written = Buffer.from(this.bytes.subarray(start, start + width * length));
		if (kind === 0x6) return written.swap16().toString("utf16le");
		if (written.some((letter) => letter > 0x7f)) this.#fail("text that is not ASCII where it says so");
		return written.toString("latin1");
	}

	#integer(at: number, size: number): number {
		if (size > 8) this.#fail("a number that would be rounded");
		const high = size === 8 ? this.#signed(at) : 0;
		const value = size === 8 ? high * 2 ** 32 + this.#number(at + 4, 4) : this.#number(at, size);
		return Number.isSafeInteger(value) ? value : this.#fail("a number that would be rounded");
	}

	#real(at: number, size: number): void {
		if (size !== 4 && size !== 8) this.#fail("a number of an unknown size");
		this.#inside(at, size);
		const value = size === 4 ? this.#view.getFloat32(at) : this.#view.getFloat64(at);
		if (!Number.isFinite(value)) this.#fail("a number that is not finite");
	}

	/** Where the content of a value begins, and how many items of a size there are; more than 14 stand behind the marker. */
	#content(at: number, itemSize: number): { readonly start: number; readonly length: number } {
		const short = this.#number(at, 1) & 0x0f;
		const long = short === 0x0f;
		const sizeMarker = long ? this.#number(at + 1, 1) : 0;
		if (long && sizeMarker >> 4 !== 0x1) this.#fail("a length that is no number");
		const size = 1 << (sizeMarker & 0x0f);
		const length = long ? this.#integer(at + 2, size) : short;
		const start = long ? at + 2 + size : at + 1;
		if (length < 0) this.#fail("a length that is no number");
		this.#inside(start, length * itemSize);
		return { start, length };
	}

	#reference(start: number, index: number): number {
		return this.#number(start + index * this.#referenceSize, this.#referenceSize);
	}

	#offsetOf(reference: number): number {
		if (reference >= this.#count) this.#fail("it refers to a value that is not there");
		return this.#number(this.#table + reference * this.#offsetSize, this.#offsetSize);
	}

	#number(at: number, size: number): number {
		this.#inside(at, size);
		return this.bytes.subarray(at, at + size).reduce((number, byte) => number * 256 + byte, 0);
	}

	#signed(at: number): number {
		this.#inside(at, 8);
		return this.#view.getInt32(at);
	}

	#date(at: number, size: number): void {
		this.#inside(at, size);
		const seconds = size === 8 ? this.#view.getFloat64(at) : Number.NaN;
		if (Number.isNaN(new Date(seconds * 1000 + since2001).getTime())) this.#fail("a date that is none");
	}

	#inside(at: number, size: number): void {
		if (at + size > this.bytes.length) this.#fail("a value goes beyond its end");
	}

	#size(size: number, sizes: readonly number[]): number {
		return sizes.includes(size) ? size : this.#fail("sizes that are none");
	}

	#fail(what: string): never {
		throw new Refusal(`the binary property list holds what is not read: ${what}`);
	}
}
