import { describe, expect, test } from "vitest";
import { nameOf } from "../../../src/observability/detections/detection.js";
import { type EventSyntax, writtenCondition } from "../../../src/observability/queries/event-query.js";
import { queryLanguages } from "../../../src/observability/queries/index.js";
import { kusto } from "../../../src/observability/queries/kusto.js";
import type { QueryLanguage } from "../../../src/observability/queries/language.js";
import { sigma } from "../../../src/observability/queries/sigma.js";
import { brokenLaws } from "../../support/broken-laws.js";
import { conditionsOf, insightsOperand } from "./condition-evaluator.js";
import { examineLanguage, laws, meaningLaws } from "./exam.js";
import { type QueryReader, queryReaders } from "./reader.js";

for (const [name, language] of Object.entries<QueryLanguage>(queryLanguages))
	examineLanguage(name, language, queryReaders[name]);

test("every language has a reader, but that of a store which knows no events", () => {
	expect(Object.keys(queryLanguages).filter((name) => !queryReaders[name])).toEqual(["prometheus"]);
});

const syntax: EventSyntax = {
	field: (field) => `\`attributes.${nameOf(field)}\``,
	text: (text) => JSON.stringify(text),
	isOneOf: (field, texts) => `${field} in [${texts.join(", ")}]`,
	contains: (field, text) => `strcontains(${field}, ${text}) = 1`,
	matches: (field, pattern) => `${field} matches regex @"${pattern.replaceAll('"', '""')}"`,
	number: (field) => field,
	exists: (field) => `ispresent(${field})`,
	not: (condition) => `not (${condition})`,
};

/** The least a language can be: what is asked for, in one line. */
function plainWith(changed: Partial<EventSyntax>, whole: (line: string) => string = (line) => line): QueryLanguage {
	const own = { ...syntax, ...changed };
	return {
		title: "Plain",
		reads: "events as they are",
		source: "https://docs.example.com/plain",
		render: ({ id, detection, rule: { condition, over } }) => {
			const names = own.isOneOf(
				"`attributes.event.name`",
				detection.events.map((event) => own.text(event)),
			);
			const asked = [names, ...(condition ? [writtenCondition(condition, own)] : [])].join(" and ");
			const limit = over ? ("times" in over ? over.times : over.above) : 1;
			const content = `${whole(asked)}\n# ${limit} in ${over?.within}\n`;
			return [{ name: `${id}.plain`, mediaType: "text/plain", content }];
		},
		ask: ({ id, question: { events }, condition, fields }) => {
			const names = own.isOneOf(
				"`attributes.event.name`",
				events.map((event) => own.text(event)),
			);
			const asked = [names, writtenCondition(condition, own)].join(" and ");
			const content = `${whole(asked)}\n# session.id ${fields.join(" ")}\n`;
			return [{ name: `${id}.plain`, mediaType: "text/plain", content }];
		},
	};
}

const readPlain: QueryReader = ([file]) => conditionsOf((file?.content ?? "").split("\n# ")[0] ?? "", insightsOperand);

const plain = plainWith({});

examineLanguage("a language from outside the registry", plain, readPlain);

let count = 0;

describe("the exam fails a language that", () => {
	test.each<[string, QueryLanguage, keyof typeof laws | keyof typeof meaningLaws, (QueryReader | undefined)?]>([
		["has no source", { ...plain, source: "" }, "says what it reads, and where its words come from"],
		[
			"writes another text each time",
			plainWith({}, (line) => `${line}\n# ${count++}`),
			"writes a rule the same each time",
		],
		[
			"writes outside of its folder",
			{ ...plain, render: (each) => plain.render(each).map((file) => ({ ...file, name: `../${file.name}` })) },
			"names its files after the rule, once and plainly",
		],
		[
			"writes an empty file",
			{ ...plain, render: (each) => plain.render(each).map((file) => ({ ...file, content: "\n" })) },
			"ends every file with a line",
		],
		[
			"forgets over which time",
			{
				...plain,
				render: (each) =>
					plain.render(each).map(({ content, ...file }) => ({ ...file, content: content.replace(/\n# .*/, "") })),
			},
			"asks for a sum or a number of events wherever the rule does",
		],
		[
			"asks no question",
			{ ...plain, ask: () => [] },
			"asks each question of its events, with every field, where it asks of events at all",
		],
		[
			"shows nothing of what a question is about",
			{ ...plain, ask: (asked) => plain.ask({ ...asked, fields: [] }) },
			"asks each question of its events, with every field, where it asks of events at all",
		],
		[
			"answers with other events",
			{
				...plain,
				ask: (asked) =>
					plain
						.ask(asked)
						.map(({ content, ...file }) => ({ ...file, content: `not (${content.replace("\n", ")\n")}` })),
			},
			"answers a question with its events, and no others",
		],
		["takes no for yes", plainWith({ not: (condition) => condition }), "means what a condition means"],
		["takes any for all", plainWith({}, (line) => line.replaceAll(" and ", " or ")), "means what a condition means"],
		[
			"looks for the first text alone",
			plainWith({ isOneOf: (field, [first]) => `${field} in [${first}]` }),
			"means what a condition means",
		],
		[
			"finds a part for the whole",
			plainWith({ isOneOf: (field, texts) => `(${texts.map((text) => syntax.contains(field, text)).join(" or ")})` }),
			"means what a condition means",
		],
		[
			"looks for an expression as if it were a text",
			plainWith({ matches: (field, pattern) => syntax.contains(field, JSON.stringify(pattern)) }),
			"means what a condition means",
		],
		[
			"writes an expression as if it held no marks",
			plainWith({ matches: (field, pattern) => `${field} like /${pattern}/` }),
			"is not changed in meaning by the text of a value",
		],
		["forgets a condition", plainWith({ exists: (field) => `not (${field} in [])` }), "means what a condition means"],
		[
			"reads another field",
			plainWith({ field: (field) => `\`attributes.${nameOf(field).replace("tool_name", "name")}\`` }),
			"finds what each rule is for, and nothing else",
		],
		[
			"asks of every event",
			plainWith({}, (line) => line.replace(/^.*?\] and /, "")),
			"looks at events of the rule's names alone",
		],
		[
			"quotes without care",
			plainWith({ text: (text) => `"${text}"` }),
			"is not changed in meaning by the text of a value",
		],
		[
			"lets a star be any text",
			{
				...sigma,
				render: (each) =>
					sigma.render(each).map(({ content, ...file }) => ({ ...file, content: content.replaceAll("\\*", "*") })),
			},
			"is not changed in meaning by the text of a value",
			queryReaders.sigma,
		],
		[
			"leaves a bracket open",
			{
				...kusto,
				render: (each) =>
					kusto.render(each).map(({ content, ...file }) => ({ ...file, content: content.replace(/\)\n/, "\n") })),
			},
			"finds what each rule is for, and nothing else",
			queryReaders.kusto,
		],
	])("%s", (_, language, name, read = readPlain) => {
		const all: Readonly<Record<string, (language: QueryLanguage, read: QueryReader) => void>> = {
			...laws,
			...meaningLaws,
		};
		expect(brokenLaws(all, language, read)).toContain(name);
	});
});
