import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Files that are read with a module in any case: what it imports, and what that does, but for types. */
function readWith(file: string, read = new Set<string>()): ReadonlySet<string> {
	if (read.has(file)) return read;
	read.add(file);
	const { statements } = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext);
	for (const each of statements) {
		if (!ts.isImportDeclaration(each) && !ts.isExportDeclaration(each)) continue;
		const isOfTypes = ts.isImportDeclaration(each) ? each.importClause?.isTypeOnly : each.isTypeOnly;
		const name = each.moduleSpecifier && ts.isStringLiteral(each.moduleSpecifier) ? each.moduleSpecifier.text : "";
		if (isOfTypes || !name.startsWith(".")) continue;
		readWith(path.join(path.dirname(file), name.replace(/\.js$/, ".ts")), read);
	}
	return read;
}

test("a synth reads words of observability that others share, and the rest where a deployment has it", () => {
	const read = ["src/cli/run-process.ts", "src/cli/synth.ts"].flatMap((root) => [...readWith(root)]);
	const ofObservability = read.filter((file) => file.startsWith("src/observability/"));
	expect([...new Set(ofObservability)].sort()).toEqual([
		"src/observability/agents/known.ts",
		"src/observability/approved.ts",
		"src/observability/known-hosts.ts",
		"src/observability/placed-agent-files.ts",
		"src/observability/tier.ts",
	]);
});
