import { describe, expect, test } from "vitest";
import { preferencePlist } from "../../src/profiles/preference-plist.js";
import { bytesOf, settingsOf } from "./cases.js";

const encode = (source: string) => new TextEncoder().encode(source);
const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`;

test("renders exactly these bytes", async () => {
	const settings = { b: "x\r\ny\tz ]]>\u2028", a: "", disableAutoUpdates: false, autoUpdaterEnforcementHours: 24 };
	expect(Buffer.from(await bytesOf(preferencePlist, settings)).toString("utf8")).toBe(`${head}<plist version="1.0">
<dict>
	<key>a</key>
	<string></string>
	<key>autoUpdaterEnforcementHours</key>
	<string>24</string>
	<key>b</key>
	<string>x&#xD;
y	z ]]&gt;&#x2028;</string>
	<key>disableAutoUpdates</key>
	<string>false</string>
</dict>
</plist>
`);
});

describe("reads", () => {
	const value = (element: string) =>
		settingsOf(preferencePlist, encode(`${head}<plist version="1.0"><dict><key>a</key>${element}</dict></plist>`)).a;

	test.each<[string, unknown]>([
		["<string>x</string>", "x"],
		["<string/>", ""],
		["<string> </string>", " "],
		["<string>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</string>", "<>&\"'A😀"],
		["<string>a\r\nb\rc</string>", "a\nb\nc"],
		["<string>a&#xD;&#10;b\u2028\u0085</string>", "a\r\nb\u2028\u0085"],
		["<string>\ufeffa</string>", "\ufeffa"],
		["<!-- a comment --><integer>-3</integer>", -3],
		["<real>1.5</real>", 1.5],
		["<true/>", true],
		["<false></false>", false],
		["<array><string>x</string><dict/></array>", ["x", {}]],
		["<dict><key>b</key><array/></dict>", { b: [] }],
	])("%s", (element, expected) => {
		expect(value(element)).toEqual(expected);
	});

	test("a document without declaration, type or indent", () => {
		expect(settingsOf(preferencePlist, encode("<plist><dict/></plist>"))).toEqual({});
	});

	test("keys of a payload around the settings are left out", () => {
		const source = "<plist><dict><key>PayloadUUID</key><string>x</string><key>a</key><string>b</string></dict></plist>";
		expect(settingsOf(preferencePlist, encode(source))).toEqual({ a: "b" });
	});
});

describe("refuses", () => {
	const dictionary = (inner: string) => `<plist version="1.0"><dict>${inner}</dict></plist>`;
	const string = (content: string) => dictionary(`<key>a</key><string>${content}</string>`);
	const plain = "; expected a plain XML property list";

	test.each<[string, string, string]>([
		["nothing", "", `line 1: expected an element${plain}`],
		["a list", "<plist><array/></plist>", "the property list is no dictionary; expected <dict>"],
		["two values", "<plist><dict/><dict/></plist>", `line 1: expected </plist>${plain}`],
		["text behind", "<plist><dict/></plist>x", `line 1: text after </plist>${plain}`],
		["an open end", "<plist><dict>", `line 1: expected an element${plain}`],
		["crossed ends", dictionary("<key>a</key><array></dict>"), `line 1: unexpected </dict>${plain}`],
		["text between", dictionary("x"), `line 1: expected an element${plain}`],
		["a value without key", dictionary("<string>x</string>"), `line 1: expected <key>${plain}`],
		["a key without value", dictionary("<key>a</key>"), `line 1: unexpected </dict>${plain}`],
		["an element in text", string("x<true/>"), `line 1: expected </string>${plain}`],
		["a comment in text", string("x<!-- -->"), `line 1: expected </string>${plain}`],
		["CDATA", string("<![CDATA[x]]>"), `line 1: expected </string>${plain}`],
		["an unknown element", dictionary("<key>a</key>\n<bool>1</bool>"), `line 2: unexpected <bool>${plain}`],
		["data", dictionary("<key>a</key><data>AA==</data>"), `line 1: unexpected <data>${plain}`],
		["an attribute", dictionary('<key>a</key><string id="x">b</string>'), `line 1: expected an element${plain}`],
		["a word as integer", dictionary("<key>a</key><integer>one</integer>"), `line 1: expected a number${plain}`],
		["a bare &", string("a & b"), `line 1: & that begins no known character${plain}`],
		["an entity of its own", string("&evil;"), `line 1: & that begins no known character${plain}`],
		[
			"a reference to NUL",
			string("&#0;"),
			`line 1: text contains the character U+0000; no profile can carry it${plain}`,
		],
		[
			"half a character by reference",
			string("&#xD83D;&#xDE00;"),
			`line 1: text contains the character U+D83D; no profile can carry it${plain}`,
		],
		[
			"a reference beyond Unicode",
			string("&#x110000;"),
			`line 1: text contains the character U+0000; no profile can carry it${plain}`,
		],
		["]]> in text", string("]]>"), `line 1: ]]> in text${plain}`],
		[
			"a control character",
			string("\u0001"),
			`line 1: text contains the character U+0001; no profile can carry it${plain}`,
		],
		["a key twice", dictionary("<key>a</key><true/><key>a</key><true/>"), `line 1: a key stands twice${plain}`],
		["a comment without end", "<plist><!-- ", `line 1: a comment does not end${plain}`],
		["depth", `<plist>${"<array>".repeat(100_000)}`, `line 1: more than 32 levels${plain}`],
		["an internal subset", `<!DOCTYPE plist [<!ENTITY e "x">]>${string("&e;")}`, `line 1: expected an element${plain}`],
		[
			"a subset behind an identifier",
			`<!DOCTYPE plist SYSTEM "file:///etc/passwd" [<!ENTITY e "x">]>${string("x")}`,
			`line 1: expected an element${plain}`,
		],
		[
			"a name of its own",
			dictionary("<key>__proto__</key><dict/>"),
			`__proto__: ${"is no name of a setting; expected a letter, then up to 254 letters, digits, dots, dashes or underscores"}`,
		],
		[
			"another encoding",
			`<?xml version="1.0" encoding="ISO-8859-1"?>${string("x")}`,
			`line 1: expected an element${plain}`,
		],
		["a binary property list", "bplist00", `line 1: expected an element${plain}`],
	])("%s", (_, source, message) => {
		expect(() => settingsOf(preferencePlist, encode(source))).toThrow(new Error(message));
	});

	test("bytes that are no UTF-8", () => {
		expect(() => settingsOf(preferencePlist, Uint8Array.of(0x3c, 0xff))).toThrow(
			new Error("the file is not UTF-8 text"),
		);
	});
});
