/**
 * Reviews one after another in what a place takes, as `measure` counts it. Each is there as a whole or, where there is no
 * room, as a line that says where it is.
 */
export function within(limit, measure, { head, foot, reviews, elsewhere }) {
	const lines = reviews.map(({ file }) => `The review of ${JSON.stringify(file)} is too long for here: ${elsewhere}.`);
	const join = (parts) => [head, ...parts, foot].filter((part) => part !== "").join("\n\n");
	const parts = [...lines];
	for (const [index, { text }] of reviews.entries()) {
		parts[index] = text;
		if (measure(join(parts)) > limit) parts[index] = lines[index];
	}
	return join(parts);
}
