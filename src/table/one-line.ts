/** Text without what would begin another line. */
export function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029]/gu, " ");
}
