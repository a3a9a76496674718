import { carriesSecret } from "../configuration/carries-secret.js";
import type { JsonObject } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { formatPath } from "../path.js";
import { below, isError, type Problem } from "../problem.js";
import { eachPlatform } from "../profiles/chosen-formats.js";
import type { ProfileFile } from "../profiles/format.js";
import { profilePath } from "../profiles/profile-path.js";
import { encodeSettings } from "../profiles/settings.js";
import type { Reference, ReferenceLookup } from "../reference/reference.js";
import { findReferences, replaceReferences } from "../reference/walk.js";
import { describeReference } from "../reference/words.js";
import type { Registries } from "../registries.js";
import type { BundleFile, Omission, RenderedPart } from "./bundle.js";
import type { GroupPart } from "./part.js";

/** A group's profiles; where one of the values that they refer to is missing, those that carry values are left out. */
export async function profileFiles(
	part: GroupPart,
	/** Of the group's settings. */
	revision: string,
	{ profiles }: Registries,
	lookup: ReferenceLookup,
): Promise<Outcome<RenderedPart>> {
	const { identity, preset } = part;
	const { group } = identity;
	const because = whyMissing(Object.values(part.settings), lookup);
	const settings = encodeSettings(because === undefined ? resolve(part, lookup) : {});
	if (!settings.value) {
		return { problems: settings.problems.map((problem) => below(["groups", group, "settings"], problem)) };
	}
	const secret = Object.entries(part.settings).some(([key, { value }]) => carriesSecret(key, value));
	const files: BundleFile[] = [];
	const omitted: Omission[] = [];
	const problems: Problem[] = [];
	for (const { word, format, options, platform } of eachPlatform(part.profiles, profiles, part.platforms)) {
		const place = (name: string) => profilePath(group, platform, name);
		const add = (rendered: readonly ProfileFile[], sensitive: boolean) => {
			for (const { name, mediaType, content } of rendered)
				files.push({ path: place(name), mediaType, content, group, sensitive });
		};
		add(format.beside?.(identity, options) ?? [], false);
		const why = because ?? whyMissing(options, lookup);
		if (why !== undefined) {
			omitted.push(...format.fileNames(identity).map((name) => ({ path: place(name), because: why })));
			continue;
		}
		const profile = { identity, platform, preset, revision, settings: settings.value };
		const rendered = await format.render(profile, resolveOptions(options, lookup));
		add(rendered.value ?? [], secret);
		problems.push(...rendered.problems.map((problem) => ofFormat(word, group, problem)));
	}
	return problems.some(isError) ? { problems } : made({ files, omitted }, problems);
}

/** Says which values are missing of those that are referred to; undefined where none is. */
function whyMissing(within: unknown, lookup: ReferenceLookup): string | undefined {
	const missing = findReferences(within).filter(({ reference }) => lookup(reference) === undefined);
	const names = [...new Set(missing.map(({ reference }) => describeReference(reference)))];
	if (names.length === 0) return undefined;
	return `needs ${names.join(" and ")}, which ${names.length === 1 ? "is" : "are"} not available`;
}

function resolve({ settings }: GroupPart, lookup: ReferenceLookup): JsonObject {
	const found = orThrow(lookup);
	return Object.fromEntries(Object.entries(settings).map(([key, { value }]) => [key, replaceReferences(value, found)]));
}

function resolveOptions(options: JsonObject, lookup: ReferenceLookup): JsonObject {
	const found = orThrow(lookup);
	return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, replaceReferences(value, found)]));
}

function orThrow(lookup: ReferenceLookup): (reference: Reference) => string {
	return (reference) => {
		const value = lookup(reference);
		if (value === undefined) throw new Error(`${describeReference(reference)} is not available`);
		return value;
	};
}

/** What a format says of a group's settings, at the format. */
function ofFormat(word: string, group: string, { path, message, ...problem }: Problem): Problem {
	const key = path.length === 0 ? "" : `${formatPath(path)} `;
	return { ...problem, path: ["profiles", word], message: `for group ${group}, ${key}${message}` };
}
