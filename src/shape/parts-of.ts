import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { fitsOutermost } from "./fits-outermost.js";
import type { Member, Shape } from "./shape.js";

/** A value inside another, with what its shape says of it. */
export interface Part {
	readonly shape: Shape;
	readonly value: unknown;
	/** From the value that the parts are of. */
	readonly path: Path;
	/** The member that holds it, where one does. */
	readonly member?: Member;
}

/** A value and everything inside it that its shape describes; names that users choose are parts, too. */
export function partsOf(shape: Shape, value: unknown): readonly Part[] {
	const parts: Part[] = [];
	collect(parts, shape, value, []);
	return parts;
}

function collect(parts: Part[], shape: Shape, value: unknown, path: Path, member?: Member): void {
	parts.push(member ? { shape, value, path, member } : { shape, value, path });
	switch (shape.kind) {
		case "list":
			if (Array.isArray(value)) {
				for (const [index, item] of value.entries()) collect(parts, shape.items, item, [...path, index]);
			}
			return;
		case "map":
			for (const [name, item] of Object.entries(isObject(value) ? value : {})) {
				if (shape.names) parts.push({ shape: shape.names, value: name, path: [...path, name] });
				collect(parts, shape.values, item, [...path, name]);
			}
			return;
		case "object":
			for (const [name, each] of Object.entries(shape.members)) {
				const held = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
				if (held !== undefined) collect(parts, each.shape, held, [...path, name], each);
			}
			return;
		case "either": {
			const meant = shape.of.find((each) => fitsOutermost(each, value, true));
			if (meant) collect(parts, meant, value, path);
			return;
		}
		case "variants": {
			const { value: word } = shape.choose(value);
			const chosen = word === undefined ? undefined : shape.of[word];
			if (chosen) collect(parts, chosen, value, path);
		}
	}
}
