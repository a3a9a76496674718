import { isJsonObject, type JsonValue } from "../../json.js";
import type { Path } from "../../path.js";

/** A value without what stands at a path in it; an item leaves its list. */
export function withoutPart(value: JsonValue, [step, ...rest]: Path): JsonValue {
	if (Array.isArray(value)) {
		const index = Number(step);
		return rest.length === 0
			? value.filter((_, at) => at !== index)
			: value.map((item, at) => (at === index ? withoutPart(item, rest) : item));
	}
	if (!isJsonObject(value)) return value;
	const { [String(step)]: member, ...others } = value;
	if (member === undefined) return value;
	return rest.length === 0 ? others : { ...value, [String(step)]: withoutPart(member, rest) };
}
