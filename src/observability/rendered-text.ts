/** A file of the bundle's `observability/` folder. */
export interface RenderedText {
	/** Relative to that folder, with `/`. */
	readonly name: string;
	readonly mediaType: string;
	readonly content: string;
}
