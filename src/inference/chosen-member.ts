import { isObject } from "../json.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import { object } from "../shape/build.js";
import { checkShape } from "../shape/check-shape.js";
import type { Member } from "../shape/shape.js";

/** A member whose value is checked by whatever it is chosen for. */
export const elsewhere: Member = { shape: { kind: "any" }, summary: "" };

export interface ChosenMember<Variant> {
	readonly name: string;
	readonly value: unknown;
	/** What the name stands for. */
	readonly variant: Variant;
}

/** The one member of an object that takes exactly one of several, or undefined where that is not what it has. */
export function chosenMember<Variant>(
	value: unknown,
	variants: Readonly<Record<string, Variant>>,
): ChosenMember<Variant> | undefined {
	if (!isObject(value)) return undefined;
	const isGiven = (name: string) => Object.hasOwn(value, name) && value[name] !== undefined;
	const [chosen, ...others] = Object.entries(variants).filter(([name]) => isGiven(name));
	if (!chosen || others.length > 0) return undefined;
	const [name, variant] = chosen;
	return { name, value: value[name], variant };
}

/** What is wrong with an object that takes exactly one of several members; `what` names one of them in words. */
export function checkChosenMember(value: unknown, names: readonly string[], what: string, at: Path): Problem[] {
	const members = Object.fromEntries(names.map((name) => [name, elsewhere]));
	return checkShape(object(members, { exactlyOne: what }), value, { at });
}
