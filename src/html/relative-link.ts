/** A path below the page's own folder as an address, which never leads to another host whatever its steps are made of. */
export function relativeLink(path: string): string {
	// Half a character has no address: it becomes the one that stands for what cannot be shown.
	const steps = path.split("/").map((step) => encodeURIComponent(Buffer.from(step).toString()));
	return `./${steps.join("/")}`;
}
