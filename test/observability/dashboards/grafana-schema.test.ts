import path from "node:path";
import { parser } from "@grafana/lezer-logql";
import type { Dashboard } from "@grafana/schema";
import ts from "typescript";
import { expect, test } from "vitest";
import { dashboardFiles } from "../../../src/observability/dashboard-files.js";
import { partOf, terms } from "../observed.js";

/** Grafana's own types of a page; what it leaves open of a query is what every query has, and an expression. */
const head = `
import type { Dashboard, DataQuery, DataSourceRef, Panel, VariableModel } from "@grafana/schema";
type Source = DataSourceRef & { type: string; uid: string };
type Query = DataQuery & { expr: string; datasource: Source };
type Shown = Omit<Panel, "targets" | "datasource"> & { id: number; title: string; datasource: Source; gridPos: Required<Panel>["gridPos"]; targets: [Query, ...Query[]] };
type Page = Omit<Dashboard, "panels"> & { uid: string; title: string; panels: Shown[]; templating: { list: VariableModel[] } };
`;

const pages = dashboardFiles(partOf({ ...terms, tier: "forensic" }))
	.filter(({ name }) => name.endsWith(".json"))
	.map(({ name, content }): [string, Dashboard] => [name, JSON.parse(content)]);

/** What the compiler finds fault with, by the page; each stands on a line of its own. */
function complaints(written: readonly Dashboard[]): ReadonlyMap<number, string> {
	const name = path.resolve("test", "grafana-pages.ts");
	const lines = [
		...head.trim().split("\n"),
		...written.map((page) => `({${JSON.stringify(page).slice(1, -1)}}) satisfies Page;`),
	];
	const first = lines.length - written.length;
	const options: ts.CompilerOptions = {
		strict: true,
		noEmit: true,
		skipLibCheck: true,
		types: [],
		module: ts.ModuleKind.NodeNext,
		target: ts.ScriptTarget.ES2022,
	};
	const host = ts.createCompilerHost(options);
	const { getSourceFile, fileExists } = host;
	host.fileExists = (file) => file === name || fileExists(file);
	host.getSourceFile = (file, ...rest) =>
		file === name ? ts.createSourceFile(file, lines.join("\n"), ts.ScriptTarget.ES2022) : getSourceFile(file, ...rest);
	const program = ts.createProgram([name], options, host);
	return new Map(
		ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
			const text = ts.flattenDiagnosticMessageText(messageText, "\n");
			const line = file?.fileName === name ? file.getLineAndCharacterOfPosition(start ?? 0).line : -1;
			if (line < first) throw new Error(text);
			return [line - first, text];
		}),
	);
}

/** Pages that Grafana would not take for one, each with a word of what its types say. */
const mutants: readonly (readonly [string, (page: Record<string, unknown>) => void, RegExp])[] = [
	["a title that is no text", (page) => Object.assign(page, { title: 7 }), /number.*string/],
	["a member that no page has", (page) => Object.assign(page, { refreshes: "5m" }), /refreshes/],
	["no version of the schema", (page) => delete page.schemaVersion, /schemaVersion/],
	[
		"a variable of no kind",
		(page) => Object.assign(first(page.templating, "list"), { type: "datasources" }),
		/datasources/,
	],
	["a panel of no place", (page) => Object.assign(first(page, "panels"), { gridPos: { x: 0 } }), /gridPos|missing/],
	["a panel without a kind", (page) => delete first(page, "panels").type, /type/],
	["a panel of no store", (page) => Object.assign(first(page, "panels"), { datasource: { type: "loki" } }), /uid/],
	["a query without a name", (page) => delete first(first(page, "panels"), "targets").refId, /refId/],
	["a query that asks nothing", (page) => delete first(first(page, "panels"), "targets").expr, /expr/],
	[
		"a query of a word unknown",
		(page) => Object.assign(first(first(page, "panels"), "targets"), { legend: "x" }),
		/legend/,
	],
	[
		"an annotation of no name",
		(page) => Object.assign(page, { annotations: { list: [{ enable: true }] } }),
		/iconColor|name/,
	],
];

function first(of: unknown, member: string): Record<string, unknown> {
	const [item] = (of as Record<string, Record<string, unknown>[]>)[member] ?? [];
	if (!item) throw new Error(`nothing in ${member}`);
	return item;
}

test("Grafana's own types take every page with every panel, query, store and variable, and no page that is none", () => {
	const [, sound] = pages[0] ?? [];
	const broken = mutants.map(([, change]) => {
		const page = structuredClone(sound ?? {}) as Dashboard;
		change(page as unknown as Record<string, unknown>);
		return page;
	});
	const found = complaints([...pages.map(([, page]) => page), ...broken]);
	expect(pages).toHaveLength(7);
	expect(pages.flatMap(([name], index) => (found.has(index) ? [`${name}: ${found.get(index)}`] : []))).toEqual([]);
	for (const [index, [title, , because]] of mutants.entries())
		expect([title, found.get(pages.length + index) ?? "taken"]).toEqual([title, expect.stringMatching(because)]);
});

interface Read {
	readonly templating: { readonly list: readonly { readonly name: string; readonly query: string }[] };
	readonly panels: readonly {
		readonly title: string;
		readonly datasource: { readonly type: string; readonly uid: string };
		readonly targets: readonly { readonly datasource: { readonly uid: string }; readonly expr: string }[];
	}[];
}

/** What a parser of the language of Loki finds no sense in. */
function nonsense(expression: string): string[] {
	const found: string[] = [];
	const text = expression.replace(/\$__(?:interval|range)/g, "5m");
	parser.parse(text).iterate({
		enter: ({ type, from }) => {
			if (type.isError) found.push(`at ${from}: ${text.slice(from, from + 30)}`);
		},
	});
	return found;
}

test("each panel asks a store that the page has, in a language that the store's own parser reads", () => {
	for (const [name, page] of pages) {
		const { templating, panels } = page as unknown as Read;
		const stores = new Map(templating.list.map((variable) => [`\${${variable.name}}`, variable.query]));
		for (const { title, datasource, targets } of panels) {
			expect([name, title, stores.get(datasource.uid)]).toEqual([name, title, datasource.type]);
			for (const target of targets) {
				expect(target.datasource).toEqual(datasource);
				if (datasource.type === "loki") expect([title, nonsense(target.expr)]).toEqual([title, []]);
			}
		}
	}
	expect(nonsense('sum by (a) (count_over_time({a="b"} | c="d" [5m])')).not.toEqual([]);
	expect(nonsense('{a="b"} | c=d')).not.toEqual([]);
});
