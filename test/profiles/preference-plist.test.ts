import { describe, expect, test } from "vitest";
import { preferencePlist } from "../../src/profiles/preference-plist.js";
import { bytesOf, identity, profileOf, settingsOf } from "./cases.js";

const encode = (source: string) => new TextEncoder().encode(source);
const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`;

test("renders exactly these bytes", async () => {
	const settings = { b: "x\r\ny\tz ]]>\u2028", a: "", disableAutoUpdates: false, autoUpdaterEnforcementHours: 24 };
	expect(
		Buffer.from(await bytesOf(preferencePlist, settings)).toString("utf8"),
	).toBe(`${head}<!-- Sets the preferences of Claude Desktop of deployment eu, group pilot. -->
<!-- Preset Standard, settings 0a1b2c3d. -->
<plist version="1.0">
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

test("keeps hyphens of names from ending the comment that says them", async () => {
	const profile = profileOf(preferencePlist, { a: "b" });
	const names = { ...identity, deployment: "a--b---c-", group: "-->" };
	const { value: [file] = [] } = await preferencePlist.render({ ...profile, identity: names }, {});
	const content = file?.content ?? new Uint8Array();
	expect(Buffer.from(content).toString()).toContain("of deployment a- -b- - -c-, group - ->. -->");
	expect(await settingsOf(preferencePlist, content)).toEqual({ a: "b" });
});

describe("reads", () => {
	const value = async (element: string) => {
		const source = `${head}<plist version="1.0"><dict><key>a</key>${element}</dict></plist>`;
		return (await settingsOf(preferencePlist, encode(source))).a;
	};

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
	])("%s", async (element, expected) => {
		expect(await value(element)).toEqual(expected);
	});

	test("a document without declaration, type or indent", async () => {
		expect(await settingsOf(preferencePlist, encode("<plist><dict/></plist>"))).toEqual({});
	});

	test("a document with anything before its root that means nothing", async () => {
		const before = `\ufeff<?xml version="1.0"?>\r\n<!-- 😀 <!DOCTYPE x> <plist> -->\n<!DOCTYPE plist SYSTEM "x\u00a0y">\n`;
		const source = `${before}<plist version='1.0'\n><dict><key>a</key><string>b</string></dict></plist>\n<!-- -->\n`;
		expect(await settingsOf(preferencePlist, encode(source))).toEqual({ a: "b" });
	});

	test("keys of a payload around the settings are left out", async () => {
		const source = "<plist><dict><key>PayloadUUID</key><string>x</string><key>a</key><string>b</string></dict></plist>";
		expect(await settingsOf(preferencePlist, encode(source))).toEqual({ a: "b" });
	});
});

describe("refuses", () => {
	const dictionary = (inner: string) => `<plist version="1.0"><dict>${inner}</dict></plist>`;
	const string = (content: string) => dictionary(`<key>a</key><string>${content}</string>`);
	const plain = "; expected a plain XML property list";
	const malformed = `is no well-formed XML${plain}`;
	const rounded = `line 1: a number that would be rounded${plain}`;

	test.each<[string, string, string]>([
		["nothing", "", `line 1: ${malformed}`],
		["a list", "<plist><array/></plist>", "the property list is no dictionary; expected <dict>"],
		["two values", "<plist><dict/><dict/></plist>", `line 1: a second value${plain}`],
		["text behind", "<plist><dict/></plist>x", `line 1: ${malformed}`],
		["an open end", "<plist><dict>", `line 1: ${malformed}`],
		["crossed ends", dictionary("<key>a</key><array></dict>"), `line 1: ${malformed}`],
		["text between", dictionary("x"), `line 1: text outside of elements${plain}`],
		["a value without key", dictionary("<string>x</string>"), `line 1: a value without key${plain}`],
		["a key without value", dictionary("<key>a</key>"), `line 1: a key without value${plain}`],
		["an element in text", string("x<true/>"), `line 1: an element in text${plain}`],
		["a comment in text", string("x<!-- -->"), `line 1: a comment in text${plain}`],
		["CDATA", string("<![CDATA[x]]>"), `line 1: a CDATA section${plain}`],
		["an unknown element", dictionary("<key>a</key>\n<bool>1</bool>"), `line 2: an element that is none${plain}`],
		["data", dictionary("<key>a</key><data>AA==</data>"), "a: is of type date or data, which the app does not read"],
		["an attribute", dictionary('<key>a</key><string id="x">b</string>'), `line 1: an attribute${plain}`],
		[
			"a word as integer",
			dictionary("<key>a</key><integer>one</integer>"),
			`line 1: an element that cannot be read${plain}`,
		],
		["a bare &", string("a & b"), `line 1: ${malformed}`],
		["an entity of its own", string("&evil;"), `line 1: ${malformed}`],
		["a reference to NUL", string("&#0;"), `line 1: ${malformed}`],
		["half a character by reference", string("&#xD83D;&#xDE00;"), `line 1: ${malformed}`],
		["a reference beyond Unicode", string("&#x110000;"), `line 1: ${malformed}`],
		["]]> in text", string("]]>"), `line 1: ${malformed}`],
		["a control character", string("\u0001"), `line 1: ${malformed}`],
		["a key twice", dictionary("<key>a</key><true/><key>a</key><true/>"), `line 1: a key stands twice${plain}`],
		["a comment without end", "<plist><!-- ", `line 1: ${malformed}`],
		["depth", `<plist>${"<array>".repeat(100_000)}`, `line 1: more than 32 levels${plain}`],
		[
			"an internal subset",
			`<!DOCTYPE plist [<!ENTITY e "x">]>${string("&e;")}`,
			`line 1: a document type of its own${plain}`,
		],
		[
			"a subset behind an identifier",
			`<!DOCTYPE plist SYSTEM "file:///etc/passwd" [<!ENTITY e "x">]>${string("x")}`,
			`line 1: a document type of its own${plain}`,
		],
		["a name of its own", dictionary("<key>__proto__</key><dict/>"), `line 1: a key that is none${plain}`],
		[
			"another encoding",
			`<?xml version="1.0" encoding="ISO-8859-1"?>${string("x")}`,
			`line 1: another version or encoding${plain}`,
		],
		["a processing instruction", dictionary("<?x y?>"), `line 1: a processing instruction${plain}`],
		["an integer that would be rounded", dictionary("<key>a</key><integer>9007199254740993</integer>"), rounded],
		[
			"an integer of another base",
			dictionary("<key>a</key><integer>0x1F</integer>"),
			`line 1: an element that cannot be read${plain}`,
		],
		[
			"a date",
			dictionary("<key>a</key><date>2026-01-01T00:00:00Z</date>"),
			"a: is of type date or data, which the app does not read",
		],
		[
			"a date that is none",
			dictionary("<key>a</key><date>2026-13-01T00:00:00Z</date>"),
			`line 1: a date that is none${plain}`,
		],
		["nothing in its place", dictionary("<key>a</key><null/>"), `line 1: an element that is none${plain}`],
	])("%s", async (_, source, message) => {
		await expect(settingsOf(preferencePlist, encode(source))).rejects.toThrow(new Error(message));
	});

	test("bytes that are no UTF-8", async () => {
		await expect(settingsOf(preferencePlist, Uint8Array.of(0x3c, 0xff))).rejects.toThrow(
			new Error("the file is not UTF-8 text"),
		);
	});
});
