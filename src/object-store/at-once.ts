/** Requests to one store that are under way together. */
export const mostAtOnce = 16;

/** What work makes of each item, in their order, of which some are worked on together. */
export async function atOnce<Item, Result>(
	items: readonly Item[],
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results = new Array<Result>(items.length);
	let next = 0;
	const take = async () => {
		for (let index = next++; index < items.length; index = next++) {
			const item = items[index];
			// An index below the length holds an item, which may be undefined itself.
			results[index] = await work(item as Item);
		}
	};
	await Promise.all(Array.from({ length: Math.min(mostAtOnce, items.length) }, take));
	return results;
}
