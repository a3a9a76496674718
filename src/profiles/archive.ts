/** A local time: the format has no zone, and the library writes what a clock on the wall says. */
const earliest = new Date(1980, 0, 1);
const unix = 3;
const readableByAll = 0o644 << 16;

/**
 * A ZIP archive of texts: the same bytes on every machine, at every time and in every zone. Nothing is compressed, so
 * that they do not change with the library either.
 */
export async function writeZip(entries: Readonly<Record<string, string>>): Promise<Uint8Array> {
	const { strToU8, zipSync } = await import("fflate");
	const files = Object.entries(entries).map(([name, text]) => [name, strToU8(text)] as const);
	return zipSync(Object.fromEntries(files), { level: 0, mtime: earliest, os: unix, attrs: readableByAll });
}
