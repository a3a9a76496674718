// Reads a list of queries as JSON and prints, for each, what the vendor's parser of Kusto finds wrong with it.
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { runInThisContext } = require("node:vm");

// The package is made of scripts for a page, which leave one name.
for (const file of ["bridge.min.js", "Kusto.Language.Bridge.min.js"]) {
	runInThisContext(readFileSync(path.join(process.argv[2], file), "utf8"), file);
}
const { KustoCode } = globalThis.Kusto.Language;
const queries = JSON.parse(readFileSync(0, "utf8"));
const found = queries.map((query) => {
	const diagnostics = KustoCode.ParseAndAnalyze(query).GetDiagnostics();
	return Array.from({ length: diagnostics.Count }, (_, index) => diagnostics.getItem(index).Message);
});
process.stdout.write(JSON.stringify(found));
