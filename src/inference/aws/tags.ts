import { checkTagCount } from "../../cloud/aws-tags.js";
import { error, type Problem } from "../../problem.js";

/** IAM takes `Team` and `team` for one key. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
export function checkTagCase(tags: Readonly<Record<string, unknown>>): Problem[] {
	const keys = Object.keys(tags);
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
