import { inTurn } from "./in-turn.js";
import { objectStores } from "./index.js";
import type { OpenedStore, OpenReaders, ReaderRequest } from "./object-reader.js";

const readers: Readonly<Record<string, (() => Promise<OpenReaders<never>>) | undefined>> = objectStores;

/**
 * Opens what a block names, by the word of its store; undefined where nothing reads such a store, as one of a program's
 * own.
 *
 * @param block of a form that was checked against the store's
 * @throws {@link StoreFault} where a client or credentials are missing
 */
export async function openStore(word: string, block: object, request: ReaderRequest): Promise<OpenedStore | undefined> {
	const open = Object.hasOwn(readers, word) ? await readers[word]?.() : undefined;
	// Each word's reader takes the block of that word, whose form was checked.
	const opened = await open?.(block as never, request);
	if (!opened) return undefined;
	const { general, sensitive } = opened;
	return { ...opened, general: inTurn(general), ...(sensitive && { sensitive: inTurn(sensitive) }) };
}
