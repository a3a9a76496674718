import { isJsonObject, type JsonValue } from "../json.js";
import { formatPath, type Path } from "../path.js";
import { error, formatProblem, isError, type Problem } from "../problem.js";
import { checkRenderableText } from "../profiles/check-renderable.js";
import { type FoundReference, findReferences } from "../reference/walk.js";
import { describeReference } from "../reference/words.js";
import { findKey } from "./catalogue.js";
import { checkContent } from "./check-setting.js";
import { checkVersions } from "./check-versions.js";
import type { ManagedConfiguration, ResolvedSetting } from "./managed-configuration.js";

/** A reference in a group's value of a key. */
export interface PlacedReference extends FoundReference {
	readonly configuration: ManagedConfiguration;
	readonly key: string;
	readonly setting: ResolvedSetting;
	/** Where in the deployment it was written. */
	readonly at: Path;
}

/** Every reference in a group's settings. */
export function placedReferences(configuration: ManagedConfiguration): PlacedReference[] {
	return [...configuration.settings].flatMap(([key, setting]) =>
		findReferences(setting.value).map((found) => ({
			...found,
			configuration,
			key,
			setting,
			at: [...setting.path, ...found.path],
		})),
	);
}

/**
 * What is wrong with a secret now that it is there: whatever would be with the same text in the place of its reference.
 * Nothing is trimmed, so a line break at its end has a message of its own. Messages never repeat the text.
 */
export function checkSecretText(placed: PlacedReference, text: string): Problem[] {
	const { at } = placed;
	const name = describeReference(placed.reference);
	const [unrenderable] = checkRenderableText(text);
	if (unrenderable) return [error("secret-not-renderable", at, `${name} ${unrenderable.message}`)];
	const found = broughtIn(placed, text);
	const accepted = findKey(placed.key) ? !found.some(isError) : hasLines(text);
	if (/[\r\n]$/.test(text) && !accepted) {
		return [error("secret-line-break", at, `${name} ends with a line break, which nothing trims; set it without`)];
	}
	const place = formatPath(at);
	return found.map((problem) => {
		const isItself = formatPath(problem.path) === place;
		return { ...problem, message: `${isItself ? name : `with ${name} filled in,`} ${problem.message}` };
	});
}

/** What is wrong with the text there, and was not with its reference. */
function broughtIn({ configuration, key, setting, path }: PlacedReference, text: string): Problem[] {
	const problemsWith = (value: JsonValue) => [
		...checkContent(key, value, setting.path, true),
		...checkVersions({ ...configuration, settings: new Map([[key, { ...setting, value }]]) }),
	];
	const before = new Set(problemsWith(setting.value).map(formatProblem));
	const after = problemsWith(withText(setting.value, path, text));
	return after.filter((problem) => !before.has(formatProblem(problem)));
}

/** A key of unknown meaning may take lines of text, such as a certificate, but no line with its end. */
function hasLines(text: string): boolean {
	return /[\r\n]/.test(text.trimEnd());
}

function withText(value: JsonValue, [step, ...rest]: Path, text: string): JsonValue {
	if (step === undefined) return text;
	if (Array.isArray(value)) return value.map((item, index) => (index === step ? withText(item, rest, text) : item));
	if (!isJsonObject(value)) return value;
	const members = Object.entries(value).map(([name, member]): [string, JsonValue] => [
		name,
		name === step ? withText(member, rest, text) : member,
	]);
	return Object.fromEntries(members);
}
