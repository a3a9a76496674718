import { readFileSync } from "node:fs";
import { firewallBackends } from "../../src/firewall/index.js";
import { codeFormats } from "../../src/profiles/claude-code/index.js";
import { profileFormats, profileTemplates } from "../../src/profiles/index.js";

interface Variant {
	readonly title: string;
	readonly docs: string;
	readonly evidence: string;
	readonly options: object;
	readonly byDefault?: boolean;
}

/** The text of `src/firewall/known.ts`. */
export function renderKnownBackends(): string {
	const files = filesOf("src/firewall/index.ts");
	return [
		head,
		'import type { KnownVariants } from "../variant.js";',
		'import type { FirewallBackend } from "./backend.js";',
		'import type { FirewallBackendName } from "./index.js";',
		"",
		"/** Every firewall that a deployment can ask for, before its file is loaded. */",
		literal("knownBackends", "KnownVariants<FirewallBackend, FirewallBackendName>", firewallBackends, files),
	].join("\n");
}

/** The text of `src/profiles/known.ts`. */
export function renderKnownFormats(): string {
	const files = filesOf("src/profiles/index.ts");
	const usual = usualOf({ ...profileFormats, ...profileTemplates });
	return [
		head,
		'import type { KnownVariants } from "../variant.js";',
		'import type { ProfileFormat, ProfileTemplate } from "./format.js";',
		'import type { profileFormats, profileTemplates } from "./index.js";',
		...usual.map((word) => `import { ${word} } from "${files.get(word)}";`),
		"",
		"/** Every format that carries a group's settings, before its file is loaded. */",
		literal("knownFormats", "KnownVariants<ProfileFormat, keyof typeof profileFormats>", profileFormats, files, usual),
		"/** Every format without values, before its file is loaded. */",
		literal(
			"knownTemplates",
			"KnownVariants<ProfileTemplate, keyof typeof profileTemplates>",
			profileTemplates,
			files,
			usual,
		),
	].join("\n");
}

/** The text of `src/profiles/claude-code/known.ts`. */
export function renderKnownCodeFormats(): string {
	const files = filesOf("src/profiles/claude-code/index.ts");
	return [
		head,
		'import type { KnownVariants } from "../../variant.js";',
		'import type { CodeFormat } from "./code-format.js";',
		'import type { codeFormats } from "./index.js";',
		"",
		"/** Every format for Claude Code, before its file is loaded. */",
		literal("knownCodeFormats", "KnownVariants<CodeFormat, keyof typeof codeFormats>", codeFormats, files),
	].join("\n");
}

const head =
	"// Rendered from the registry beside it by test/known-variants.test.ts; `npx vitest run -u` writes it anew.";

/** What is written by default: nearly every deployment uses it, and finding a file takes longer than reading on. */
function usualOf(variants: Readonly<Record<string, Variant>>): string[] {
	return Object.keys(variants).filter((word) => variants[word]?.byDefault);
}

/** The file of each word, as the registry imports it. */
function filesOf(registry: string): ReadonlyMap<string, string> {
	const imports = readFileSync(registry, "utf8").matchAll(/^import \{ (\w+) \} from "(\..*)";$/gm);
	return new Map([...imports].map(([, word = "", file = ""]) => [word, file]));
}

function literal(
	name: string,
	type: string,
	variants: Readonly<Record<string, Variant>>,
	files: ReadonlyMap<string, string>,
	usual: readonly string[] = [],
): string {
	const entries = Object.entries(variants).flatMap(([word, variant]) =>
		entry(word, variant, usual.includes(word), files.get(word)),
	);
	if (entries.length === 0) return `export const ${name}: ${type} = {};\n`;
	return [`export const ${name}: ${type} = {`, ...entries, "};", ""].join("\n");
}

function entry(
	word: string,
	{ title, docs, evidence, options, byDefault }: Variant,
	isUsual: boolean,
	file?: string,
): string[] {
	if (file === undefined) throw new Error(`${word} is imported from no file of its own`);
	const names = Object.keys(options).map((name) => JSON.stringify(name));
	return [
		`\t${word}: {`,
		`\t\ttitle: ${JSON.stringify(title)},`,
		`\t\tdocs: ${JSON.stringify(docs)},`,
		`\t\tevidence: ${JSON.stringify(evidence)},`,
		`\t\toptions: [${names.join(", ")}],`,
		...(byDefault === undefined ? [] : [`\t\tbyDefault: ${byDefault},`]),
		`\t\tload: async () => ${isUsual ? word : `(await import("${file}")).${word}`},`,
		"\t},",
	];
}
