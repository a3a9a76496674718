import { nearestName } from "../nearest-name.js";
import { keyNames } from "./catalogue.js";

/** Groups share most of what they write, misspelt names too. */
const mostRemembered = 1000;
const remembered = new Map<string, string | undefined>();

/** The key that a name which is none most likely meant, or undefined where none is near. */
export function nearestKey(name: string): string | undefined {
	if (remembered.has(name)) return remembered.get(name);
	const near = nearestName(name, keyNames);
	if (remembered.size >= mostRemembered) remembered.clear();
	remembered.set(name, near);
	return near;
}
