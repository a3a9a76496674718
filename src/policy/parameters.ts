import { list, object, text } from "../shape/build.js";
import type { Member, ObjectShape } from "../shape/shape.js";

/** Parameters of a rule, by name. */
export function parameters(members: Readonly<Record<string, Member>>): ObjectShape {
	return object(members);
}

/** A list of texts in which `*` stands for any text; empty where a policy file gives none. */
export function patterns(summary: string): Member {
	return { shape: list(text()), summary: `${summary} \`*\` stands for any text.`, default: [] };
}

/** What a rule cannot do without. */
export function neededPatterns(summary: string): Member {
	return { shape: list(text(), { minItems: 1 }), summary: `${summary} \`*\` stands for any text.`, required: true };
}
