/** The candidate a misspelt name most likely meant, or undefined where none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
	const wanted = name.slice(0, 100).toLowerCase();
	let best: { candidate: string; distance: number } | undefined;
	for (const candidate of candidates) {
		const distance = editDistance(wanted, candidate.toLowerCase());
		if (!best || distance < best.distance) best = { candidate, distance };
	}
	return best && best.distance <= Math.max(2, Math.floor(wanted.length / 4)) ? best.candidate : undefined;
}

/** `did you mean "x"?` where a name is near, otherwise what is allowed. */
export function suggestName(name: string, candidates: readonly string[]): string {
	const near = nearestName(name, candidates);
	if (near) return `did you mean "${near}"?`;
	if (candidates.length === 0) return "no member is expected here";
	return `expected one of ${[...candidates].sort().join(", ")}`;
}

/** Levenshtein distance, where two swapped neighbours count as one edit. */
function editDistance(a: string, b: string): number {
	const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
	const cell = (row: number, column: number) => rows[row]?.[column] ?? 0;
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		rows.push(row);
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let distance = Math.min(cell(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, cell(i - 1, j - 1) + cost);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) distance = Math.min(distance, cell(i - 2, j - 2) + 1);
			row.push(distance);
		}
	}
	return cell(a.length, b.length);
}
