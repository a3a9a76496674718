import type { JsonValue } from "../json.js";
import { encodeValue } from "./encoding.js";

/** What XML 1.0 has no way to write, and what ends a string in the registry: refused in every format alike. */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\p{Surrogate}\ufffe\uffff]/u;
/** Most text is of this kind, and this is found out several times faster. */
const harmless = /^[\t\n\r -\ud7ff\ue000-\ufffd]*$/;

/** Levels of lists and objects, far beyond what any setting has. */
const maxDepth = 32;

/** Begins with a letter, so that no name is a registry's default value, a list index or `__proto__`. */
const namePattern = /^[A-Za-z][A-Za-z0-9_.-]{0,254}$/;

/** Why no profile can carry a value under a setting's name, or undefined where every format can. Never repeats it. */
export function unrenderable(value: JsonValue): string | undefined {
	if (typeof value === "boolean") return undefined;
	if (value === null) return "is empty; leave the key out";
	return unrenderableStructure(value, 0) ?? unrenderableText(encodeValue(value));
}

/** {@link unrenderable} for text; also for names of an organisation, which stand in profiles as they are. */
export function unrenderableText(text: string): string | undefined {
	if (harmless.test(text)) return undefined;
	const found = forbidden.exec(text)?.[0];
	if (found === undefined) return undefined;
	const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
	return `contains the character U+${code}; no profile can carry it`;
}

/** Why no profile can carry a setting of this name, or undefined where every format can. */
export function unrenderableName(name: string): string | undefined {
	if (!namePattern.test(name)) {
		return "is no name of a setting; expected a letter, then up to 254 letters, digits, dots, dashes or underscores";
	}
	return isPayloadName(name) ? "is a name that configuration profiles keep for themselves" : undefined;
}

/** Whether a name belongs to the payload around the settings of a configuration profile. */
export function isPayloadName(name: string): boolean {
	return /^payload/i.test(name);
}

function unrenderableStructure(value: JsonValue, depth: number): string | undefined {
	if (typeof value === "number" && !Number.isFinite(value)) {
		return "contains a number that is not finite; no profile can carry it";
	}
	if (typeof value !== "object" || value === null) return undefined;
	if (depth === maxDepth) return `has more than ${maxDepth} levels; no profile can carry it`;
	for (const part of Object.values(value) as JsonValue[]) {
		const problem = unrenderableStructure(part, depth + 1);
		if (problem) return problem;
	}
	return undefined;
}
