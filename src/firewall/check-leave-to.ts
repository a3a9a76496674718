import { isObject } from "../json.js";
import { error, type Problem } from "../problem.js";

/** Whether each block that leaves something to another names one of the same firewall; paths start at the deployment. */
export function checkLeaveTo(blocks: Readonly<Record<string, unknown>>): Problem[] {
	return Object.entries(blocks).flatMap(([word, block]) => {
		if (!isObject(block) || typeof block.leaveTo !== "string") return [];
		const others = Object.keys(blocks).filter((each) => each !== word);
		if (others.includes(block.leaveTo)) return [];
		const cure = others.length > 0 ? `expected one of ${others.sort().join(", ")}` : "add one, or leave this out";
		return [error("unknown-block", ["firewall", word, "leaveTo"], `names no other block of this firewall; ${cure}`)];
	});
}
