import { error, type Problem } from "../problem.js";
import { list } from "./build.js";
import type { ListShape, Shape } from "./shape.js";

/** A list with at least one item and none twice: items become resources, whose names carry them. */
export function distinct(items: Shape): ListShape {
	return list(items, { minItems: 1, rules: [checkDistinct] });
}

function checkDistinct(items: readonly unknown[]): Problem[] {
	const texts = items.map((each) => JSON.stringify(each));
	return texts.flatMap((each, index) =>
		texts.indexOf(each) === index ? [] : [error("duplicate", [index], "is listed before; keep one")],
	);
}
