/** Names a place of a page after what stands there; a link to it is the same with `#` before it. */
export function anchor(kind: string, name: string): string {
	return `${kind}-${encodeURIComponent(Buffer.from(name).toString())}`;
}
