import type { Member, Shape } from "./shape.js";

/** Members, those that are named with other shapes. */
export function withShapes(
	members: Readonly<Record<string, Member>>,
	shapes: Readonly<Record<string, Shape>>,
): Readonly<Record<string, Member>> {
	const replaced = Object.entries(members).map(([name, member]): [string, Member] => {
		const shape = shapes[name];
		return [name, shape ? { ...member, shape } : member];
	});
	return Object.fromEntries(replaced);
}
