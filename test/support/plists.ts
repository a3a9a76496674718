import { python, pythonHas } from "./python.js";

export const needsPlistlib = { needs: "python3", isHere: pythonHas("plistlib") } as const;

/** What plistlib reads in each XML property list. */
export function readPlists(documents: readonly Uint8Array[]): readonly Readonly<Record<string, unknown>>[] {
	const script = [
		"import plistlib, datetime",
		"def answer(documents):",
		"    return [plain(plistlib.loads(base64.b64decode(each), fmt=plistlib.FMT_XML)) for each in documents]",
		"def plain(value):",
		"    if isinstance(value, dict): return {key: plain(each) for key, each in value.items()}",
		"    if isinstance(value, list): return [plain(each) for each in value]",
		"    return value.isoformat() if isinstance(value, datetime.datetime) else value",
	];
	const encoded = documents.map((each) => Buffer.from(each).toString("base64"));
	return python(script.join("\n"), encoded) as readonly Readonly<Record<string, unknown>>[];
}

/** A part of a property list with the rest of the document around it. */
export function aroundPart(part: Uint8Array, before: string, after: string): Uint8Array {
	return Buffer.concat([Buffer.from(`<plist version="1.0">${before}`), part, Buffer.from(`${after}</plist>`)]);
}
