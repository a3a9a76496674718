import { prettyJson } from "../../json.js";
import type { ReviewFormat } from "./format.js";

/** For programs; `pulumi-cowork schema review` prints its schema. */
export const json: ReviewFormat = {
	title: "JSON",
	mediaType: "application/json",
	render: ({ before, after, deployments, findings }) =>
		prettyJson({ schemaVersion: 1, before, after, deployments, findings }),
};
