import { isObject } from "../json.js";
import { suggestName } from "../nearest-name.js";
import type { Path } from "../path.js";
import { below, error, isError, type Problem, warning } from "../problem.js";
import { checkReferenceNames } from "../reference/check-reference-names.js";
import { isMeantAsReference, isSecretReference, notAReference } from "../reference/reference.js";
import { characters, expectation, items, kindOf, quote } from "./describe.js";
import { fitsOutermost } from "./fits-outermost.js";
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
	VariantsShape,
} from "./shape.js";

export interface CheckOptions {
	/** Where the checked value stands. */
	readonly at: Path;
	/** Whether a secret reference may stand where text is expected. @default false */
	readonly secretsAllowed?: boolean;
	/** Whether messages must not repeat any part of the value. @default false */
	readonly quiet?: boolean;
}

/** The options, and what the app does with whatever holds the value. */
interface Within extends CheckOptions {
	readonly otherwise?: string;
}

/** What is wrong with a value by its shape, every disagreement of it. */
export function checkShape(shape: Shape, value: unknown, options: CheckOptions): Problem[] {
	return check(shape, value, options);
}

function check(shape: Shape, value: unknown, within: Within): Problem[] {
	const options = shape.otherwise === undefined ? within : { ...within, otherwise: shape.otherwise };
	switch (shape.kind) {
		case "text":
			return checkText(shape, value, options);
		case "switch":
			return checkSwitch(shape, value, options);
		case "number":
			return checkNumber(shape, value, options);
		case "list":
			return checkList(shape, value, options);
		case "map":
			return checkMap(shape, value, options);
		case "object":
			return checkObject(shape, value, options);
		case "either":
			return checkEither(shape, value, options);
		case "variants":
			return checkVariants(shape, value, options);
		case "any":
			return [];
	}
}

function checkText(shape: TextShape, value: unknown, options: Within): Problem[] {
	if (typeof value !== "string")
		return shape.values ? [unknownValue(shape, value, options)] : notText(shape, value, options);
	const { values, retired = {}, stillRead, maxLength } = shape;
	if (values && !values.includes(value)) {
		if (!Object.hasOwn(retired, value)) return [unknownValue(shape, value, options)];
		const message = `is a deprecated value; ${retired[value]}`;
		return [stillRead ? error("deprecated", options.at, message) : refuse("deprecated", options, message)];
	}
	const problems = firstRefusal(shape.rules, value, options);
	if (maxLength === undefined || value.length <= maxLength) return problems;
	const message = `is ${characters(value.length)}; expected at most ${characters(maxLength)}`;
	return [...problems, refuse("out-of-bounds", options, message)];
}

/** A reference may be there in place of the text that it stands for. */
function notText(shape: TextShape, value: unknown, options: Within): Problem[] {
	const { at } = options;
	if (isSecretReference(value) && (options.secretsAllowed || (shape.late && "fromProgram" in value))) return [];
	if (options.secretsAllowed && isMeantAsReference(value)) {
		return [error("not-a-reference", at, notAReference)];
	}
	const unquoted = typeof value === "number" || typeof value === "boolean";
	return [wrongType(shape, value, options, unquoted ? ", so write it in quotes" : "")];
}

function checkSwitch(shape: SwitchShape, value: unknown, options: Within): Problem[] {
	if (typeof value !== "boolean") return [wrongType(shape, value, options)];
	return shape.only === undefined || shape.only === value ? [] : [unknownValue(shape, value, options)];
}

function checkNumber(shape: NumberShape, value: unknown, options: Within): Problem[] {
	const { quiet } = options;
	if (typeof value !== "number" || !Number.isFinite(value)) return [wrongType(shape, value, options)];
	if (shape.integer && !Number.isInteger(value)) {
		return [refuse("wrong-type", options, `is ${quiet ? "a number" : value}; expected a whole number`)];
	}
	const { min, above, max = shape.integer ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY } = shape;
	const bound =
		min !== undefined && value < min
			? `at least ${min}`
			: above !== undefined && value <= above
				? `more than ${above}`
				: value > max
					? `at most ${max}`
					: undefined;
	if (bound === undefined) return [];
	return [refuse("out-of-bounds", options, `is ${quiet ? "out of range" : value}; expected ${bound}`)];
}

function checkList(shape: ListShape, value: unknown, options: Within): Problem[] {
	if (!Array.isArray(value)) return [wrongType(shape, value, options)];
	const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = shape;
	const { at } = options;
	const size = `is ${items(value.length)}; expected`;
	return [
		...(value.length < minItems ? [refuse("out-of-bounds", options, `${size} at least ${items(minItems)}`)] : []),
		...(value.length > maxItems ? [refuse("out-of-bounds", options, `${size} at most ${items(maxItems)}`)] : []),
		...value.flatMap((item: unknown, index) => check(shape.items, item, { ...options, at: [...at, index] })),
		...everyRefusal(shape.rules, value, options),
	];
}

function checkMap(shape: MapShape, value: unknown, options: Within): Problem[] {
	if (!isObject(value)) return [wrongType(shape, value, options)];
	const { names } = shape;
	return [
		...Object.entries(value).flatMap(([name, item]) => {
			const within = { ...options, at: [...options.at, name] };
			return [...(names ? check(names, name, within) : []), ...check(shape.values, item, within)];
		}),
		...everyRefusal(shape.rules, value, options),
	];
}

function checkObject(shape: ObjectShape, value: unknown, options: Within): Problem[] {
	const { members, refused = {}, surplus = {}, exactlyOne } = shape;
	const { at } = options;
	const names = Object.keys(members);
	if (value === undefined && exactlyOne !== undefined) {
		return [error("missing", at, `is missing; needs exactly one ${exactlyOne} of ${names.join(", ")}`)];
	}
	if (!isObject(value)) return [wrongType(shape, value, options)];
	const given = Object.keys(value);
	const strangers = given.filter((name) => !Object.hasOwn(members, name));
	return [
		...strangers.flatMap((name) => {
			if (Object.hasOwn(surplus, name)) return [warning("surplus-member", [...at, name], surplus[name] ?? "")];
			const message = Object.hasOwn(refused, name) ? refused[name] : undefined;
			return message === undefined ? [] : [error("refused-member", [...at, name], message)];
		}),
		...names.flatMap((name) => {
			const member = members[name];
			const held = Object.hasOwn(value, name) ? value[name] : undefined;
			if (!member || (held === undefined && !member.required)) return [];
			return checkMember(member, held, { ...options, at: [...at, name] });
		}),
		...strangers
			.filter((name) => !Object.hasOwn(refused, name) && !Object.hasOwn(surplus, name))
			.map((name) => error("unknown-member", [...at, name], `unknown member; ${suggestName(name, names)}`)),
		...checkExactlyOne(shape, value, options),
		...everyRefusal(shape.rules, value, options),
	];
}

/** A credential is given by reference alone; elsewhere a reference stands where the member says that it may. */
function checkMember({ shape, secret, secretsInside }: Member, value: unknown, options: Within): Problem[] {
	if (!secret) return check(shape, value, secretsInside ? { ...options, secretsAllowed: true } : options);
	if (isSecretReference(value)) return checkReferenceNames(value, options.at);
	const code = typeof value === "string" ? "plain-secret" : "not-a-reference";
	return [error(code, options.at, notAReference)];
}

function checkExactlyOne({ members, exactlyOne }: ObjectShape, value: Record<string, unknown>, { at }: Within) {
	if (exactlyOne === undefined) return [];
	const names = Object.keys(members);
	const given = names.filter((name) => Object.hasOwn(value, name) && value[name] !== undefined);
	const needs = `needs exactly one ${exactlyOne}`;
	if (given.length > 1) {
		const both = `${given.slice(0, -1).join(", ")} and ${given.at(-1)}`;
		return [error("exactly-one", at, `${needs}; has ${both}`)];
	}
	// A misspelt name is problem enough; that the right one is missing goes without saying.
	const misspelt = Object.keys(value).some((name) => !names.includes(name));
	return given.length === 1 || misspelt ? [] : [error("exactly-one", at, `${needs} of ${names.join(", ")}; has none`)];
}

function checkEither(shape: EitherShape, value: unknown, options: Within): Problem[] {
	const meant = shape.of.find((each) => fitsOutermost(each, value, options.secretsAllowed));
	return meant ? check(meant, value, options) : [wrongType(shape, value, options)];
}

function checkVariants(shape: VariantsShape, value: unknown, options: Within): Problem[] {
	const { value: word, problems } = shape.choose(value);
	const chosen = word === undefined ? undefined : shape.of[word];
	const said = problems.map((problem) => below(options.at, problem));
	return chosen ? [...said, ...check(chosen, value, options)] : said;
}

function wrongType(shape: Shape, value: unknown, options: Within, hint = ""): Problem {
	const meant = value === undefined ? undefined : shape.instead?.(value);
	if (meant !== undefined) return refuse("other-form", options, meant);
	const shown = typeof value === "number" && hint === "" && shape.kind !== "either" && !options.quiet;
	const what = shown ? value : kindOf(value);
	const code = value === undefined ? "missing" : "wrong-type";
	return refuse(code, options, `is ${what}; expected ${expectation(shape)}${hint}`);
}

function unknownValue(shape: Shape, value: unknown, options: Within): Problem {
	const expected = expectation(shape);
	if (value === undefined || value === null) {
		const code = value === undefined ? "missing" : "unknown-value";
		return refuse(code, options, `is ${kindOf(value)}; expected ${expected}`);
	}
	const meant = shape.instead?.(value);
	if (meant !== undefined) return refuse("other-form", options, meant);
	return refuse(
		"unknown-value",
		options,
		`unknown value${options.quiet ? "" : ` ${quote(value)}`}; expected ${expected}`,
	);
}

/** An error of the value itself, with what the app would do with it where that is known. */
function refuse(code: string, { at, otherwise }: Within, message: string): Problem {
	return error(code, at, otherwise === undefined ? message : `${message}, otherwise Claude Desktop ${otherwise}`);
}

function firstRefusal(rules: readonly Rule<string>[] | undefined, value: string, { at }: Within): Problem[] {
	const problems: Problem[] = [];
	for (const rule of rules ?? []) {
		problems.push(...rule(value).map((problem) => below(at, problem)));
		if (problems.some(isError)) break;
	}
	return problems;
}

function everyRefusal<Value>(rules: readonly Rule<Value>[] | undefined, value: Value, { at }: Within): Problem[] {
	return (rules ?? []).flatMap((rule) => rule(value).map((problem) => below(at, problem)));
}
