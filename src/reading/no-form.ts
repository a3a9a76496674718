/** Of a file that no reader knows, what keeps it from being known where that is its encoding; undefined of any other. */
export function whyNoForm(bytes: Uint8Array): string | undefined {
	const [first, second] = bytes;
	if (first === 0xfe && second === 0xff)
		return "is UTF-16 with the high byte first, which no such file is; save it as UTF-8";
	if (first === 0xff && second === 0xfe) return "is UTF-16, which only registry files are; save it as UTF-8";
	if (startOf(bytes) === "REGEDIT4") {
		return "is a registry file of an older version, whose encoding it does not say; export it anew as version 5.00";
	}
	const line = lineOutOfUtf8(bytes);
	return line === undefined ? undefined : `line ${line}: is no UTF-8; save it as UTF-8`;
}

function startOf(bytes: Uint8Array): string {
	return Buffer.from(bytes.subarray(0, 8)).toString("latin1");
}

/** The first line of text that is no UTF-8; undefined of what is UTF-8, and of what is no text at all. */
function lineOutOfUtf8(bytes: Uint8Array): number | undefined {
	if (bytes.includes(0)) return undefined;
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const end = bytes.indexOf(0x0a, start);
		const next = end < 0 ? bytes.length : end + 1;
		try {
			new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, next));
		} catch {
			return line;
		}
		start = next;
	}
	return undefined;
}
