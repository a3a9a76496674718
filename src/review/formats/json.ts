import { prettyJson } from "../../json.js";
import type { ReviewFormat } from "./format.js";

/** For programs; its schema is `schemas/review.schema.json` of the package. */
export const json: ReviewFormat = {
	title: "JSON",
	mediaType: "application/json",
	render: ({ before, after, deployments, findings }) =>
		prettyJson({ schemaVersion: 1, before, after, deployments, findings }),
};
