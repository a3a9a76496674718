import { error, type Problem } from "../problem.js";
import { map, textMatching } from "../shape/build.js";
import type { MapShape } from "../shape/shape.js";
import { sameToAzure } from "./azure-capitals.js";

/** https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations */
const tagName = textMatching(
	"tag-name",
	/^(?!microsoft|azure|windows)[^<>%&\\?/]{1,512}$/i,
	"is no name of a tag that Azure takes; expected up to 512 characters without <>%&\\?/",
);
const mostTags = 50;

function checkTags(tags: Readonly<Record<string, unknown>>): Problem[] {
	const names = Object.keys(tags);
	const tooMany =
		names.length > mostTags
			? [error("too-many-tags", [], `has ${names.length} tags, and Azure takes ${mostTags}; leave some out`)]
			: [];
	return [...tooMany, ...sameToAzure(names, "keep one")];
}

/** Tags of what is created in Azure. */
export const azureTags: MapShape = map(
	textMatching("tag-value", /^.{1,256}$/u, "is no value of a tag; expected up to 256 characters"),
	{ names: tagName, rules: [checkTags] },
);
