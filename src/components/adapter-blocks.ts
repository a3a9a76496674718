import { error, type Problem } from "../problem.js";
import { type Registries, registries as shipped } from "../registries.js";
import type { Adapter } from "./adapters.js";
import type { StoreAdapter } from "./artifact-store/store-adapter.js";

/** Adapters as the blocks that a deployment file would have. */
export function blocksOf(adapters: readonly Adapter[]): Record<string, object> {
	return Object.fromEntries(adapters.map((adapter) => [adapter.name, adapter.options ?? {}]));
}

/** A list can name an adapter twice, which the members of a deployment file cannot. */
export function namedTwice(adapters: readonly Adapter[], axis: string): Problem[] {
	const names = adapters.map((adapter) => adapter.name);
	const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
	return [...repeated].map((name) => error("duplicate", [axis, name], "is given twice; keep one"));
}

/** What the package ships, and the stores that a program brings along. */
export function withStores(adapters: readonly StoreAdapter[]): Registries {
	const own = adapters.flatMap(({ name, store }) => (store ? [[name, store] as const] : []));
	return own.length === 0 ? shipped : { ...shipped, stores: { ...shipped.stores, ...Object.fromEntries(own) } };
}
