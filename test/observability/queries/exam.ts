import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtDetections } from "../../../src/observability/built-detections.js";
import {
	attribute,
	type Condition,
	type Detection,
	nameOf,
	resource,
} from "../../../src/observability/detections/detection.js";
import type { AskedQuestion, BuiltDetection, QueryLanguage } from "../../../src/observability/queries/language.js";
import { type Question, questions } from "../../../src/observability/questions.js";
import { cases } from "../detections/events.js";
import type { Event } from "../detections/sigma-evaluator.js";
import { watched } from "./every-query.js";
import type { QueryReader } from "./reader.js";

const { built } = builtDetections(watched);

/** Texts that try to leave the quotes that they stand in, or that mean more than themselves somewhere. */
export const hostileTexts: readonly string[] = [
	'"',
	"'",
	"\\",
	'") or ("a',
	"'] or 1 = 1 #",
	"*",
	"a?c",
	"x | delete",
	"$a %b%",
	"# no comment",
	"// none",
	"\\\\server\\share",
];

const detection: Detection = {
	title: "Exam",
	severity: "low",
	because: "it is an exam",
	events: ["tool_result"],
	rule: () => undefined,
	investigate: [],
	contain: [],
	regression: "none",
};

/** A rule that asks for a condition and nothing else. */
function asking(condition: Condition): BuiltDetection {
	return { id: "exam", detection, rule: { condition }, fields: [], deployment: "eu" };
}

function askedOf(id: string, question: Question): AskedQuestion {
	const condition: Condition = { not: { field: resource("cowork.deployment"), is: ["us"] } };
	return { id, question, condition, fields: question.fields, deployment: "eu" };
}

const fields = [attribute("tool_name"), attribute("num_blocking"), resource("cowork.group")];
const words = ["a", "b", "ab"];
const patterns = ["^a", "b$", String.raw`\bab\b`, "c|^b", "[^a]"];

const conditions = fc.letrec<{ any: Condition }>((tie) => ({
	any: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		fc.record({ field: fc.constantFrom(...fields), is: fc.subarray(words, { minLength: 1 }) }),
		fc.record({ field: fc.constantFrom(...fields), contains: fc.subarray(words, { minLength: 1 }) }),
		fc.record({ field: fc.constantFrom(...fields), matches: fc.subarray(patterns, { minLength: 1 }) }),
		fc.record({ field: fc.constant(attribute("num_blocking")), above: fc.integer({ min: 0, max: 3 }) }),
		fc.record({ field: fc.constantFrom(...fields), exists: fc.constant<true>(true) }),
		fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
		fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
		tie("any").map((not) => ({ not })),
	),
})).any;

const events: fc.Arbitrary<Event> = fc
	.record(
		{
			tool_name: fc.constantFrom(...words, "c"),
			"cowork.group": fc.constantFrom(...words, "c"),
			num_blocking: fc.integer({ min: 0, max: 4 }),
		},
		{ requiredKeys: [] },
	)
	.map((said) => ({ "event.name": "tool_result", ...said }));

/** What a condition means, in no language. */
function holds(condition: Condition, event: Event): boolean {
	if ("all" in condition) return condition.all.every((each) => holds(each, event));
	if ("any" in condition) return condition.any.some((each) => holds(each, event));
	if ("not" in condition) return !holds(condition.not, event);
	const name = nameOf(condition.field);
	const value = Object.hasOwn(event, name) ? event[name] : undefined;
	if (value === undefined) return false;
	if ("is" in condition) return condition.is.includes(String(value));
	if ("contains" in condition) return condition.contains.some((text) => String(value).includes(text));
	if ("matches" in condition) return condition.matches.some((pattern) => new RegExp(pattern).test(String(value)));
	return "above" in condition ? Number(value) > condition.above : true;
}

/** What every language must keep; a check throws where the law is broken. */
export const laws = {
	"says what it reads, and where its words come from": ({ title, reads, source }) => {
		expect(title).toMatch(/^[A-Z]/);
		expect(reads).toMatch(/^[a-z].*[^.]$/);
		expect(source).toMatch(/^https:\/\//);
	},
	"writes a rule the same each time": ({ render }) => {
		for (const each of built) expect(render(each)).toEqual(render(each));
	},
	"names its files after the rule, once and plainly": ({ render }) => {
		for (const each of built) {
			const names = render(each).map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
			for (const name of names) expect(name).toMatch(new RegExp(`^${each.id}(?:\\.[a-z]+)+$`));
		}
	},
	"ends every file with a line": ({ render }) => {
		for (const each of built)
			for (const { content } of render(each)) expect(content.endsWith("\n") && content.trim() !== "").toBe(true);
	},
	"asks each question of its events, with every field, where it asks of events at all": ({ render, ask }) => {
		const [first] = built;
		const asksEvents = first !== undefined && render(first).length > 0;
		for (const [id, question] of Object.entries<Question>(questions)) {
			const files = ask(askedOf(id, question));
			expect(files.length).toBe(asksEvents ? 1 : 0);
			for (const { name, content } of files) {
				expect(name).toMatch(new RegExp(`^${id}\\.[a-z]+$`));
				expect(content).toMatch(/[^\n]\n$/);
				for (const word of [...question.events, ...question.fields, "session.id"]) expect(content).toContain(word);
			}
		}
	},
	"is as short as the places that run it ask": ({ render }) => {
		// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html, and rules of Sentinel.
		for (const each of built)
			for (const { content } of render(each)) expect(content.length).toBeLessThanOrEqual(10_000);
	},
	"asks for a sum or a number of events wherever the rule does": ({ render }) => {
		for (const each of built) {
			const text = render(each)
				.map(({ content }) => content)
				.join("\n");
			const { over } = each.rule;
			if (!over || text === "") continue;
			expect(text).toContain(over.within);
			expect(text).toContain(String("times" in over ? over.times : over.above));
		}
	},
} satisfies Record<string, (language: QueryLanguage) => void>;

/** What queries find, as a reader of the language finds it. */
export const meaningLaws = {
	"finds what each rule is for, and nothing else": ({ render }, read) => {
		for (const each of built) {
			const finds = read(render(each));
			const [positive, negative] = cases[each.id as keyof typeof cases];
			for (const event of positive) expect([each.id, event, finds(event)]).toEqual([each.id, event, true]);
			for (const event of negative) expect([each.id, event, finds(event)]).toEqual([each.id, event, false]);
			for (const event of positive.map((found) => ({ "cowork.deployment": watched.name, ...found })))
				expect([each.id, event, finds(event)]).toEqual([each.id, event, true]);
			for (const event of positive.map((found) => ({ "cowork.deployment": "of-others", ...found })))
				expect([each.id, event, finds(event)]).toEqual([each.id, event, false]);
		}
	},
	"means what a condition means": ({ render }, read) => {
		fc.assert(
			fc.property(conditions, fc.array(events, { minLength: 1, maxLength: 5 }), (condition, all) => {
				const finds = read(render(asking(condition)));
				for (const event of all) expect(finds(event)).toBe(holds(condition, event));
			}),
			{ numRuns: 200 },
		);
	},
	"answers a question with its events, and no others": ({ ask }, read) => {
		for (const [id, question] of Object.entries<Question>(questions)) {
			const finds = read(ask(askedOf(id, question)));
			for (const event of question.events) expect([event, finds({ "event.name": event })]).toEqual([event, true]);
			expect(finds({ "event.name": "api_request_body" })).toBe(false);
			for (const event of question.events)
				expect(finds({ "event.name": event, "cowork.deployment": "us" })).toBe(false);
		}
	},
	"looks at events of the rule's names alone": ({ render }, read) => {
		const finds = read(render(asking({ field: attribute("tool_name"), is: ["a"] })));
		expect(finds({ "event.name": "tool_result", tool_name: "a" })).toBe(true);
		expect(finds({ "event.name": "tool_decision", tool_name: "a" })).toBe(false);
	},
	"is not changed in meaning by the text of a value": ({ render }, read) => {
		for (const text of hostileTexts)
			for (const comparison of ["is", "contains"] as const) {
				const field = attribute("tool_name");
				const condition: Condition = comparison === "is" ? { field, is: [text] } : { field, contains: [text] };
				const finds = read(render(asking(condition)));
				expect([text, finds({ "event.name": "tool_result", tool_name: text })]).toEqual([text, true]);
				expect([text, finds({ "event.name": "tool_result", tool_name: "other" })]).toEqual([text, false]);
			}
		for (const text of hostileTexts) {
			const pattern = `^${text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`;
			const finds = read(render(asking({ field: attribute("tool_name"), matches: [pattern] })));
			expect([pattern, finds({ "event.name": "tool_result", tool_name: text })]).toEqual([pattern, true]);
			expect([pattern, finds({ "event.name": "tool_result", tool_name: `${text}x` })]).toEqual([pattern, false]);
		}
	},
} satisfies Record<string, (language: QueryLanguage, read: QueryReader) => void>;

/** Examines a language; what its queries find takes a reader of it. */
export function examineLanguage(name: string, language: QueryLanguage, read: QueryReader | undefined): void {
	describe(name, () => {
		it.each(Object.entries(laws))("%s", (_, law) => law(language));

		if (read) it.each(Object.entries(meaningLaws))("%s", (_, law) => law(language, read));
	});
}
