import { carriesSecret } from "../configuration/carries-secret.js";
import type { JsonObject } from "../json.js";
import type { Profile, ProfileFormat } from "../profiles/format.js";
import type { ReferenceLookup } from "../reference/reference.js";
import { findReferences, replaceReferences } from "../reference/walk.js";
import { describeReference } from "../reference/words.js";
import type { Registries } from "../registries.js";
import type { BundleFile, RenderedPart } from "./bundle.js";
import type { GroupPart } from "./part.js";

/** A group's profiles, one per format; without one of the values it refers to none can be rendered. */
export function profileFiles(part: GroupPart, registries: Registries, lookup: ReferenceLookup): RenderedPart {
	const { identity } = part;
	const formats = part.formats.map((name) => registries.profiles[name]).filter((format) => format !== undefined);
	const place = (format: ProfileFormat) =>
		`groups/${identity.group}/profiles/${format.platform}/${format.fileName(identity)}`;
	const needed = Object.values(part.settings).flatMap(({ value }) => findReferences(value));
	const missing = needed.filter(({ reference }) => lookup(reference) === undefined);
	if (missing.length > 0) {
		const names = [...new Set(missing.map(({ reference }) => describeReference(reference)))];
		const because = `needs ${names.join(" and ")}, which ${names.length === 1 ? "is" : "are"} not available`;
		return { files: [], omitted: formats.map((format) => ({ path: place(format), because })) };
	}
	const profile: Profile = { identity, settings: resolve(part, lookup) };
	const sensitive = Object.entries(part.settings).some(([key, { value }]) => carriesSecret(key, value));
	const files = formats.map(
		(format): BundleFile => ({
			path: place(format),
			mediaType: format.mediaType,
			content: format.render(profile),
			group: identity.group,
			sensitive,
		}),
	);
	return { files, omitted: [] };
}

function resolve({ settings }: GroupPart, lookup: ReferenceLookup): JsonObject {
	const found: Parameters<typeof replaceReferences>[1] = (reference) => {
		const value = lookup(reference);
		if (value === undefined) throw new Error(`${describeReference(reference)} is not available`);
		return value;
	};
	return Object.fromEntries(Object.entries(settings).map(([key, { value }]) => [key, replaceReferences(value, found)]));
}
