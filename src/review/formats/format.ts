import type { Review } from "../review.js";

/** A way to write a review: one file per format, one line in the registry. No text of a review means anything to it. */
export interface ReviewFormat {
	readonly title: string;
	readonly mediaType: string;
	/** Deterministic; ends with a line end. */
	/** Whether its lines are to be no wider than the terminal that shows them. @default false */
	readonly isScreen?: true;
	render(review: Review): string;
}
