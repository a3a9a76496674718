import { type BlockRules, ruleNotes, shortRuleNotes } from "../firewall/block-rules.js";
import { gatherProblems, type Problem } from "../problem.js";

/** How a summary tells what is the same of many hosts. */
export interface Telling {
	readonly notesOf: (rules: readonly BlockRules[]) => readonly string[];
	readonly warningsOf: (warnings: readonly Problem[]) => readonly Problem[];
}

/** Of each host. */
export const forPrograms: Telling = { notesOf: ruleNotes, warningsOf: (warnings) => warnings };

/** Of all of them at once, and not among the notes where it is warned of. */
export const forPeople: Telling = { notesOf: shortRuleNotes, warningsOf: gatherProblems };
