/**
 * Whether one pattern matches whatever another does: `*` is any run of characters, the empty one too, and `?` any one.
 * Says no of some pairs that only together with others would tell.
 */
export function coversPattern(wide: string, narrow: string): boolean {
	// By the position in `narrow`, whether `wide` up to its current position matches up to there.
	let matched = Array.from({ length: narrow.length + 1 }, (_, index) => index === 0);
	for (const mark of wide) {
		const next = matched.map(() => false);
		for (let index = 0; index <= narrow.length; index++) {
			const before = index > 0 && matched[index - 1] === true;
			const given = narrow[index - 1];
			if (mark === "*") next[index] = matched[index] === true || (index > 0 && next[index - 1] === true);
			else if (mark === "?") next[index] = before && given !== "*";
			else next[index] = before && given === mark;
		}
		matched = next;
	}
	return matched[narrow.length] === true;
}

/** The same of ARNs, whose six parts are matched each by its own; only the last may hold colons. */
export function coversArn(wide: string, narrow: string): boolean {
	if (wide === "*" || wide === narrow) return true;
	if (narrow === "*") return false;
	const [patterns, parts] = [partsOf(wide), partsOf(narrow)];
	return patterns.length === parts.length && patterns.every((each, index) => coversPattern(each, parts[index] ?? ""));
}

function partsOf(arn: string): string[] {
	const parts = arn.split(":");
	return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
