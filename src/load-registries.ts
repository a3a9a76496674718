import { artifactStores } from "./artifact-store/index.js";
import { knownBackends } from "./firewall/known.js";
import { inferenceRoutes } from "./inference/routes/index.js";
import { isObject } from "./json.js";
import { knownFormats, knownTemplates } from "./profiles/known.js";
import type { Registries } from "./registries.js";
import type { KnownVariants } from "./variant.js";

/**
 * The registries with those firewalls and formats alone that a deployment uses, as it is written; no other is read from
 * the disk. Programs, whose components must know everything at once, take all of them from `registries.ts`.
 */
export async function loadRegistries(written: unknown): Promise<Registries> {
	const formats = formatsOf(written);
	const [firewall, profiles, templates] = await Promise.all([
		load(knownBackends, wordsOf(written, "firewall", knownBackends)),
		load(knownFormats, formats),
		load(knownTemplates, formats),
	]);
	return { routes: inferenceRoutes, firewall, profiles, templates, stores: artifactStores };
}

function formatsOf(written: unknown): readonly string[] {
	const all = { ...knownFormats, ...knownTemplates };
	const chosen = wordsOf(written, "profiles", all);
	if (chosen.length > 0) return chosen;
	const usual = Object.entries(all).filter(([, { byDefault }]) => byDefault);
	return usual.map(([word]) => word);
}

/** The words of an axis; all that there are where one is misspelt, so that the message can name the nearest. */
function wordsOf(written: unknown, axis: "firewall" | "profiles", known: object): readonly string[] {
	const blocks = isObject(written) ? written[axis] : undefined;
	const words = isObject(blocks) ? Object.keys(blocks) : [];
	return words.every((word) => Object.hasOwn(known, word)) ? words : Object.keys(known);
}

async function load<Variant>(
	known: KnownVariants<Variant>,
	words: readonly string[],
): Promise<Readonly<Record<string, Variant>>> {
	const used = Object.entries(known).filter(([word]) => words.includes(word));
	return Object.fromEntries(await Promise.all(used.map(async ([word, { load }]) => [word, await load()] as const)));
}
