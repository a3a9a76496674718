import { isObject } from "../json.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import { object } from "../shape/build.js";
import { checkShape } from "../shape/check-shape.js";
import type { Member } from "../shape/shape.js";

/** A member whose value is checked by whatever it is chosen for. */
export const elsewhere: Member = { shape: { kind: "any" }, summary: "" };

export interface ChosenMember {
	readonly name: string;
	readonly value: unknown;
}

/** The one member of an object that takes exactly one of several, or undefined where that is not what it has. */
export function chosenMember(value: unknown, names: readonly string[]): ChosenMember | undefined {
	const [name, ...others] = givenMembers(value, names);
	return isObject(value) && name !== undefined && others.length === 0 ? { name, value: value[name] } : undefined;
}

/** What is wrong with an object that takes exactly one of several members; `what` names one of them in words. */
export function checkChosenMember(value: unknown, names: readonly string[], what: string, at: Path): Problem[] {
	const members = Object.fromEntries(names.map((name) => [name, elsewhere]));
	return checkShape(object(members, { exactlyOne: what }), value, { at });
}

function givenMembers(value: unknown, names: readonly string[]): string[] {
	if (!isObject(value)) return [];
	return names.filter((name) => Object.hasOwn(value, name) && value[name] !== undefined);
}
