import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findSchema } from "./facts.js";
import { program, run } from "./programs.js";

const schemas = ["PolicyDefinitionFiles.xsd", "PolicyDefinitions.xsd", "BaseTypes.xsd"];

/** Whether policy definitions can be held against Microsoft's schemas here. */
export const hasAdmxSchemas = program("xmllint") && schemas.every((name) => findSchema(`admx/${name}`) !== undefined);

/** Throws with what Microsoft's schemas say where definitions, or texts of definitions, break them. */
export function checkAdmx(documents: readonly string[]): void {
	const folder = mkdtempSync(path.join(tmpdir(), "admx-"));
	try {
		for (const name of schemas) {
			// Two facets are written as libxml2 does not take them: a dollar needs no escape there.
			const text = readFileSync(findSchema(`admx/${name}`) ?? "", "utf8").replaceAll('value="\\$', 'value="$');
			writeFileSync(path.join(folder, name), text);
		}
		const files = documents.map((text, index) => {
			writeFileSync(path.join(folder, `${index}.xml`), text);
			return path.join(folder, `${index}.xml`);
		});
		run("xmllint", ["--noout", "--nonet", "--schema", path.join(folder, "PolicyDefinitionFiles.xsd"), ...files]);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
