/** Items by the key that each comes with, in the order they come in. */
export function byKey<Key, Item>(pairs: Iterable<readonly [Key, Item]>): ReadonlyMap<Key, readonly Item[]> {
	const items = new Map<Key, Item[]>();
	for (const [key, item] of pairs) {
		const known = items.get(key);
		if (known) known.push(item);
		else items.set(key, [item]);
	}
	return items;
}
