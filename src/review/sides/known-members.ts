import { isObject } from "../../json.js";
import type { Shape } from "../../shape/shape.js";

/**
 * A document without the members that its shape does not know: nothing of a review reads them, so that they must not make
 * one bundle look other than another. A shape that names no member takes them all.
 */
export function knownMembers(shape: Shape, value: unknown): unknown {
	if (shape.kind === "list" && Array.isArray(value)) return value.map((item) => knownMembers(shape.items, item));
	if (!isObject(value)) return value;
	if (shape.kind === "map") {
		return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, knownMembers(shape.values, item)]));
	}
	if (shape.kind !== "object" || Object.keys(shape.members).length === 0) return value;
	const known = Object.entries(value).flatMap(([name, item]) => {
		const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
		return member ? [[name, knownMembers(member.shape, item)]] : [];
	});
	return Object.fromEntries(known);
}
