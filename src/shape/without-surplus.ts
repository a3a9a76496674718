import { isJsonObject, isObject, type JsonValue } from "../json.js";
import { partsOf } from "./parts-of.js";
import type { Shape } from "./shape.js";

/** A value without the members that are read and ignored; the same value where it has none. */
export function withoutSurplus(shape: Shape, value: JsonValue): JsonValue {
	const holders = partsOf(shape, value).flatMap((part) => {
		const names = part.shape.kind === "object" ? Object.keys(part.shape.surplus ?? {}) : [];
		const { value: holder } = part;
		return isObject(holder) && names.some((name) => Object.hasOwn(holder, name)) ? [{ holder, names }] : [];
	});
	if (holders.length === 0) return value;
	const surplus = new Map<unknown, readonly string[]>(holders.map(({ holder, names }) => [holder, names]));
	return without(value, surplus);
}

function without(value: JsonValue, surplus: ReadonlyMap<unknown, readonly string[]>): JsonValue {
	if (Array.isArray(value)) return value.map((item: JsonValue) => without(item, surplus));
	if (!isJsonObject(value)) return value;
	const names = surplus.get(value) ?? [];
	const kept = Object.entries(value).filter(([name]) => !names.includes(name));
	return Object.fromEntries(kept.map(([name, member]) => [name, without(member, surplus)]));
}
