import { z } from "zod";
import { isObject } from "./json.js";
import { suggestName } from "./nearest-name.js";
import { type Path, valueAt } from "./path.js";
import { error, type Problem } from "./problem.js";
import { checkShape } from "./shape/check-shape.js";
import { items, kindOf, quote } from "./shape/describe.js";
import type { Shape } from "./shape/shape.js";

type Issue = z.core.$ZodIssue;

/**
 * An object with exactly these members.
 * Its message for unknown members is the list of known ones, from which {@link checkSchema} finds the nearest.
 */
export function members<Shape extends z.core.$ZodShape>(shape: Shape) {
	const names = Object.keys(shape).join(" ");
	return z.strictObject(shape, { error: (issue) => (issue.code === "unrecognized_keys" ? names : undefined) });
}

/** A shape where a schema is asked for. */
export function schemaOf(shape: Shape): z.ZodType {
	return z.unknown().superRefine((value, context) => {
		for (const { message, path } of checkShape(shape, value, { at: [] })) {
			context.addIssue({ code: "custom", message, path: [...path] });
		}
	});
}

/** Text that `wrong` finds nothing wrong with. Its messages must not repeat the text, which may be a secret. */
export function textWithout(wrong: (text: string) => string | undefined) {
	return z.string().superRefine((text, context) => {
		const message = text === "" ? "is empty; give a value or leave it out" : wrong(text);
		if (message !== undefined) context.addIssue({ code: "custom", message });
	});
}

export function textMatching(pattern: RegExp, message: string) {
	return textWithout((text) => (pattern.test(text) ? undefined : message));
}

/** Checks a value against a schema; every disagreement becomes a problem in the project's words. */
export function checkSchema(schema: z.ZodType, value: unknown, { at }: { readonly at: Path }): Problem[] {
	// To compile a schema takes longer than to check a deployment with it.
	const result = schema.safeParse(value, { jitless: true });
	if (result.success) return [];
	return result.error.issues.flatMap((issue) => translate(issue, value, [], at));
}

function translate(issue: Issue, root: unknown, within: Path, start: Path): Problem[] {
	const path: Path = [...within, ...(issue.path as Path)];
	const value = valueAt(root, path);
	const at = [...start, ...path];
	// An object with a length is measured as if it were the text or list that it should be.
	if ((issue.code === "too_small" || issue.code === "too_big") && isObject(value)) return [];
	if (issue.code === "invalid_union") return translateUnion(issue, root, path, start);
	if (issue.code === "unrecognized_keys") {
		const known = issue.message.split(" ").filter((name) => name !== "");
		return issue.keys.map((name) =>
			error("unknown-member", [...at, name], `unknown member; ${suggestName(name, known)}`),
		);
	}
	return [error(codeOf(issue, value), at, describe(issue, value))];
}

/** Of a union, the branch the value was meant for: the one that agrees about the outermost type. */
function translateUnion(issue: z.core.$ZodIssueInvalidUnion, root: unknown, path: Path, start: Path): Problem[] {
	const meant = issue.errors.filter((branch) => branch.length > 0 && !branch.some(isOutermost));
	const [branch] = [...meant].sort((a, b) => a.length - b.length);
	if (branch) return branch.flatMap((inner) => translate(inner, root, path, start));
	const expected = [...new Set(issue.errors.flat().map(expectation))].join(" or ");
	return [error("wrong-type", [...start, ...path], `is ${kindOf(valueAt(root, path))}; expected ${expected}`)];
}

/** Whether a branch of a union disagrees about the value itself rather than about a part of it. */
function isOutermost(issue: Issue): boolean {
	return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

const codes: Partial<Record<Issue["code"], string>> = {
	invalid_type: "wrong-type",
	invalid_value: "unknown-value",
	too_small: "out-of-bounds",
	too_big: "out-of-bounds",
};

function codeOf({ code }: Issue, value: unknown): string {
	if (value === undefined) return "missing";
	return codes[code] ?? "not-accepted";
}

function describe(issue: Issue, value: unknown): string {
	if (issue.code === "custom") return issue.message;
	const expected = `expected ${expectation(issue)}`;
	if (value === undefined) return `is missing; ${expected}`;
	if (value === null) return `is empty; ${expected}`;
	if (issue.code === "invalid_value") return `unknown value ${quote(value)}; ${expected}`;
	if (issue.code === "too_small" || issue.code === "too_big") return `is ${sizeOf(value)}; ${expected}`;
	if (issue.code === "invalid_type") {
		const unquoted = issue.expected === "string" && (typeof value === "number" || typeof value === "boolean");
		if (unquoted) return `is ${kindOf(value)}; ${expected}, so write it in quotes`;
		const fraction = issue.expected === "int" || typeof value === "number";
		return `is ${fraction ? quote(value) : kindOf(value)}; ${expected}`;
	}
	return issue.message;
}

/** What an issue would have accepted. */
function expectation(issue: Issue): string {
	switch (issue.code) {
		case "invalid_type":
			return typeWords[issue.expected] ?? issue.expected;
		case "invalid_value":
			return issue.values.length === 1 ? quote(issue.values[0]) : `one of ${issue.values.join(", ")}`;
		case "too_small":
			return `${issue.inclusive ? "at least" : "more than"} ${amount(issue.minimum, issue.origin)}`;
		case "too_big":
			return `${issue.inclusive ? "at most" : "less than"} ${amount(issue.maximum, issue.origin)}`;
		default:
			return issue.message;
	}
}

const typeWords: Readonly<Record<string, string>> = {
	string: "text",
	boolean: "true or false",
	number: "a number",
	int: "a whole number",
	array: "a list",
	object: "an object",
	record: "an object",
};

function amount(count: number | bigint, origin: string): string {
	return origin === "array" ? items(Number(count)) : String(count);
}

function sizeOf(value: unknown): string {
	return Array.isArray(value) ? items(value.length) : String(value);
}
