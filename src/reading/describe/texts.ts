import { isJsonObject, type JsonValue } from "../../json.js";
import type { Path } from "../../path.js";
import { isReference } from "../../reference/reference.js";

/** A text of a value, and where it stands. */
export interface PlacedText {
	readonly text: string;
	/** From the key on. */
	readonly at: Path;
	/** The text before it in a list, such as the option that an argument belongs to. */
	readonly before?: string;
}

/** The value with something else in the place of texts; references stay. */
export function mapTexts(value: JsonValue, at: Path, change: (placed: PlacedText) => JsonValue): JsonValue {
	if (typeof value === "string") return change({ text: value, at });
	if (isReference(value)) return value;
	if (Array.isArray(value)) {
		return value.map((item: JsonValue, index) => {
			const before: JsonValue = value[index - 1];
			if (typeof item !== "string") return mapTexts(item, [...at, index], change);
			return change({ text: item, at: [...at, index], ...(typeof before === "string" && { before }) });
		});
	}
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [name, mapTexts(member, [...at, name], change)]),
	);
}

/** Every text of a value. */
export function textsOf(value: JsonValue, at: Path): readonly PlacedText[] {
	const found: PlacedText[] = [];
	mapTexts(value, at, (placed) => {
		found.push(placed);
		return placed.text;
	});
	return found;
}
