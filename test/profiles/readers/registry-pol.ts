import { expect } from "vitest";
import { python, pythonHas } from "../../support/python.js";
import { type Found, fileOf, type ProfileReader } from "../reader.js";

/** Also packs what it read again: the bytes must be the same. */
const script = `
from samba.dcerpc import preg
from samba.ndr import ndr_pack, ndr_unpack

def answer(documents):
    return [entries(base64.b64decode(each)) for each in documents]

def entries(content):
    file = ndr_unpack(preg.file, content)
    assert ndr_pack(file) == content
    return [[each.keyname, each.valuename, each.type, each.data] for each in file.entries]
`;

type Entry = readonly [key: string, name: string, type: number, text: string];

const desktop = "SOFTWARE\\Policies\\Claude";

export const reader: ProfileReader = {
	needs: "python3-samba",
	isHere: pythonHas("samba.dcerpc.preg", "samba.ndr"),
	carries: "texts",
	read: (profiles) =>
		registryPolValues(
			profiles.map((files) => fileOf(files)),
			desktop,
		),
};

/** What files set below a key alone, having deleted what an earlier policy left there. */
export function registryPolValues(files: readonly Uint8Array[], key: string): readonly Found[] {
	const documents = files.map((each) => Buffer.from(each).toString("base64"));
	return (python(script, documents) as readonly (readonly Entry[])[]).map(([first, ...entries]) => {
		expect(first).toEqual([key, "**delvals.", 1, " "]);
		for (const [under, , type] of entries) expect([under, type]).toEqual([key, 1]);
		expect(new Set(entries.map(([, name]) => name)).size).toBe(entries.length);
		return Object.fromEntries(entries.map(([, name, , text]) => [name, text]));
	});
}
