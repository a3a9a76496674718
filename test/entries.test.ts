import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const { name, exports }: { name: string; exports: object } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.keys(exports)
	.filter((each) => !each.endsWith(".json"))
	.map((each) => ({ name: name + each.slice(1), file: each === "." ? "index" : each.slice(2) }));
const files = entries.map(({ file }) => path.resolve(`src/entries/${file}.ts`));
const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
const program = ts.createProgram(files, options);
const checker = program.getTypeChecker();

/** What an entry exports, a line each: `value` exists at run time, `type` for the compiler alone. */
function surface(file: string): string {
	const source = program.getSourceFile(file);
	const module = source && checker.getSymbolAtLocation(source);
	const symbols = module ? checker.getExportsOfModule(module) : [];
	const lines = symbols.map((symbol) => {
		const { flags } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
		const value = flags & ts.SymbolFlags.Value && !symbol.declarations?.some(ts.isTypeOnlyExportDeclaration);
		return `${value ? "value" : "type "} ${symbol.name}\n`;
	});
	return [...new Set(lines)].sort().join("");
}

test.each(entries)("$name exports what was agreed on", async ({ file }) => {
	const text = surface(path.resolve(`src/entries/${file}.ts`));
	await expect(text).toMatchFileSnapshot(`golden/entries/${file.replaceAll("/", "-")}.txt`);
});

test.each(entries)("what $name declares as a value is there at run time", async ({ name, file }) => {
	const declared = [...surface(path.resolve(`src/entries/${file}.ts`)).matchAll(/^value (\S+)$/gm)].map(
		([, name]) => name,
	);
	const module: object = await import(/* @vite-ignore */ name);
	expect(Object.keys(module).sort()).toEqual(declared.sort());
});

test("the functions that state of every age calls stay", async () => {
	const modules = [
		await import("pulumi-cowork/internal/local-folder"),
		await import("pulumi-cowork/internal/local-provider"),
	];
	for (const module of modules)
		expect(Object.keys(module).sort()).toEqual(["check", "create", "delete", "diff", "read", "update"]);
});
