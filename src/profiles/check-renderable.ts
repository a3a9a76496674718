import type { JsonValue } from "../json.js";
import { error, type Problem } from "../problem.js";
import { encodeValue } from "./encoding.js";

/** What XML 1.0 has no way to write, and what ends a string in the registry: refused in every format alike. */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\p{Surrogate}\ufffe\uffff]/u;
/** Most text is of this kind, and this is found out several times faster. */
const harmless = /^[\t\n\r -\ud7ff\ue000-\ufffd]*$/;

/** Levels of lists and objects, far beyond what any setting has. */
const maxDepth = 32;

/** Begins with a letter, so that no name is a registry's default value, a list index or `__proto__`. */
const namePattern = /^[A-Za-z][A-Za-z0-9_.-]{0,254}$/;

/** What keeps every profile from carrying a value under a setting's name. Never repeats it. */
export function checkRenderable(value: JsonValue): readonly Problem[] {
	if (typeof value === "boolean") return [];
	if (value === null) return notRenderable("is empty; leave the key out");
	const problems = checkStructure(value, 0);
	return problems.length > 0 ? problems : checkRenderableText(encodeValue(value));
}

/** {@link checkRenderable} for text; also for names of an organisation, which stand in profiles as they are. */
export function checkRenderableText(text: string): readonly Problem[] {
	if (harmless.test(text)) return [];
	const found = forbidden.exec(text)?.[0];
	if (found === undefined) return [];
	const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
	return notRenderable(`contains the character U+${code}; no profile can carry it`);
}

/** What keeps every profile from carrying a setting of this name. */
export function checkRenderableName(name: string): readonly Problem[] {
	if (!namePattern.test(name)) {
		return notRenderable(
			"is no name of a setting; expected a letter, then up to 254 letters, digits, dots, dashes or underscores",
		);
	}
	return isPayloadName(name) ? notRenderable("is a name that configuration profiles keep for themselves") : [];
}

/** Whether a name belongs to the payload around the settings of a configuration profile. */
export function isPayloadName(name: string): boolean {
	return /^payload/i.test(name);
}

function checkStructure(value: JsonValue, depth: number): readonly Problem[] {
	if (typeof value === "number" && !Number.isFinite(value)) {
		return notRenderable("contains a number that is not finite; no profile can carry it");
	}
	if (typeof value !== "object" || value === null) return [];
	if (depth === maxDepth) return notRenderable(`has more than ${maxDepth} levels; no profile can carry it`);
	for (const part of Object.values(value) as JsonValue[]) {
		const problems = checkStructure(part, depth + 1);
		if (problems.length > 0) return problems;
	}
	return [];
}

function notRenderable(message: string): readonly Problem[] {
	return [error("not-renderable", [], message)];
}
