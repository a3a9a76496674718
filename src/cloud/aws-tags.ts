import { error, type Problem } from "../problem.js";
import { map, textMatching } from "../shape/build.js";
import type { MapShape, Rule } from "../shape/shape.js";

export type Tags = Readonly<Record<string, string>>;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const mostTags = 50;

/** Tags of what is created in AWS. https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html */
export function awsTags(...rules: readonly Rule<Readonly<Record<string, unknown>>>[]): MapShape {
	return map(textMatching("tag-value", /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u, "is no tag value that AWS takes"), {
		names: textMatching("tag-key", /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu, "is no tag key that AWS takes"),
		rules: [checkTagCount, ...rules],
	});
}

export function checkTagCount(tags: Readonly<Record<string, unknown>>): Problem[] {
	const count = Object.keys(tags).length;
	if (count <= mostTags) return [];
	return [error("too-many-tags", [], `has ${count} tags, and AWS takes ${mostTags}; leave some out`)];
}
