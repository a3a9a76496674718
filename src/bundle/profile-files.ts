import type { JsonObject } from "../json.js";
import type { Profile, ProfileFormat } from "../profiles/format.js";
import type { Registries } from "../registries.js";
import { describeSecret, findSecrets, revealSecrets, type SecretLookup } from "../secret.js";
import type { BundleFile } from "./bundle.js";
import type { GroupPart, RenderedPart } from "./part.js";

/** A group's profiles, one per format; without one of its secrets none can be rendered. */
export function profileFiles(part: GroupPart, registries: Registries, secrets: SecretLookup): RenderedPart {
	const { identity } = part;
	const formats = part.formats.map((name) => registries.profiles[name]).filter((format) => format !== undefined);
	const place = (format: ProfileFormat) =>
		`groups/${identity.group}/profiles/${format.platform}/${format.fileName(identity)}`;
	const needed = Object.values(part.settings).flatMap(({ value }) => findSecrets(value));
	const missing = needed.filter(({ reference }) => secrets(reference) === undefined);
	if (missing.length > 0) {
		const needs = [...new Set(missing.map(({ reference }) => describeSecret(reference)))].join(" and ");
		const because = `needs ${needs}, which is not available`;
		return { files: [], omitted: formats.map((format) => ({ path: place(format), because })) };
	}
	const profile: Profile = { identity, settings: reveal(part, secrets) };
	const files = formats.map(
		(format): BundleFile => ({
			path: place(format),
			mediaType: format.mediaType,
			content: format.render(profile),
			group: identity.group,
			sensitive: needed.length > 0,
		}),
	);
	return { files, omitted: [] };
}

function reveal({ settings }: GroupPart, secrets: SecretLookup): JsonObject {
	return Object.fromEntries(Object.entries(settings).map(([key, { value }]) => [key, revealSecrets(value, secrets)]));
}
