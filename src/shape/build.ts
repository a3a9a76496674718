import { error } from "../problem.js";
import type {
	EitherShape,
	ListShape,
	MapShape,
	Member,
	NumberShape,
	ObjectShape,
	Rule,
	Shape,
	SwitchShape,
	TextShape,
} from "./shape.js";

/** Text that is not empty and keeps the rules. */
export function text(...rules: readonly Rule<string>[]): TextShape {
	return { kind: "text", minLength: 1, rules: [notEmpty, ...rules] };
}

/** Text that a program may pass an output for. */
export function late(shape: TextShape): TextShape {
	return { ...shape, late: true };
}

/** Text of a form that a regular expression tells; `code` names the rule. */
export function textMatching(code: string, pattern: RegExp, message: string): TextShape {
	const rule: Rule<string> = (value) => (pattern.test(value) ? [] : [error(code, [], message)]);
	return { ...text(rule), pattern: pattern.source };
}

/** One of some words. */
export function words(values: readonly string[], retired?: TextShape["retired"]): TextShape {
	return { kind: "text", values, ...(retired && { retired }) };
}

export const flag: SwitchShape = { kind: "switch" };

export function integer(bounds: Pick<NumberShape, "min" | "above" | "max"> = {}): NumberShape {
	return { kind: "number", integer: true, ...bounds };
}

export function number(bounds: Pick<NumberShape, "min" | "above" | "max"> = {}): NumberShape {
	return { kind: "number", integer: false, ...bounds };
}

export function list(items: Shape, more: Omit<ListShape, "kind" | "items"> = {}): ListShape {
	return { kind: "list", items, ...more };
}

export function map(values: Shape, more: Omit<MapShape, "kind" | "values"> = {}): MapShape {
	return { kind: "map", values, ...more };
}

export function object(
	members: Readonly<Record<string, Member>>,
	more: Omit<ObjectShape, "kind" | "members"> = {},
): ObjectShape {
	return { kind: "object", members, ...more };
}

export function either(...of: readonly Shape[]): EitherShape {
	return { kind: "either", of };
}

const notEmpty: Rule<string> = (value) =>
	value === "" ? [error("empty", [], "is empty; give a value or leave it out")] : [];
