import { isObject } from "../json.js";
import type { Shape } from "./shape.js";

/** What a shape would have accepted, in words: `text`, `one of a, b`, `a list or an object`. */
export function expectation(shape: Shape): string {
	switch (shape.kind) {
		case "text":
			if (!shape.values) return "text";
			return shape.values.length === 1 ? quote(shape.values[0]) : `one of ${shape.values.join(", ")}`;
		case "switch":
			return shape.only === undefined ? "true or false" : String(shape.only);
		case "number":
			return shape.integer ? "a whole number" : "a number";
		case "list":
			return "a list";
		case "map":
		case "object":
		case "variants":
			return "an object";
		case "either":
			return [...new Set(shape.of.map(expectation))].join(" or ");
		case "any":
			return "a value";
	}
}

/** What a value is, in words that do not repeat it. */
export function kindOf(value: unknown): string {
	if (value === undefined) return "missing";
	if (value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	if (isObject(value)) return "an object";
	return typeof value === "string" ? "text" : `a ${typeof value}`;
}

/** A leaf value in a message, cut where it is long. */
export function quote(value: unknown): string {
	if (typeof value === "object") return kindOf(value);
	const text = JSON.stringify(value) ?? "";
	return text.length > 80 ? `${text.slice(0, 77)}..."` : text;
}

export function characters(count: number): string {
	return `${count} character${count === 1 ? "" : "s"}`;
}

export function items(count: number): string {
	return `${count} item${count === 1 ? "" : "s"}`;
}
