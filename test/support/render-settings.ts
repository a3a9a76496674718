import { managedKeys } from "../../src/configuration/catalogue.js";
import { isCredential, type ManagedKey, sourcesOf, takesSecretsInside } from "../../src/configuration/managed-key.js";
import { declarations, typeOf } from "./declarations.js";

/** A secret may stand for text inside an object. */
const inside = { secretsAllowed: true };

/** The text of `src/configuration/setting-structures.ts`. */
export function renderStructures(): string {
	return [
		...head,
		"",
		declarations(
			Object.values<ManagedKey>(managedKeys).map(({ shape }) => shape),
			inside,
		),
	].join("\n");
}

/** The text of `src/configuration/managed-settings.ts`. */
export function renderSettings(): string {
	const keys = Object.entries<ManagedKey>(managedKeys).map(([name, key]) => renderKey(name, key));
	const text = keys.join("\n");
	const names = [...renderStructures().matchAll(/^export (?:interface|type) (\w+)/gm)].flatMap(
		([, name]) => name ?? [],
	);
	const needed = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
	return [
		...head,
		"import type {",
		...needed.map((name) => `\t${name},`),
		'} from "./setting-structures.js";',
		"",
		"/**",
		" * Managed keys of Claude Desktop in their native types; every key may be absent.",
		" * A secret is a reference; it may also stand for text inside an object.",
		" */",
		"export interface ManagedSettings<Secret = SecretReference> {",
		text,
		"}",
		"",
	].join("\n");
}

const head = [
	"// Rendered from the catalogue by test/configuration/managed-settings.test.ts; `npx vitest run -u` writes it anew.",
	'import type { SecretReference } from "../reference/reference.js";',
];

function renderKey(name: string, key: ManagedKey): string {
	const lines = [
		key.summary,
		"",
		`${[`Since ${key.since}`, ...limits(key)].join("; ")}.`,
		`@default ${defaultOf(key)}`,
		`@see ${sourcesOf(name, key)[0]}`,
		...(key.deprecated === undefined ? [] : [`@deprecated ${key.deprecated}`]),
	];
	const comment = lines.map((line) => (line === "" ? "\t *" : `\t * ${line}`));
	return ["\t/**", ...comment, "\t */", declaration(name, typeOfKey(key))].join("\n");
}

function limits(key: ManagedKey): string[] {
	const { min, max, providers, platforms } = key;
	const unit = key.type === "string" ? " characters" : "";
	const bounds = min === undefined ? (max === undefined ? [] : [`at most ${max}${unit}`]) : [`${min} to ${max}`];
	return [
		...bounds,
		...(providers ? [`read on ${providers.join(", ")}`] : []),
		...(platforms ? [`read on ${platforms.join(", ")}`] : []),
		...(key.delivery === "mdm" ? ["from the device's own configuration alone, never from bootstrap"] : []),
	];
}

function defaultOf(key: ManagedKey): string {
	const known =
		key.default === undefined ? [] : [typeof key.default === "string" ? key.default : JSON.stringify(key.default)];
	const words = [...known, ...(key.defaultNote === undefined ? [] : [key.defaultNote])];
	return words.length === 0 ? "- not set" : `${known.length === 0 ? "- " : ""}${words.join("; ")}`;
}

function typeOfKey(key: ManagedKey): string {
	return isCredential(key) ? "Secret" : typeOf(key.shape, { secretsAllowed: takesSecretsInside(key) });
}

/** One member, broken as the formatter breaks it. */
function declaration(name: string, type: string): string {
	const line = `readonly ${name}?: ${type};`;
	const indent = 2;
	if (line.length + indent <= 120) return `\t${line}`;
	const listed = /^readonly \((.*)\)\[\]$/.exec(type)?.[1];
	if (listed !== undefined) {
		const items = listed.split(" | ").map((item) => `\t\t| ${item}`);
		return [`\treadonly ${name}?: readonly (`, ...items, "\t)[];"].join("\n");
	}
	const items = type.split(" | ").map((item) => `\t\t| ${item}`);
	return [`\treadonly ${name}?:`, `${items.join("\n")};`].join("\n");
}
