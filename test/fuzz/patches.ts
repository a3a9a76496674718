import fc from "fast-check";

/** Pieces of every format that is read. */
const pieces = [
	"<key>a</key>",
	"<string>",
	"</string>",
	"<dict>",
	"</dict></plist>",
	"<array/>",
	"<integer>1e9</integer>",
	"<real>1</real>",
	"<data>AA==</data>",
	"<date>2026-01-01T00:00:00Z</date>",
	"<!--",
	"-->",
	"<![CDATA[x]]>",
	'<!DOCTYPE plist [<!ENTITY e "x">]>',
	"<?x y?>",
	"&e;",
	"&#0;",
	"&#x110000;",
	"&#xD800;",
	'"a":1,',
	'{"__proto__":{}}',
	"9007199254740993",
	"1e400",
	"[[[[",
	'"a"=dword:00000001',
	'"a"=hex(1):61,00,00,00',
	"\\\r\n",
	"bplist00",
	"\u0000",
	"\ufeff",
	"\ud83d",
].flatMap((text) => [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")]);

/** Changes at any places of a file. */
export const patches = fc.array(
	fc.record({
		at: fc.nat(),
		removed: fc.oneof(fc.nat(8), fc.nat(400)),
		put: fc.oneof(fc.constantFrom<Uint8Array>(...pieces), fc.uint8Array({ maxLength: 8 })),
	}),
	{ maxLength: 4 },
);

export function patched(
	whole: Uint8Array,
	several: readonly { at: number; removed: number; put: Uint8Array }[],
): Uint8Array {
	return several.reduce((bytes, { at, removed, put }) => {
		const place = at % (bytes.length + 1);
		return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + removed)]);
	}, whole);
}
