import { error, type Problem } from "../../problem.js";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const mostTags = 50;

/** What is wrong with tags of everything that is created. */
export function checkTags(tags: Readonly<Record<string, unknown>>): Problem[] {
	return [...checkTagCount(tags), ...checkTagCase(Object.keys(tags))];
}

/** IAM takes `Team` and `team` for one key. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
function checkTagCase(keys: readonly string[]): Problem[] {
	const lower = keys.map((key) => key.toLowerCase());
	return keys.flatMap((key) => {
		const first = keys[lower.indexOf(key.toLowerCase())];
		if (first === undefined || first === key) return [];
		return [
			error(
				"duplicate",
				[key],
				`is ${first} to IAM, which does not tell capitals from small letters; leave one of them out`,
			),
		];
	});
}

function checkTagCount(tags: Readonly<Record<string, unknown>>): Problem[] {
	const count = Object.keys(tags).length;
	if (count <= mostTags) return [];
	return [error("too-many-tags", [], `has ${count} tags, and AWS takes ${mostTags}; leave some out`)];
}

/**
 * What is wrong with tags of an application inference profile: Bedrock takes ASCII, where others take any letter.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Tag.html
 */
export function checkProfileTags(tags: Readonly<Record<string, string>>): Problem[] {
	const characters = Object.entries(tags).flatMap(([key, value]) => {
		if (/^[\x20-\x7e]*$/.test(key + value)) return [];
		const message =
			"has characters beyond ASCII, which Bedrock does not take for application profiles; write it in ASCII";
		return [error("tag-characters", [key], message)];
	});
	return [...checkTagCount(tags), ...characters];
}
