import { parse } from "yaml";
import type { RenderedQuery } from "../../../src/observability/queries/language.js";
import { type Event, fires } from "../detections/sigma-evaluator.js";
import { conditionsOf, insightsOperand, kustoOperand } from "./condition-evaluator.js";

/** Whether the query of one rule finds an event, as a reader of its language finds it. */
export type QueryReader = (files: readonly RenderedQuery[]) => (event: Event) => boolean;

function ofFilters(command: string, operand: typeof kustoOperand): QueryReader {
	return ([file]) => {
		// What is counted of what was found is another question.
		const [found = ""] = (file?.content ?? "").split(/^\| (?:stats|summarize) /m);
		const filters = found.split("\n").filter((line) => line.startsWith(`| ${command} `));
		const conditions = filters.map((line) => conditionsOf(line.slice(command.length + 3), operand));
		if (conditions.length === 0) throw new Error("the query asks for nothing");
		return (event) => conditions.every((holds) => holds(event));
	};
}

/** By the folder of the language; a store of metrics knows no events. */
export const queryReaders: Readonly<Record<string, QueryReader | undefined>> = {
	sigma:
		([file]) =>
		(event) =>
			fires(parse(file?.content ?? ""), event),
	"cloudwatch-logs-insights": ofFilters("filter", insightsOperand),
	kusto: ofFilters("where", kustoOperand),
};
