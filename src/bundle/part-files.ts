import type { BlockRules } from "../firewall/block-rules.js";
import { type JsonValue, sortMembers } from "../json.js";
import type { ReferenceLookup } from "../reference/reference.js";
import type { Registries } from "../registries.js";
import type { BundleFile, RenderedPart } from "./bundle.js";
import { egressFiles } from "./egress-files.js";
import type { GroupPart, PerimeterPart } from "./part.js";
import { profileFiles } from "./profile-files.js";
import { settingsFile } from "./settings-file.js";

/**
 * The files of one group.
 * The order of members does not matter: a part may come from a file, or from an engine that keeps no order.
 */
export function groupFiles(
	given: GroupPart,
	rules: readonly BlockRules[],
	registries: Registries,
	lookup: ReferenceLookup,
): RenderedPart {
	const part = { ...given, settings: inOrder(given.settings) };
	const { group } = part.identity;
	const profiles = profileFiles(part, registries, lookup);
	const egress = egressFiles(part.egress, { folder: `groups/${group}/`, group, rules });
	return { files: [settingsFile(part), ...egress, ...profiles.files], omitted: profiles.omitted };
}

/** The files that serve every group. */
export function perimeterFiles(part: PerimeterPart, rules: readonly BlockRules[]): readonly BundleFile[] {
	return egressFiles(part.egress, { folder: "", rules });
}

function inOrder(settings: GroupPart["settings"]): GroupPart["settings"] {
	// Settings are plain JSON, and sorting their members keeps their form.
	return sortMembers(settings as unknown as JsonValue) as unknown as GroupPart["settings"];
}
