import { z } from "zod";
import { isObject } from "../json.js";
import { suggestName } from "../nearest-name.js";
import type { Path } from "../path.js";
import { error, type Problem } from "../problem.js";
import { checkSchema } from "../schema.js";

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
	const needs = `needs exactly one ${what}`;
	if (value === undefined) return [error("missing", at, `is missing; ${needs} of ${names.join(", ")}`)];
	if (!isObject(value)) return checkSchema(z.record(z.string(), z.unknown()), value, { at });
	const unknown = Object.keys(value).filter((name) => !names.includes(name));
	const problems = unknown.map((name) =>
		error("unknown-member", [...at, name], `unknown member; ${suggestName(name, names)}`),
	);
	const given = givenMembers(value, names);
	if (given.length > 1) problems.push(error("exactly-one", at, `${needs}; has ${inWords(given)}`));
	// A misspelt name is problem enough; that the right one is missing goes without saying.
	if (given.length === 0 && unknown.length === 0)
		problems.push(error("exactly-one", at, `${needs} of ${names.join(", ")}; has none`));
	return problems;
}

function givenMembers(value: unknown, names: readonly string[]): string[] {
	if (!isObject(value)) return [];
	return names.filter((name) => Object.hasOwn(value, name) && value[name] !== undefined);
}

function inWords(names: readonly string[]): string {
	return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
