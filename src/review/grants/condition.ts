import { canonicalJson, isJsonObject, type JsonValue } from "../../json.js";

/**
 * Whether a condition of IAM holds wherever another does. Says no where that cannot be told.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function coversCondition(wide: JsonValue | undefined, narrow: JsonValue | undefined): boolean {
	if (wide === undefined) return true;
	if (narrow === undefined || !isJsonObject(wide) || !isJsonObject(narrow)) return false;
	return Object.entries(wide).every(([operator, keys]) => {
		const others = narrow[operator];
		if (!isJsonObject(keys) || !isJsonObject(others)) return false;
		return Object.entries(keys).every(([key, values]) => coversValues(operator, values, others[key]));
	});
}

/** Any of the values is enough, but of operators that say what must not be, where none may hold. */
function coversValues(operator: string, wide: JsonValue, narrow: JsonValue | undefined): boolean {
	if (narrow === undefined) return false;
	const [allowed, asked] = [valuesOf(wide), valuesOf(narrow)];
	// A key that is absent, or a truth value, has no more and no less.
	if (operator === "Null") return allowed.size === asked.size && isWithin(asked, allowed);
	return operator.includes("Not") ? isWithin(allowed, asked) : isWithin(asked, allowed);
}

function valuesOf(value: JsonValue): ReadonlySet<string> {
	return new Set(Array.isArray(value) ? value.map((item: JsonValue) => canonicalJson(item)) : [canonicalJson(value)]);
}

function isWithin(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
	return [...some].every((each) => others.has(each));
}
