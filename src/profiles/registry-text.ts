/** A text as the registry stores REG_SZ: UTF-16LE with a null character at its end. */
export function writeRegistryText(text: string): Buffer {
	return Buffer.from(`${text}\0`, "utf16le");
}

/** The text of REG_SZ, undefined for half a character or a null character elsewhere; no bytes are an empty text. */
export function readRegistryText(bytes: Uint8Array): string | undefined {
	try {
		const text = new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }).decode(bytes);
		return text.indexOf("\0") === text.length - 1 ? text.slice(0, -1) : undefined;
	} catch {
		return undefined;
	}
}
