import { sha256 } from "../../bundle/bundle.js";
import type { GroupPart, PerimeterPart } from "../../bundle/part.js";
import { groupFiles, perimeterFiles } from "../../bundle/part-files.js";
import { groupRules, perimeterRules } from "../../bundle/part-rules.js";
import type { ManagedConfiguration } from "../../configuration/managed-configuration.js";
import { deriveEgress } from "../../egress/derive.js";
import { compareText } from "../../json.js";
import type { Outcome } from "../../outcome.js";
import { DeploymentError } from "../../problem.js";
import { type ReferenceLookup, referenceName } from "../../reference/reference.js";
import { registries } from "../../registries.js";
import type { PublishedFile } from "./published-files.js";

/** What a group's egress plan follows from besides its settings. */
export type Circumstances = Omit<ManagedConfiguration, "group" | "settings" | "platforms">;

/** A group's part on its way to a store, without the egress plan: that is by far the largest, and follows from the rest. */
export interface PublishedGroup extends Omit<GroupPart, "egress"> {
	readonly circumstances: Circumstances;
}

/** The part of a bundle that one resource publishes, as plain JSON. */
export type PublishedPart = { readonly group: PublishedGroup } | { readonly perimeter: PerimeterPart };

/** Values by `referenceName`. */
export type Values = Readonly<Record<string, string>>;

export interface RenderedFile extends PublishedFile {
	readonly content: Uint8Array;
}

export function publishedGroup(
	{ egress: _, ...part }: GroupPart,
	{ group, settings, platforms, ...circumstances }: ManagedConfiguration,
): PublishedPart {
	return { group: { ...part, circumstances } };
}

/** The files of a part. A value that is not there is an error: without it published profiles would vanish. */
export async function renderPart(part: PublishedPart, values: Values): Promise<RenderedFile[]> {
	const files = await ("group" in part ? renderWhole(part.group, values) : renderPerimeter(part.perimeter));
	return files.map(({ path, content, mediaType, sensitive }) => ({
		path,
		sha256: sha256(content),
		mediaType,
		sensitive,
		content,
	}));
}

async function renderPerimeter(part: PerimeterPart) {
	const rules = valueOrThrow(perimeterRules(part, registries));
	return valueOrThrow(await perimeterFiles(part, rules, registries)).files;
}

async function renderWhole({ circumstances, ...part }: PublishedGroup, values: Values) {
	const configuration: ManagedConfiguration = {
		...circumstances,
		...part,
		group: part.identity.group,
		settings: settingsOf(part),
	};
	const whole: GroupPart = { ...part, egress: deriveEgress(configuration) };
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
function settingsOf({ settings }: Pick<GroupPart, "settings">): ManagedConfiguration["settings"] {
	const entries = Object.entries(settings).sort(([a], [b]) => compareText(a, b));
	return new Map(entries.map(([key, { value, layer }]) => [key, { value, layer, path: [], overrides: [] }]));
}
