import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { check } from "recheck";
import ts from "typescript";
import { expect, test } from "vitest";

interface Expression {
	readonly place: string;
	readonly source: string;
	readonly flags: string;
}

/** Every expression of a file; what a template puts into one counts as a letter. */
function expressionsOf(file: string): Expression[] {
	const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true);
	const found: Expression[] = [];
	const visit = (node: ts.Node): void => {
		const { line } = source.getLineAndCharacterOfPosition(node.getStart());
		const place = `${file}:${line + 1}`;
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf("/");
			found.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
		}
		if (ts.isNewExpression(node) && node.expression.getText() === "RegExp") {
			const [pattern, flags] = node.arguments ?? [];
			const flagText = flags && ts.isStringLiteral(flags) ? flags.text : "";
			found.push({ place, source: pattern ? textOf(pattern) : "", flags: flagText });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

function textOf(pattern: ts.Expression): string {
	if (ts.isStringLiteralLike(pattern)) return pattern.text;
	if (!ts.isTemplateExpression(pattern)) throw new Error(`${pattern.getText()} is no text that can be looked at`);
	return [pattern.head.text, ...pattern.templateSpans.map(({ literal }) => `x${literal.text}`)].join("");
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const expressions = new Map(
	files.flatMap((file) => expressionsOf(path.join("src", file))).map((each) => [`/${each.source}/${each.flags}`, each]),
);

test("there are expressions to look at", () => {
	expect(expressions.size).toBeGreaterThan(100);
});

/** A match is given up after so many characters, and not after a time, which a busy machine takes for anything. */
const byCount = { seedingTimeout: null, incubationTimeout: null, attackTimeout: null };

// Two at a time: each runs a program of its own.
test("no expression's time grows with the square of a text", { timeout: 600_000 }, async () => {
	const waiting = [...expressions];
	const slow: string[] = [];
	const work = async () => {
		for (let next = waiting.pop(); next; next = waiting.pop()) {
			const [text, { source, flags, place }] = next;
			const { status } = await check(source, flags, { timeout: 120_000, ...byCount });
			if (status !== "safe") slow.push(`${place}: ${text} is ${status}`);
		}
	};
	await Promise.all([work(), work()]);
	expect(slow).toEqual([]);
});
