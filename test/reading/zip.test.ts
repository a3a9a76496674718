import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readDeviceFile } from "../../src/reading/read-device-file.js";
import { exportedRegistry } from "./app-exports.js";

const read = async (bytes: Uint8Array) => {
	const { value, problems } = await readDeviceFile({ name: "export.zip", bytes });
	return {
		files: value?.map(({ file }) => file),
		said: problems.map(({ severity, message }) => `${severity}: ${message}`),
	};
};

test("reads the files of an archive, and names those that it leaves out", async () => {
	const files = {
		"windows/Claude.reg": strToU8(exportedRegistry),
		"report/managed-config.txt": strToU8("x"),
		"Claude.admx": strToU8("<policyDefinitions/>"),
	};
	const { files: found, said } = await read(zipSync(files));
	expect(found).toEqual(["windows/Claude.reg"]);
	expect(said).toEqual([
		expect.stringMatching(/^warning: report\/managed-config\.txt: is the diagnostic report of the app/),
		expect.stringMatching(/^warning: Claude\.admx: is a policy definition, which holds no values/),
	]);
});

test("leaves what macOS puts beside files without a word", async () => {
	const files = {
		"__MACOSX/windows/._Claude.reg": strToU8("x"),
		".DS_Store": strToU8("x"),
		"windows/Claude.reg": strToU8(exportedRegistry),
	};
	expect(await read(zipSync(files))).toEqual({ files: ["windows/Claude.reg"], said: [] });
});

test("refuses one in which nothing can be read", async () => {
	const { files, said } = await read(zipSync({ "a.txt": strToU8("x") }));
	expect(files).toBeUndefined();
	expect(said).toEqual([expect.stringMatching(/^error: a\.txt: is of no form that is read/)]);
});

test.each<[string, Uint8Array, string]>([
	["a name that leaves it", zipSync({ "../Claude.reg": strToU8("x") }), "cannot be read, or has a name that leaves it"],
	["an absolute name", zipSync({ "/etc/Claude.reg": strToU8("x") }), "cannot be read, or has a name that leaves it"],
	[
		"very many folders",
		zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`${at}/`, new Uint8Array()]))),
		"holds more than 500 files",
	],
	["a file that unpacks to much", zipSync({ "a.reg": new Uint8Array(5 * 1024 * 1024) }), "holds more than is read"],
	[
		"files that unpack to much together",
		zipSync(
			Object.fromEntries(Array.from({ length: 10 }, (_, each) => [`${each}.reg`, new Uint8Array(4 * 1024 * 1024)])),
		),
		"holds more than is read",
	],
	[
		"a great many files",
		zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, each) => [`${each}.reg`, new Uint8Array()]))),
		"holds more than 500 files",
	],
	[
		"half an archive",
		zipSync({ "a.reg": strToU8(exportedRegistry) }).slice(0, 60),
		"cannot be read; expected a zip file",
	],
])("refuses %s", async (_, bytes, message) => {
	const { files, said } = await read(bytes);
	expect(files).toBeUndefined();
	expect(said).toEqual([`error: the archive ${message}`]);
});

test("refuses a file that is larger than it says", async () => {
	const bytes = zipSync({ "a.reg": new Uint8Array(1000) });
	const directory = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
	new DataView(bytes.buffer).setUint32(directory + 24, 10, true);
	const { said } = await read(bytes);
	expect(said).toEqual(["error: the archive cannot be read, or holds more than it says"]);
});
