/** Largest profile that is read, in bytes; real ones are a hundred times smaller. */
const maxProfileBytes = 4 * 1024 * 1024;

/** The text of a file without its byte order mark. Throws where it is too large or not of this encoding. */
export function readText(bytes: Uint8Array, encoding: "utf-8" | "utf-16le"): string {
	if (bytes.length > maxProfileBytes) {
		throw new Error(`the file has ${bytes.length} bytes; expected at most ${maxProfileBytes}`);
	}
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		throw new Error(`the file is not ${encoding.toUpperCase()} text`);
	}
}
