const units = ["bytes", "kB", "MB", "GB"];

/** A count of bytes for people, such as `1.2 MB`, in powers of 1000. */
export function byteCount(bytes: number): string {
	const fits = units.findIndex((_, power) => bytes < 999.5 * 1000 ** power);
	const power = fits === -1 ? units.length - 1 : fits;
	const shown = bytes / 1000 ** power;
	return `${power === 0 || shown >= 99.95 ? Math.round(shown) : shown.toFixed(1)} ${bytes === 1 ? "byte" : units[power]}`;
}
