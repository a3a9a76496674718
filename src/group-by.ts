/** Items by a key of theirs, keys in the order of their first items. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		const same = groups.get(key);
		if (same) same.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
