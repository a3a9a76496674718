import { readFileSync } from "node:fs";
import path from "node:path";
import { isObject } from "../json.js";
import { isMissing } from "./fault.js";
import { ownerMarker } from "./inside.js";

/** Who publishes to a folder; undefined where nobody does, as where a marker is empty or torn. */
export function readOwner(folder: string): string | undefined {
	try {
		const read: unknown = JSON.parse(readFileSync(path.join(folder, ownerMarker), "utf8"));
		return isObject(read) && typeof read.owner === "string" ? read.owner : undefined;
	} catch (fault) {
		if (isMissing(fault) || fault instanceof SyntaxError) return undefined;
		throw fault;
	}
}
