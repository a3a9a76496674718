import { isObject } from "../json.js";
import { isSecretReference } from "../reference/reference.js";
import type { Shape } from "./shape.js";

/** Whether a value agrees with a shape in its outermost type. */
export function fitsOutermost(shape: Shape, value: unknown, secretsAllowed = false): boolean {
	switch (shape.kind) {
		case "text":
			if (shape.values) return typeof value === "string" && shape.values.includes(value);
			return typeof value === "string" || (secretsAllowed && isSecretReference(value));
		case "switch":
			return typeof value === "boolean" && (shape.only ?? value) === value;
		case "number":
			return typeof value === "number";
		case "list":
			return Array.isArray(value);
		case "map":
		case "object":
		case "variants":
			return isObject(value);
		case "either":
			return shape.of.some((each) => fitsOutermost(each, value, secretsAllowed));
		case "any":
			return true;
	}
}
