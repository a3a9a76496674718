/** Far beyond the length of any name that is known. */
const longestName = 100;
/** Groups may be many, and each may be misspelt elsewhere. */
const mostCompared = 1000;
const mostListed = 50;

/** The candidate a misspelt name most likely meant, or undefined where none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
	const wanted = name.slice(0, longestName).toLowerCase();
	let best: string | undefined;
	// A candidate must be nearer than this; the first of several that are as near stays.
	let limit = Math.max(2, Math.floor(wanted.length / 4)) + 1;
	for (const candidate of candidates.slice(0, mostCompared)) {
		if (Math.abs(candidate.length - wanted.length) >= limit) continue;
		const distance = editDistance(wanted, candidate.toLowerCase(), limit);
		if (distance >= limit) continue;
		best = candidate;
		limit = distance;
	}
	return best;
}

/** Groups share most of what they write, misspelt names too. */
const mostRemembered = 1000;

/** {@link nearestName} among the same candidates each time, which need not be compared again with a name that comes again. */
export function nearestAmong(candidates: readonly string[]): (name: string) => string | undefined {
	const remembered = new Map<string, string | undefined>();
	return (name) => {
		if (remembered.has(name)) return remembered.get(name);
		const near = nearestName(name, candidates);
		if (remembered.size >= mostRemembered) remembered.clear();
		remembered.set(name, near);
		return near;
	};
}

/** `did you mean "x"?` where a name is near, otherwise what is allowed. */
export function suggestName(name: string, candidates: readonly string[]): string {
	const near = nearestName(name, candidates);
	if (near) return `did you mean "${near}"?`;
	if (candidates.length === 0) return "no member is expected here";
	if (candidates.length <= mostListed) return `expected one of ${[...candidates].sort().join(", ")}`;
	const listed = candidates.slice(0, mostListed).sort().join(", ");
	return `expected one of ${candidates.length}, such as ${listed}`;
}

/**
 * Levenshtein distance, where two swapped neighbours count as one edit; at least `limit` where it is not below that.
 * Only what can still stay below the limit is worked out: cells within that many steps of the diagonal.
 */
function editDistance(one: string, other: string, limit: number): number {
	const [a, b] = withoutSharedEnds(one, other);
	if (a === "" || b === "") return Math.min(a.length + b.length, limit);
	let beforeLast = new Uint8Array(b.length + 1);
	let last = Uint8Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, limit));
	let row = new Uint8Array(b.length + 1);
	for (let i = 1; i <= a.length; i++) {
		row.fill(limit);
		row[0] = Math.min(i, limit);
		let least = i;
		for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let distance = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost, limit);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) distance = Math.min(distance, at(beforeLast, j - 2) + 1);
			row[j] = distance;
			if (distance < least) least = distance;
		}
		if (least >= limit) return limit;
		[beforeLast, last, row] = [last, row, beforeLast];
	}
	return at(last, b.length);
}

/** Most names begin alike, and what is alike at both ends costs nothing. */
function withoutSharedEnds(a: string, b: string): [string, string] {
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start++;
	let end = 0;
	while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
	return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** A cell that is there: indices stay inside the row. */
function at(row: Uint8Array, column: number): number {
	return row[column] ?? 0;
}
