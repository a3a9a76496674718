import { type BundleFile, textFile } from "../../bundle/bundle.js";
import { type ListedFile, manifestFile } from "../../bundle/manifest.js";
import type { GroupPart, PerimeterPart } from "../../bundle/part.js";
import { groupFiles, perimeterFiles } from "../../bundle/part-files.js";
import { groupRules, perimeterRules } from "../../bundle/part-rules.js";
import type { ManagedConfiguration } from "../../configuration/managed-configuration.js";
import { deriveEgress } from "../../egress/derive.js";
import type { EgressPlan } from "../../egress/plan.js";
import { inferenceRoutes } from "../../inference/routes/index.js";
import { compareText, type JsonObject } from "../../json.js";
import { loadRegistries } from "../../load-registries.js";
import { oncePer } from "../../once-per.js";
import type { Outcome } from "../../outcome.js";
import { DeploymentError } from "../../problem.js";
import { indexPage } from "../../publication/index-page.js";
import { indexPath } from "../../publication/layout.js";
import type { PublicationIndex } from "../../publication/publication-index.js";
import { type ReferenceLookup, referenceName } from "../../reference/reference.js";
import { findReferences } from "../../reference/walk.js";

/** What a group's egress plan follows from besides its settings. */
export type Circumstances = Omit<ManagedConfiguration, "group" | "settings" | "platforms" | "code">;

/** A group's part without the egress plan: that is by far the largest, and follows from the rest. */
export interface GroupRecipe extends Omit<GroupPart, "egress"> {
	readonly circumstances: Circumstances;
}

/** What the manifest is made of: every file that the stores have by then. */
export interface ManifestRecipe {
	readonly inputDigest: string;
	readonly files: readonly ListedFile[];
}

/** What the files of one part are rendered from, as plain JSON. */
export type PartRecipe =
	| { readonly index: PublicationIndex }
	| { readonly group: GroupRecipe }
	| { readonly perimeter: PerimeterPart }
	| { readonly manifest: ManifestRecipe };

/** Values by `referenceName`. */
export type Values = Readonly<Record<string, string>>;

export function groupRecipe(
	{ egress: _, ...part }: GroupPart,
	{ group, settings, platforms, code, ...circumstances }: ManagedConfiguration,
): PartRecipe {
	return { group: { ...part, circumstances } };
}

/** The recipe without options of formats that refer to values, which no stand-in would fit; it has the same files. */
export function withoutReferringOptions(recipe: PartRecipe): PartRecipe {
	if (!("group" in recipe)) return recipe;
	const plain = (block: JsonObject) =>
		Object.fromEntries(Object.entries(block).filter(([, option]) => findReferences(option).length === 0));
	const profiles = Object.entries(recipe.group.profiles).map(([word, block]) => [word, plain(block)]);
	return { group: { ...recipe.group, profiles: Object.fromEntries(profiles) } };
}

/** The files of a part. A value that is not there is an error: without it published profiles would vanish. */
export async function renderPart(recipe: PartRecipe, values: Values): Promise<readonly BundleFile[]> {
	if ("manifest" in recipe) return [renderManifest(recipe.manifest)];
	if ("index" in recipe) return [textFile(indexPath, "text/html", indexPage(recipe.index))];
	return "group" in recipe ? renderGroup(recipe.group, values) : renderPerimeter(recipe.perimeter);
}

function renderManifest({ inputDigest, files }: ManifestRecipe): BundleFile {
	const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
	// An engine keeps no order of members.
	const listed = sorted.map(({ path, sha256, bytes, mediaType, group, sensitive }) => ({
		path,
		sha256,
		bytes,
		mediaType,
		...(group !== undefined && { group }),
		sensitive,
	}));
	// Whatever could be omitted ended the program before anything was registered.
	return manifestFile(inputDigest, listed, []);
}

async function renderPerimeter(part: PerimeterPart) {
	const { firewall, templates, otherAgents } = part;
	const registries = await loadRegistries({ firewall, profiles: templates, otherAgents });
	const rules = valueOrThrow(perimeterRules(part, registries));
	return valueOrThrow(await perimeterFiles(part, rules, registries)).files;
}

/** What a group's devices must reach. Who tells what a change means and who renders the files ask for one recipe. */
export const egressOf = oncePer(({ circumstances, ...part }: GroupRecipe): EgressPlan => {
	const group = part.identity.group;
	const { code, ...rest } = part;
	const configuration: ManagedConfiguration = {
		...circumstances,
		...rest,
		group,
		settings: settingsOf(part.settings),
		...(code && { code: codeOf(code) }),
	};
	return deriveEgress(configuration, inferenceRoutes);
});

async function renderGroup(recipe: GroupRecipe, values: Values) {
	const { circumstances: _, ...part } = recipe;
	const registries = await loadRegistries(part);
	const whole: GroupPart = { ...part, egress: egressOf(recipe) };
	const rules = valueOrThrow(groupRules(whole, registries));
	const lookup: ReferenceLookup = (reference) => values[referenceName(reference)];
	const { files, omitted } = valueOrThrow(await groupFiles(whole, rules, registries, lookup));
	const [first] = omitted;
	if (first) throw new Error(`${first.path} ${first.because}`);
	return files;
}

/** What was made, and was before anything was registered. */
function valueOrThrow<Value>({ value, problems }: Outcome<Value>): Value {
	if (value === undefined) throw new DeploymentError(problems);
	return value;
}

/** State keeps no order of members, and no place that a value was written at. */
function settingsOf(settings: GroupPart["settings"]): ManagedConfiguration["settings"] {
	const entries = Object.entries(settings).sort(([a], [b]) => compareText(a, b));
	return new Map(entries.map(([key, { value, layer }]) => [key, { value, layer, path: [], overrides: [] }]));
}

/** What is known of the places that settings of Claude Code came from was told before anything was registered. */
function codeOf({ settings, mcpServers }: NonNullable<GroupPart["code"]>): NonNullable<ManagedConfiguration["code"]> {
	return {
		settings: settingsOf(settings),
		...(mcpServers && { mcpServers: settingsOf(mcpServers) }),
		followed: new Map(),
		notCarried: [],
		eased: [],
		at: [[]],
	};
}
