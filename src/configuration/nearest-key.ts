import { nearestAmong } from "../nearest-name.js";
import { keyNames } from "./catalogue.js";

/** There are fewer keys than this; of what is beyond it nobody needs to be told what each may have meant. */
const mostCompared = 200;

const nearest = nearestAmong(keyNames);

/**
 * The key that a name which is none most likely meant, or undefined where none is near; `index` is its position among
 * those that are asked for.
 */
export function nearestKey(name: string, index = 0): string | undefined {
	return index < mostCompared ? nearest(name) : undefined;
}
