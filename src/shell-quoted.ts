/** A text as one word of a POSIX shell, in which no character means anything but itself. */
export function shellQuoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
