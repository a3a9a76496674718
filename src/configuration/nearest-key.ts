import { nearestName } from "../nearest-name.js";
import { keyNames } from "./catalogue.js";

/** Groups share most of what they write, misspelt names too. */
const mostRemembered = 1000;
const remembered = new Map<string, string | undefined>();

/** There are fewer keys than this; of what is beyond it nobody needs to be told what each may have meant. */
const mostCompared = 200;

/**
 * The key that a name which is none most likely meant, or undefined where none is near; `index` is its position among
 * those that are asked for.
 */
export function nearestKey(name: string, index = 0): string | undefined {
	if (index >= mostCompared) return undefined;
	if (remembered.has(name)) return remembered.get(name);
	const near = nearestName(name, keyNames);
	if (remembered.size >= mostRemembered) remembered.clear();
	remembered.set(name, near);
	return near;
}
