// Builds what is shipped as a few files instead of some four hundred: most of a start would go into finding and reading
// them. Beside the files stand the licences of what they took in, and its bill of materials.
//   node scripts/bundle.js all [FOLDER]       the library, and the command below `cli`
//   node scripts/bundle.js command FOLDER     the command alone
//   node scripts/bundle.js library FOLDER     the library alone
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "rolldown";
import { billOfMaterials } from "./bill-of-materials.js";
import { entries } from "./entries.js";
import { sharedShapes } from "./shared-shapes.js";
import { licencesOf, packagesIn } from "./taken-in.js";

// Each cloud's own clients are installed by those who use that cloud.
const clients = [/^@aws-sdk\//, /^@azure\//, /^@google-cloud\//];

// Of the parser of YAML the form in modules: what is CommonJS is compiled twice, as a whole and then function by function.
const resolve = { alias: { yaml: path.resolve("node_modules/yaml/browser/index.js") } };

const [what, folder = "dist"] = process.argv.slice(2);
const wanted = {
	all: () => [library(folder), command(path.join(folder, "cli"))],
	command: () => [command(folder)],
	library: () => [library(folder)],
}[what]();

// A note of where each module came from would name folders of the machine that built it, and how long it took says nothing
// to who builds it. What the command imports by the word of a deployment, programs import at once.
const plain = {
	experimental: { attachDebugInfo: "none" },
	checks: { ineffectiveDynamicImport: false, bundlerTimings: false },
};
const builds = [];
for (const options of wanted) builds.push(await build({ ...options, ...plain }));
const packages = packagesIn(builds);
writeFileSync(path.join(folder, "licences.txt"), licencesOf(packages));
writeFileSync(path.join(folder, "bom.cdx.json"), billOfMaterials(packages));
if (what === "all") writeSchemas(path.join(folder, "schemas"));

/** The schemas of files that people write, as the command that was just built prints them. */
function writeSchemas(to) {
	mkdirSync(to, { recursive: true });
	for (const name of ["deployment", "policies"]) {
		const schema = execFileSync(process.execPath, [path.join(folder, "cli/main.js"), "schema", name], {
			maxBuffer: 16_000_000,
		});
		writeFileSync(path.join(to, `${name}.json`), schema);
	}
}

/**
 * Of two files with one name the builder numbers one, and which of them depends on where `node_modules` is: so a file
 * is named by its package too, and one that only hands on what others hold says so.
 */
function chunkName({ moduleIds }) {
	const last = moduleIds.at(-1);
	if (last === undefined) return "[name].exports.js";
	const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(last) ?? [];
	return name === undefined ? "[name].js" : `${name.replace(/^@/, "").replace("/", "-")}.[name].js`;
}

/** Letters beyond ASCII as escapes: a single one doubles what a whole file takes to decode and to compile. */
function ascii() {
	const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
	return rewriting("ascii", (code, file) => {
		if (/String\.raw`[^`]*[^\0-\x7f]/.test(code)) throw new Error(`${file}: no escape is one there`);
		return code.replace(/[^\0-\x7f]/g, escaped);
	});
}

/** Long tables of numbers as text: as code each number is a piece of syntax, of which the compiler keeps and copies lists. */
function numbersAsText() {
	const table = /new (Uint\d+Array)\((\[[\d\s,]{1000,}\])\)/g;
	const asText = (_, kind, numbers) => `new ${kind}(JSON.parse("${numbers.replace(/\s|,\s*(?=\])/g, "")}"))`;
	return { name: "numbers-as-text", transform: (code) => ({ code: code.replace(table, asText) }) };
}

/**
 * Node's own modules as they are: what it makes of one for `import` asks each export once, and those of the file system
 * and of cryptography then load streams and web cryptography.
 */
function ownModules() {
	const imports = /^import (\w+|\{[^}]*\}) from "(node:[\w/]+)";$/gm;
	const taken = (_, names, name) => `const ${names.replaceAll(" as ", ": ")} = process.getBuiltinModule("${name}");`;
	return rewriting("own-modules", (code, file) => {
		const rewritten = code.replace(imports, taken);
		if (/^import .* from "node:/m.test(rewritten)) throw new Error(`${file}: imports otherwise`);
		return rewritten;
	});
}

/** Changes the code of every file that is built. */
function rewriting(name, change) {
	return {
		name,
		generateBundle(_options, files) {
			for (const file of Object.values(files)) if (file.type === "chunk") file.code = change(file.code, file.fileName);
		},
	};
}

/** What every `synth` needs is one file, since finding files takes longer; variants and other commands have their own. */
function command(dir) {
	const needed = new Set();
	const always = { name: "always", test: (id) => needed.has(id) };
	return {
		input: "src/cli/main.ts",
		plugins: [
			numbersAsText(),
			ascii(),
			rewriting("shared-shapes", sharedShapes),
			ownModules(),
			withoutSubprograms(),
			imported(["src/cli/run-process.ts", "src/cli/synth.ts"], needed),
		],
		platform: "node",
		logLevel: "warn",
		external: clients,
		resolve,
		output: {
			dir,
			format: "esm",
			cleanDir: true,
			comments: false,
			chunkFileNames: chunkName,
			codeSplitting: { groups: [always] },
		},
	};
}

/** Commander can start programs as subcommands, of which there are none: what it would start them with is not loaded. */
function withoutSubprograms() {
	const nothing = "\0no-subprograms";
	return {
		name: "without-subprograms",
		resolveId: (id, importer) =>
			id === "node:child_process" && /node_modules[\\/]commander[\\/]/.test(importer ?? "") ? nothing : undefined,
		load: (id) => (id === nothing ? "export default {};" : undefined),
	};
}

/** Adds the modules that some import, one way or another, but for what is only imported when it is asked for. */
function imported(roots, into) {
	const add = (context, id) => {
		if (into.has(id)) return;
		into.add(id);
		for (const each of context.getModuleInfo(id)?.importedIds ?? []) add(context, each);
	};
	return {
		name: "imported",
		buildEnd() {
			for (const root of roots) add(this, path.resolve(root));
		},
	};
}

/**
 * Every entry keeps the place that its declarations have. What a program needs are two files, since finding files takes
 * longer: one that is pure, and one that needs Pulumi. What is only imported when it is asked for is apart where a program
 * does not need it in any case, and so is what a provider loads for a single kind of resource.
 */
function library(dir) {
	// The program in the repository's root is none that anybody imports.
	const files = [...entries.map((file) => `entries/${file}`), "program/index"];
	const [small, pure, program] = [new Set(), new Set(), new Set()];
	const isIn = (modules) => (id) => modules.has(id) && !small.has(id);
	const groups = [
		{ name: "pure", test: isIn(pure), priority: 2 },
		{ name: "program", test: isIn(program), priority: 1 },
	];
	return {
		plugins: [
			numbersAsText(),
			ascii(),
			rewriting("shared-shapes", sharedShapes),
			imported(["azure-blob", "identity-guard", "local-folder"].map(internal), small),
			imported(["src/entries/core.ts", internal("local-provider")], pure),
			imported(["src/entries/index.ts"], program),
		],
		input: Object.fromEntries(files.map((file) => [file, `src/${file}.ts`])),
		preserveEntrySignatures: "allow-extension",
		platform: "node",
		logLevel: "warn",
		// There is one Pulumi per program, and the provider's address stands in state.
		external: [...clients, /^@pulumi\//, /^pulumi-cowork\//],
		resolve,
		output: {
			dir,
			format: "esm",
			chunkFileNames: (chunk) => `chunks/${chunkName(chunk)}`,
			// What is small imports nothing that is not, so that no two files need one another.
			codeSplitting: { groups, includeDependenciesRecursively: false },
		},
	};
}

function internal(name) {
	return `src/entries/internal/${name}.ts`;
}
