import path from "node:path";
import { tree } from "../publication/tree.js";
import { plain, write } from "./deployments.js";

/** A deployment with two rings, in a folder whose store can be filled. */
export function publishing(folder: string, holds = "", more = "") {
	const store = tree(path.join(folder, "published"));
	const text = plain.replace("    preset: none", `    preset: none${holds}`);
	const file = write(folder, `${text}publish:\n  rings: [canary, broad]\n${more}  local: { directory: ./published }\n`);
	return { store, file };
}
