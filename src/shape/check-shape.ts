import { isObject } from "../json.js";
import { suggestName } from "../nearest-name.js";
import type { Path } from "../path.js";
import { below, error, isError, type Problem } from "../problem.js";
import { isMeantAsReference, isSecretReference } from "../reference/reference.js";
import { characters, expectation, items, kindOf, quote } from "./describe.js";
import type {
	EitherShape,
	ListShape,
	MapShape,
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

/** What is wrong with a value by its shape, every disagreement of it. */
export function checkShape(shape: Shape, value: unknown, options: CheckOptions): Problem[] {
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

function checkText(shape: TextShape, value: unknown, options: CheckOptions): Problem[] {
	if (typeof value !== "string")
		return shape.values ? [unknownValue(shape, value, options)] : notText(shape, value, options);
	const { values, retired = {}, maxLength } = shape;
	if (values && !values.includes(value)) {
		if (!Object.hasOwn(retired, value)) return [unknownValue(shape, value, options)];
		return [error("deprecated", options.at, `is a deprecated value; ${retired[value]}`)];
	}
	const problems = firstRefusal(shape.rules, value, options);
	if (maxLength === undefined || value.length <= maxLength) return problems;
	const message = `is ${characters(value.length)}; expected at most ${characters(maxLength)}`;
	return [...problems, error("out-of-bounds", options.at, message)];
}

/** A reference may be there in place of the text that it stands for. */
function notText(shape: TextShape, value: unknown, options: CheckOptions): Problem[] {
	const { at } = options;
	if (isSecretReference(value) && (options.secretsAllowed || (shape.late && "fromProgram" in value))) return [];
	if (options.secretsAllowed && isMeantAsReference(value)) {
		const message = "is no secret reference; expected { fromEnv: NAME } or { fromConfig: key } alone";
		return [error("not-a-reference", at, message)];
	}
	const unquoted = typeof value === "number" || typeof value === "boolean";
	return [wrongType(shape, value, options, unquoted ? ", so write it in quotes" : "")];
}

function checkSwitch(shape: SwitchShape, value: unknown, options: CheckOptions): Problem[] {
	if (typeof value !== "boolean") return [wrongType(shape, value, options)];
	return shape.only === undefined || shape.only === value ? [] : [unknownValue(shape, value, options)];
}

function checkNumber(shape: NumberShape, value: unknown, options: CheckOptions): Problem[] {
	const { at, quiet } = options;
	if (typeof value !== "number" || !Number.isFinite(value)) return [wrongType(shape, value, options)];
	if (shape.integer && !Number.isInteger(value)) {
		return [error("wrong-type", at, `is ${quiet ? "a number" : value}; expected a whole number`)];
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
	if (bound !== undefined) {
		return [error("out-of-bounds", at, `is ${quiet ? "out of range" : value}; expected ${bound}`)];
	}
	return firstRefusal(shape.rules, value, options);
}

function checkList(shape: ListShape, value: unknown, options: CheckOptions): Problem[] {
	if (!Array.isArray(value)) return [wrongType(shape, value, options)];
	const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = shape;
	const { at } = options;
	const size = `is ${items(value.length)}; expected`;
	return [
		...(value.length < minItems ? [error("out-of-bounds", at, `${size} at least ${items(minItems)}`)] : []),
		...(value.length > maxItems ? [error("out-of-bounds", at, `${size} at most ${items(maxItems)}`)] : []),
		...value.flatMap((item: unknown, index) => checkShape(shape.items, item, { ...options, at: [...at, index] })),
		...everyRefusal(shape.rules, value, options),
	];
}

function checkMap(shape: MapShape, value: unknown, options: CheckOptions): Problem[] {
	if (!isObject(value)) return [wrongType(shape, value, options)];
	const { names } = shape;
	return [
		...Object.entries(value).flatMap(([name, item]) => {
			const within = { ...options, at: [...options.at, name] };
			return [...(names ? checkShape(names, name, within) : []), ...checkShape(shape.values, item, within)];
		}),
		...everyRefusal(shape.rules, value, options),
	];
}

function checkObject(shape: ObjectShape, value: unknown, options: CheckOptions): Problem[] {
	if (!isObject(value)) return [wrongType(shape, value, options)];
	const { members, refused = {} } = shape;
	const { at } = options;
	const given = Object.keys(value);
	const names = Object.keys(members);
	const strangers = given.filter((name) => !Object.hasOwn(members, name));
	return [
		...strangers.flatMap((name) => {
			const message = Object.hasOwn(refused, name) ? refused[name] : undefined;
			return message === undefined ? [] : [error("refused-member", [...at, name], message)];
		}),
		...names.flatMap((name) => {
			const member = members[name];
			const held = Object.hasOwn(value, name) ? value[name] : undefined;
			if (!member || (held === undefined && !member.required)) return [];
			return checkShape(member.shape, held, { ...options, at: [...at, name] });
		}),
		...strangers
			.filter((name) => !Object.hasOwn(refused, name))
			.map((name) => error("unknown-member", [...at, name], `unknown member; ${suggestName(name, names)}`)),
		...checkExactlyOne(shape, value, options),
		...everyRefusal(shape.rules, value, options),
	];
}

function checkExactlyOne({ members, exactlyOne }: ObjectShape, value: Record<string, unknown>, { at }: CheckOptions) {
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

function checkEither(shape: EitherShape, value: unknown, options: CheckOptions): Problem[] {
	const meant = shape.of.find((each) => fitsOutermost(each, value, options));
	return meant ? checkShape(meant, value, options) : [wrongType(shape, value, options)];
}

/** Whether a value agrees with a shape in its outermost type. */
function fitsOutermost(shape: Shape, value: unknown, options: CheckOptions): boolean {
	switch (shape.kind) {
		case "text":
			if (shape.values) return typeof value === "string" && shape.values.includes(value);
			return typeof value === "string" || (options.secretsAllowed === true && isSecretReference(value));
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
			return shape.of.some((each) => fitsOutermost(each, value, options));
		case "any":
			return true;
	}
}

function checkVariants(shape: VariantsShape, value: unknown, options: CheckOptions): Problem[] {
	const { value: word, problems } = shape.choose(value);
	const chosen = word === undefined ? undefined : shape.of[word];
	const said = problems.map((problem) => below(options.at, problem));
	return chosen ? [...said, ...checkShape(chosen, value, options)] : said;
}

function wrongType(shape: Shape, value: unknown, { at, quiet }: CheckOptions, hint = ""): Problem {
	const code = value === undefined ? "missing" : "wrong-type";
	const shown = typeof value === "number" && hint === "" && shape.kind !== "either" && !quiet;
	const what = shown ? value : kindOf(value);
	return error(code, at, `is ${what}; expected ${expectation(shape)}${hint}`);
}

function unknownValue(shape: Shape, value: unknown, { at, quiet }: CheckOptions): Problem {
	const expected = expectation(shape);
	if (value === undefined || value === null) {
		return error(value === undefined ? "missing" : "unknown-value", at, `is ${kindOf(value)}; expected ${expected}`);
	}
	return error("unknown-value", at, `unknown value${quiet ? "" : ` ${quote(value)}`}; expected ${expected}`);
}

function firstRefusal<Value>(rules: readonly Rule<Value>[] | undefined, value: Value, { at }: CheckOptions): Problem[] {
	const problems: Problem[] = [];
	for (const rule of rules ?? []) {
		problems.push(...rule(value).map((problem) => below(at, problem)));
		if (problems.some(isError)) break;
	}
	return problems;
}

function everyRefusal<Value>(rules: readonly Rule<Value>[] | undefined, value: Value, { at }: CheckOptions): Problem[] {
	return (rules ?? []).flatMap((rule) => rule(value).map((problem) => below(at, problem)));
}
