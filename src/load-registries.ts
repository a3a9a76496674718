import { knownStores } from "./artifact-store/known.js";
import { knownBackends } from "./firewall/known.js";
import { knownRoutes } from "./inference/routes/known.js";
import { isObject } from "./json.js";
import { knownAgents } from "./observability/agents/known.js";
import { knownHosts } from "./observability/known-hosts.js";
import { valueAt } from "./path.js";
import { knownCodeFormats } from "./profiles/claude-code/known.js";
import { knownFormats, knownTemplates } from "./profiles/known.js";
import type { Registries } from "./registries.js";
import type { Loadable } from "./variant.js";

/**
 * The registries with those variants alone that a deployment uses, as it is written; no other is read from the disk.
 * Programs, whose components must know everything at once, take all of them from `registries.ts`.
 */
export async function loadRegistries(written: unknown): Promise<Registries> {
	const formats = formatsOf(written);
	return loadThose({
		routes: routesOf(written),
		firewall: wordsOf(written, "firewall", knownBackends),
		formats,
		codeFormats: codeFormatsOf(written, formats),
		stores: publishes(written) ? Object.keys(knownStores) : [],
		otherAgents: agentsOf(written),
		collectorHosts: hostsOf(written),
		claudeCode: writtenFor(written).some(({ claudeCode }) => claudeCode !== undefined),
		observability: writtenFor(written).some(({ observability }) => observability !== undefined),
	});
}

/** The registries with every variant. */
export async function loadEveryVariant(): Promise<Registries> {
	return loadThose({
		routes: Object.keys(knownRoutes),
		firewall: Object.keys(knownBackends),
		formats: Object.keys(desktopFormats),
		codeFormats: Object.keys(knownCodeFormats),
		stores: Object.keys(knownStores),
		otherAgents: Object.keys(knownAgents),
		collectorHosts: Object.keys(knownHosts),
		claudeCode: true,
		observability: true,
	});
}

/** Words of variants, by axis. */
interface Words {
	readonly routes: readonly string[];
	readonly firewall: readonly string[];
	/** Of formats and templates. */
	readonly formats: readonly string[];
	readonly codeFormats: readonly string[];
	readonly stores: readonly string[];
	readonly otherAgents: readonly string[];
	readonly collectorHosts: readonly string[];
	/** Whether there is a block for Claude Code, of whatever form. */
	readonly claudeCode: boolean;
	/** Whether there is a block for observability, of whatever form. */
	readonly observability: boolean;
}

/** Files of one command use mostly the same variants. */
const loadedBefore = new Map<string, Promise<Registries>>();

function loadThose(words: Words): Promise<Registries> {
	const key = JSON.stringify(words);
	const registries = loadedBefore.get(key) ?? loadAnew(words);
	loadedBefore.set(key, registries);
	return registries;
}

async function loadAnew(words: Words): Promise<Registries> {
	const [routes, firewall, profiles, templates, codeFormats, stores, otherAgents, collectorHosts, ofCode, observed] =
		await Promise.all([
			load(knownRoutes, words.routes),
			load(knownBackends, words.firewall),
			load(knownFormats, words.formats),
			load(knownTemplates, words.formats),
			load(knownCodeFormats, words.codeFormats),
			load(knownStores, words.stores),
			load(knownAgents, words.otherAgents),
			load(knownHosts, words.collectorHosts),
			words.claudeCode ? import("./claude-code/index.js") : undefined,
			words.observability ? import("./observability/index.js") : undefined,
		]);
	return {
		routes,
		firewall,
		profiles,
		templates,
		codeFormats,
		stores,
		otherAgents,
		collectorHosts,
		...(ofCode && { claudeCode: ofCode.claudeCode }),
		...(observed && { observability: observed.observability }),
	};
}

/** The one that is chosen; all that there are where it is not exactly one, so that the message can name them. */
function routesOf(written: unknown): readonly string[] {
	const words = wordsOf(written, "inference", knownRoutes);
	return words.length === 1 ? words : Object.keys(knownRoutes);
}

function publishes(written: unknown): boolean {
	return isObject(written) && isObject(written.publish);
}

/** A misspelt one is told by the words alone. */
function agentsOf(written: unknown): readonly string[] {
	const named = isObject(written) ? written.otherAgents : undefined;
	return Array.isArray(named) ? Object.keys(knownAgents).filter((word) => named.includes(word)) : [];
}

/** The place for a collector that is named; all that there are where none is known, so that the message can name them. */
function hostsOf(written: unknown): readonly string[] {
	const provision = valueAt(written, ["observability", "collector", "provision"]);
	if (provision === undefined) return [];
	const words = isObject(provision) ? Object.keys(provision) : [];
	return words.length > 0 && words.every((word) => Object.hasOwn(knownHosts, word)) ? words : Object.keys(knownHosts);
}

const desktopFormats = { ...knownFormats, ...knownTemplates };
const everyFormat = { ...desktopFormats, ...knownCodeFormats };

function formatsOf(written: unknown): readonly string[] {
	const chosen = wordsOf(written, "profiles", everyFormat);
	// A format for Claude Code takes the place of none for Claude Desktop.
	if (chosen.some((word) => !Object.hasOwn(knownCodeFormats, word))) return chosen;
	const usual = Object.entries(desktopFormats).filter(([, { byDefault }]) => byDefault);
	return [...chosen, ...usual.map(([word]) => word)];
}

/** Those that are chosen, and the usual ones where some group has settings of Claude Code. */
function codeFormatsOf(written: unknown, formats: readonly string[]): readonly string[] {
	const chosen = formats.filter((word) => Object.hasOwn(knownCodeFormats, word));
	return chosen.length > 0 || !hasCode(written) ? chosen : Object.keys(knownCodeFormats);
}

/** A deployment as it is written, or the part of a group. */
function hasCode(written: unknown): boolean {
	return writtenFor(written).some(({ claudeCode, code }) => isObject(claudeCode) || isObject(code));
}

/** What is written for all groups, and for each. */
function writtenFor(written: unknown): readonly Record<string, unknown>[] {
	if (!isObject(written)) return [];
	return [written, ...Object.values(isObject(written.groups) ? written.groups : {})].filter(isObject);
}

/** The words of an axis; all that there are where one is misspelt, so that the message can name the nearest. */
function wordsOf(written: unknown, axis: "inference" | "firewall" | "profiles", known: object): readonly string[] {
	const blocks = isObject(written) ? written[axis] : undefined;
	const words = isObject(blocks) ? Object.keys(blocks) : [];
	return words.every((word) => Object.hasOwn(known, word)) ? words : Object.keys(known);
}

async function load<Variant>(
	known: Loadable<Variant>,
	words: readonly string[],
): Promise<Readonly<Record<string, Variant>>> {
	const used = Object.entries(known).filter(([word]) => words.includes(word));
	return Object.fromEntries(await Promise.all(used.map(async ([word, { load }]) => [word, await load()] as const)));
}
