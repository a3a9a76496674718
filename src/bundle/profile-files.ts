import type { JsonObject } from "../json.js";
import type { Profile, ProfileFormat } from "../profiles/format.js";
import { describeReference, findReferences, type ReferenceLookup, resolveReferences } from "../reference.js";
import type { Registries } from "../registries.js";
import { isSecretReference } from "../secret.js";
import type { BundleFile } from "./bundle.js";
import type { GroupPart, RenderedPart } from "./part.js";

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
	const files = formats.map(
		(format): BundleFile => ({
			path: place(format),
			mediaType: format.mediaType,
			content: format.render(profile),
			group: identity.group,
			sensitive: needed.some(({ reference }) => isSecretReference(reference)),
		}),
	);
	return { files, omitted: [] };
}

function resolve({ settings }: GroupPart, lookup: ReferenceLookup): JsonObject {
	return Object.fromEntries(
		Object.entries(settings).map(([key, { value }]) => [key, resolveReferences(value, lookup)]),
	);
}
