import type { Condition, Detection, DetectionRule, Field } from "../detections/detection.js";
import type { Question } from "../questions.js";

/** A detection as a deployment has it. */
export interface BuiltDetection {
	/** Word of the registry. */
	readonly id: string;
	readonly detection: Detection;
	readonly rule: DetectionRule;
	/** What its query reads or shows of an event, of what some group sends. */
	readonly fields: readonly Field[];
	readonly deployment: string;
	/** Who is told; absent where nobody is named. */
	readonly owner?: string;
}

/** A question as a deployment can ask it. */
export interface AskedQuestion {
	/** Word of the registry. */
	readonly id: string;
	readonly question: Question;
	/** Which of the question's events answer it. */
	readonly condition: Condition;
	/** Those of the question that some group sends. */
	readonly fields: readonly string[];
	readonly deployment: string;
}

export interface RenderedQuery {
	/** Name of the file, without a folder. */
	readonly name: string;
	readonly mediaType: string;
	readonly content: string;
}

/** A language in which a SIEM, or a store of metrics, is asked. */
export interface QueryLanguage {
	readonly title: string;
	/** What the query reads, and how it got there. */
	readonly reads: string;
	/** Empty where the language cannot ask it: a store of metrics knows no events. */
	readonly render: (built: BuiltDetection) => readonly RenderedQuery[];
	/** The events that answer a question, newest first; empty where the language cannot ask it. */
	readonly ask: (asked: AskedQuestion) => readonly RenderedQuery[];
	readonly source: string;
}
