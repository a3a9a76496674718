import { mostAtOnce } from "./at-once.js";
import type { ObjectReader } from "./object-reader.js";

/** A reader that fetches as many objects together as a store is asked for, however many are wanted at a time. */
export function inTurn(reader: ObjectReader): ObjectReader {
	const waiting: (() => void)[] = [];
	let running = 0;
	const turn = () => new Promise<void>((go) => waiting.push(go));
	return {
		...reader,
		async get(key, limitBytes) {
			if (running >= mostAtOnce) await turn();
			else running++;
			try {
				return await reader.get(key, limitBytes);
			} finally {
				// Whoever waits takes the place as it is.
				const next = waiting.shift();
				if (next) next();
				else running--;
			}
		},
	};
}
