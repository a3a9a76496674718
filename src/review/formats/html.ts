import { reviewPage } from "../page/review-page.js";
import type { ReviewFormat } from "./format.js";

/** For browsers and paper: one page, without scripts and without anything from elsewhere. */
export const html: ReviewFormat = {
	title: "HTML",
	mediaType: "text/html; charset=utf-8",
	render: reviewPage,
};
