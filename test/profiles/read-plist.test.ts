import fc from "fast-check";
import { buildBinary } from "plist";
import { describe, expect, test } from "vitest";
import { made } from "../../src/outcome.js";
import { mobileconfig } from "../../src/profiles/mobileconfig.js";
import { preferencePlist } from "../../src/profiles/preference-plist.js";
import { type PlistDictionary, readPlist } from "../../src/profiles/read-plist.js";
import { needsPlistlib } from "../support/plists.js";
import { python } from "../support/python.js";
import { settingsArbitrary } from "../support/settings-arbitrary.js";
import { bytesOf, nativeOf, profileCases, settingsOf } from "./cases.js";

const { isHere: hasPython } = needsPlistlib;

/** Many at once, in base64. */
const inBinary = `
import plistlib

def answer(documents):
    return [base64.b64encode(binary(base64.b64decode(each))).decode() for each in documents]

def binary(document):
    return plistlib.dumps(plistlib.loads(document), fmt=plistlib.FMT_BINARY)
`;
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

describe.skipIf(!hasPython)("what Python's plistlib writes in binary: needs python3", () => {
	test.each([
		["preference property list", preferencePlist],
		["configuration profile", mobileconfig],
	])("%s", async (_, format) => {
		const cases = [
			...Object.values(profileCases).map(({ settings }) => settings),
			...fc.sample(settingsArbitrary, { numRuns: 40, seed: 7 }),
		];
		const xml = await Promise.all(cases.map((settings) => bytesOf(format, settings)));
		const binary = (python(inBinary, xml.map(encode)) as string[]).map((each) => Buffer.from(each, "base64"));
		for (const [index, bytes] of binary.entries()) {
			expect(format.recognizes(bytes)).toBe(true);
			expect(await nativeOf(format, bytes)).toEqual(made(cases[index]));
		}
		const other = format === mobileconfig ? preferencePlist : mobileconfig;
		for (const bytes of binary) expect(other.recognizes(bytes)).toBe(false);
	});
});

test("native values of a binary property list", async () => {
	const values = { a: true, b: 300, c: 1.5, d: ["x", {}], e: { f: "日本" }, g: -1, h: 2 ** 40, i: "x".repeat(300) };
	expect(await settingsOf(preferencePlist, buildBinary(values))).toEqual(values);
});

/** A binary property list of objects, written byte by byte; the first is the outermost. */
function binary(...objects: readonly (readonly number[])[]): Uint8Array {
	const start = [...Buffer.from("bplist00")];
	const offsets: number[] = [];
	for (const object of objects) {
		offsets.push(start.length);
		start.push(...object);
	}
	const table = start.length;
	const trailer = Buffer.alloc(32);
	trailer[6] = 2;
	trailer[7] = 1;
	trailer.writeBigUInt64BE(BigInt(objects.length), 8);
	trailer.writeBigUInt64BE(BigInt(table), 24);
	const places = offsets.flatMap((offset) => [offset >> 8, offset & 0xff]);
	return Uint8Array.from([...start, ...places, ...trailer]);
}

const a = [0x51, 0x61];
const one = [0x10, 1];

describe("a binary property list is refused", () => {
	const start = "the binary property list holds what is not read: ";

	test.each<[string, Uint8Array, string]>([
		["that ends at once", Buffer.from("bplist00"), `${start}it ends before it says what it holds`],
		["with a key twice", binary([0xd2, 1, 1, 2, 2], a, one), `${start}a key stands twice`],
		["with equal keys", binary([0xd2, 1, 2, 3, 3], a, [0x61, 0, 0x61], one), `${start}a key stands twice`],
		["with a number as a key", binary([0xd1, 1, 1], one), `${start}a key that is no text`],
		["that holds itself", binary([0xd1, 1, 0], a), `${start}more than 32 levels`],
		[
			"that comes to a million values",
			binary([0xd1, 1, 2], a, ...Array.from({ length: 6 }, (_, at) => [0xaa, ...Array(10).fill(at + 3)]), one),
			`${start}more than 100000 values`,
		],
		[
			"with a number of 16 bytes",
			binary([0xd1, 1, 2], a, [0x14, ...Array(16).fill(1)]),
			`${start}a number that would be rounded`,
		],
		[
			"with a number beyond 2^53",
			binary([0xd1, 1, 2], a, [0x13, 0, 0x20, 0, 0, 0, 0, 0, 1]),
			`${start}a number that would be rounded`,
		],
		["with a UID", binary([0xd1, 1, 2], a, [0x80, 1]), `${start}a value of an unknown kind`],
		["with nothing in a value's place", binary([0xd1, 1, 2], a, [0x00]), `${start}a value of no kind`],
		[
			"with text that is not ASCII",
			binary([0xd1, 1, 2], a, [0x51, 0xe9]),
			`${start}text that is not ASCII where it says so`,
		],
		["with a reference to nothing", binary([0xd1, 1, 9], a), `${start}it refers to a value that is not there`],
		[
			"with text beyond its end",
			binary([0xd1, 1, 2], a, [0x5f, 0x11, 0xff, 0xff]),
			`${start}a value goes beyond its end`,
		],
		["of a list", binary([0xa0]), "the property list is no dictionary; expected <dict>"],
		[
			"with a key of every object's own",
			binary([0xd1, 1, 2], [0x59, ...Buffer.from("__proto__")], [0xd0]),
			`${start}a key that is none`,
		],
		["with data", binary([0xd1, 1, 2], a, [0x41, 1]), "a: is of type date or data, which the app does not read"],
		[
			"with half a character",
			binary([0xd1, 1, 2], a, [0x61, 0xd8, 0]),
			"a: contains the character U+D800; no profile can carry it",
		],
	])("%s", async (_, bytes, message) => {
		await expect(settingsOf(preferencePlist, bytes)).rejects.toThrow(new Error(message));
	});
});

describe.skipIf(!hasPython)("whatever is read, plistlib reads as the same: needs python3", { timeout: 60_000 }, () => {
	const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
		value: fc.oneof(
			{ maxDepth: 2 },
			fc.string(),
			fc.boolean(),
			fc.integer(),
			fc.constantFrom(1.5, 0.1, 1e300, -1e-7, 2 ** 53 - 1),
			fc.array(tie("value"), { maxLength: 3 }),
			fc.dictionary(fc.string({ minLength: 1 }), tie("value"), { maxKeys: 3, noNullPrototype: true }),
		),
	})).value;
	const document = fc.dictionary(fc.string({ minLength: 1 }), value, { maxKeys: 4, noNullPrototype: true });
	const script = `
import plistlib

def answer(documents):
    return json.loads(json.dumps([attempt(each) for each in documents], default=lambda other: "other"))

def attempt(document):
    try:
        return [plistlib.loads(base64.b64decode(document))]
    except Exception:
        return None
`;
	const patch = fc.tuple(
		fc.nat(),
		fc.nat(6),
		fc.oneof(
			fc.uint8Array({ maxLength: 3 }),
			fc
				.constantFrom(
					"&",
					"&amp;",
					"<key>a</key>",
					"<true/>",
					"<!---->",
					"x",
					"<![CDATA[x]]>",
					"0x1F",
					"<date/>",
					"</dict>",
					"&#65;",
				)
				.map((text) => new TextEncoder().encode(text)),
		),
	);

	async function compare(documents: readonly Uint8Array[]): Promise<number> {
		const theirs = python(script, documents.map(encode)) as ([unknown] | null)[];
		let read = 0;
		for (const [index, bytes] of documents.entries()) {
			const { value: ours } = await readPlist(bytes);
			if (ours === undefined) continue;
			read++;
			expect([encode(bytes), theirs[index]?.[0]]).toEqual([encode(bytes), withoutTypes(ours)]);
		}
		return read;
	}

	/** As the script prints it. */
	function withoutTypes(value: PlistDictionary): unknown {
		return JSON.parse(
			JSON.stringify(value, function (this: Record<string, unknown>, name, member) {
				const original = this[name];
				return original instanceof Date || original instanceof Uint8Array ? "other" : member;
			}),
		);
	}

	const patched = (whole: Uint8Array, patches: readonly [number, number, Uint8Array][]) =>
		patches.reduce<Uint8Array>(
			(bytes, [at, removed, put]) =>
				Buffer.concat([bytes.subarray(0, at % bytes.length), put, bytes.subarray((at % bytes.length) + removed)]),
			whole,
		);

	test("XML", async () => {
		const written = await Promise.all(
			fc.sample(settingsArbitrary, { numRuns: 200, seed: 3 }).map((settings) => bytesOf(preferencePlist, settings)),
		);
		const patches = fc.sample(fc.array(patch, { minLength: 1, maxLength: 2 }), { numRuns: 2000, seed: 4 });
		const small = written.filter(({ length }) => length < 5000);
		const documents = patches.map((several, index) =>
			patched(small[index % small.length] ?? new Uint8Array(), several),
		);
		expect(await compare([...small, ...documents])).toBeGreaterThan(small.length);
	});

	test("binary", async () => {
		const written = fc
			.sample(document, { numRuns: 300, seed: 5 })
			.map((each) => buildBinary(each as Parameters<typeof buildBinary>[0]));
		const patches = fc.sample(fc.array(patch, { minLength: 1, maxLength: 2 }), { numRuns: 3000, seed: 6 });
		const documents = patches.map((several, index) =>
			patched(written[index % written.length] ?? new Uint8Array(), several),
		);
		expect(await compare([...written, ...documents])).toBeGreaterThan(250);
	});
});
