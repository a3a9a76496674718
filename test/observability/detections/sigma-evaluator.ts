/** An event as a SIEM keeps it: fields by name. */
export type Event = Readonly<Record<string, string | number>>;

export interface SigmaRule {
	readonly detection: Readonly<Record<string, unknown>> & { readonly condition: string };
}

/** Whether a rule fires on an event, by Sigma's semantics: https://sigmahq.io/docs/basics/rules.html */
export function fires({ detection }: SigmaRule, event: Event): boolean {
	const tokens = detection.condition.match(/\(|\)|[A-Za-z0-9_]+/g) ?? [];
	let at = 0;
	const primary = (): boolean => {
		const token = tokens[at++] ?? "";
		if (token === "not") return !primary();
		if (token !== "(") return matches(detection[token] as Readonly<Record<string, unknown>>, event);
		const inside = alternatives();
		at++;
		return inside;
	};
	const conjunction = (): boolean => {
		let held = primary();
		while (tokens[at] === "and") {
			at++;
			const next = primary();
			held = held && next;
		}
		return held;
	};
	const alternatives = (): boolean => {
		let held = conjunction();
		while (tokens[at] === "or") {
			at++;
			const next = conjunction();
			held = held || next;
		}
		return held;
	};
	const result = alternatives();
	if (at !== tokens.length) throw new Error(`not read to its end: ${detection.condition}`);
	return result;
}

function matches(search: Readonly<Record<string, unknown>>, event: Event): boolean {
	return Object.entries(search).every(([key, expected]) => {
		const [field = "", modifier] = key.split("|");
		const value = Object.hasOwn(event, field) ? event[field] : undefined;
		const all = Array.isArray(expected) ? expected : [expected];
		if (modifier === "exists") return (value !== undefined) === expected;
		if (modifier === "gt") return Number(value) > Number(expected);
		if (value === undefined) return false;
		if (modifier === "re") return all.some((each) => new RegExp(String(each)).test(String(value)));
		return all.some((each) => textMatches(String(each), String(value), modifier === "contains"));
	});
}

/** Case is nothing to Sigma; a star is any text unless it is escaped. */
function textMatches(pattern: string, value: string, isInside: boolean): boolean {
	const parts = pattern.split(/(\\[\\*?]|[*?])/).map((part) => {
		if (part === "*") return ".*";
		if (part === "?") return ".";
		return (part.length === 2 && part.startsWith("\\") ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
	});
	const whole = isInside ? parts.join("") : `^${parts.join("")}$`;
	return new RegExp(whole, "is").test(value);
}
