import { describe, expect, test } from "vitest";
import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { reg } from "../../src/profiles/reg.js";
import { sound } from "../support/deployment.js";
import { canMerge, registries } from "../support/hive.js";
import { bytesOf, profileCases, settingsOf, textsOf } from "./cases.js";

const claude = "Policies\\Claude";
const above = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies";
const ours = `[${above}\\Claude]`;
const other = new Uint8Array(
	Buffer.from(
		'\ufeffWindows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Other]\r\n"a"="x"\r\n',
		"utf16le",
	),
);
const registry = registries();

/** The files for Windows of a deployment's one group, with the strings that its settings come to. */
async function revision(group: object, inference: object = sound.inference) {
	const groups = { pilot: { preset: "none", platforms: ["windows"], ...group } };
	const parsed = parseDeployment({ ...sound, inference, groups });
	const { bundle } = await compileBundle(parsed, { secrets: () => "key-of-the-gateway" });
	const file = (name: string) => {
		const found = bundle.files.find(({ path }) => path === `groups/pilot/profiles/windows/${name}`);
		if (!found) throw new Error(`the bundle has no ${name}`);
		return found.content;
	};
	const settings = await settingsOf(reg, file("Claude.reg"));
	return { full: file("Claude.reg"), removal: file("Claude-remove.reg"), values: textsOf(settings) };
}

describe.skipIf(!canMerge)(
	"a registry after merging: needs hivexregedit and python3-hivex",
	{ timeout: 60_000 },
	() => {
		test.each(Object.entries(profileCases))("one file: %s", async (_, { settings, texts }) => {
			expect(registry.after([await bytesOf(reg, settings)], claude)).toEqual([texts]);
		});

		test("a long text", async () => {
			const long = '😀"\\\\&<'.repeat(2_000);
			expect(registry.after([await bytesOf(reg, { unknownText: long })], claude)).toEqual([{ unknownText: long }]);
		});

		test("restricted over locked down leaves exactly restricted", async () => {
			const lockedDown = await revision({ preset: "lockedDown" });
			const restricted = await revision({ preset: "restricted" });
			const gone = Object.keys(lockedDown.values).filter((name) => !Object.hasOwn(restricted.values, name));
			expect(gone.length).toBeGreaterThan(0);
			expect(registry.after([lockedDown.full, restricted.full], claude)).toEqual([restricted.values]);
		});

		test("a setting that the catalogue does not know is gone once it is dropped", async () => {
			const before = await revision({ extraSettings: { keyOfTomorrow: "x" } });
			const after = await revision({});
			expect(before.values).toMatchObject({ keyOfTomorrow: "x" });
			expect(registry.after([before.full, after.full], claude)).toEqual([after.values]);
		});

		test("a credential does not survive a change of the route", async () => {
			const gateway = await revision({});
			const anthropic = await revision({}, { anthropic: { signIn: { interactive: {} } } });
			expect(gateway.values).toMatchObject({ inferenceGatewayApiKey: "key-of-the-gateway" });
			const [left] = registry.after([gateway.full, anthropic.full], claude);
			expect(left).toEqual(anthropic.values);
			expect(JSON.stringify(left)).not.toContain("key-of-the-gateway");
		});

		test("removal leaves nothing, and what others keep there stays", async () => {
			const { full, removal, values } = await revision({ preset: "lockedDown" });
			expect(registry.after([other, full], claude, "Policies\\Other")).toEqual([values, { a: "x" }]);
			expect(registry.after([other, full, removal], claude, "Policies\\Other")).toEqual([undefined, { a: "x" }]);
		});

		test.each<[string, readonly string[]]>([
			["a value twice", ['"a"="x"', '"b"="1"', '"A"="y"']],
			["a value of another type before", ['"a"=dword:00000007', '"a"="y"']],
			["the deletion of a key above", ['"a"="x"', "", `[-${above}]`, "", `[${above}]`, "", ours, '"b"="y"']],
			["the deletion of the key", ['"a"="x"', "", ours.replace("[", "[-"), "", ours, '"b"="y"']],
		])("what is read of a file is what merging it leaves: %s", async (_, lines) => {
			const text = ["Windows Registry Editor Version 5.00", "", ours, ...lines, ""].join("\r\n");
			const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
			const folded = (values: object = {}) =>
				Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
			const [left] = registry.after([bytes], claude);
			expect(folded(await settingsOf(reg, bytes))).toEqual(folded(left));
		});

		test("removal of what was never there is no error", async () => {
			const { removal } = await revision({});
			expect(registry.after([removal], claude)).toEqual([undefined]);
		});
	},
);
