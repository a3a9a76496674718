/** A file of the bundle's `observability/` folder. */
export interface RenderedFile {
	/** Relative to that folder, with `/`. */
	readonly name: string;
	readonly mediaType: string;
	readonly content: string | Uint8Array;
}

export interface RenderedText extends RenderedFile {
	readonly content: string;
}
