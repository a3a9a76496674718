import { error, type Problem } from "../../problem.js";
import { textMatching } from "../../shape/build.js";
import { sameToAzure } from "./capitals.js";

/** https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations */
export const tagName = textMatching(
	"tag-name",
	/^(?!microsoft|azure|windows)[^<>%&\\?/]{1,512}$/i,
	"is no name of a tag that Azure takes; expected up to 512 characters without <>%&\\?/",
);
export const tagValue = textMatching("tag-value", /^.{1,256}$/u, "is no value of a tag; expected up to 256 characters");
const mostTags = 50;

/** What is wrong with tags of everything that is created. */
export function checkTags(tags: Readonly<Record<string, unknown>>): Problem[] {
	const names = Object.keys(tags);
	const tooMany =
		names.length > mostTags
			? [error("too-many-tags", [], `has ${names.length} tags, and Azure takes ${mostTags}; leave some out`)]
			: [];
	return [...tooMany, ...sameToAzure(names, "keep one")];
}
