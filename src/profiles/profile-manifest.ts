import { managedKeys } from "../configuration/catalogue.js";
import { describeKey } from "../configuration/key-description.js";
import { documentation, leastOf, type ManagedKey } from "../configuration/managed-key.js";
import { made } from "../outcome.js";
import { factsEdition } from "../version.js";
import { claudeDomain } from "./configuration-profile.js";
import type { ProfileTemplate } from "./format.js";
import { type PlistDictionary, writePlist } from "./plist-writer.js";

/** Editors find a manifest by the name of its domain. */
const fileName = `${claudeDomain}.plist`;

/** Manifest with every key of the catalogue, for editors of configuration profiles such as ProfileCreator and iMazing. */
export const profileManifest: ProfileTemplate<Record<never, never>> = {
	title: "Apple profile manifest",
	docs: "https://github.com/ProfileManifests/ProfileManifests/wiki/Manifest-Format",
	evidence: "read by Python's plistlib",
	platforms: ["macos"],
	byDefault: false,
	options: {},
	examples: { plain: {} },

	render() {
		const content = writePlist({
			pfm_app_url: documentation,
			pfm_description: "Managed configuration of Claude Desktop on third-party inference",
			pfm_documentation_url: `${documentation}configuration`,
			pfm_domain: claudeDomain,
			pfm_format_version: 1,
			pfm_last_modified: new Date(factsEdition.date),
			pfm_platforms: ["macOS"],
			pfm_subkeys: [...payloadKeys, ...Object.entries<ManagedKey>(managedKeys).map(subkey)],
			pfm_targets: ["system"],
			pfm_title: "Claude Desktop (Cowork)",
			pfm_unique: true,
			// Grows with every edition of the catalogue.
			pfm_version: Number(factsEdition.date.replaceAll("-", "")),
		});
		return made([{ name: fileName, mediaType: "application/x-plist", content }]);
	},
};

/** What every payload has around its settings. */
const payloadKeys: readonly PlistDictionary[] = [
	payloadKey("PayloadDescription", "Payload description", { pfm_default: "Settings of Claude Desktop" }),
	payloadKey("PayloadDisplayName", "Payload display name", { pfm_default: "Claude Desktop", pfm_require: "always" }),
	payloadKey("PayloadIdentifier", "Payload identifier", { pfm_default: claudeDomain, pfm_require: "always" }),
	payloadKey("PayloadType", "Payload type", { pfm_default: claudeDomain, pfm_require: "always" }),
	payloadKey("PayloadUUID", "Payload UUID", {
		pfm_format: "^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$",
		pfm_require: "always",
	}),
	payloadKey("PayloadVersion", "Payload version", {
		pfm_default: 1,
		pfm_range_list: [1],
		pfm_require: "always",
		pfm_type: "integer",
	}),
	payloadKey("PayloadOrganization", "Payload organization", {}),
];

function payloadKey(name: string, title: string, more: PlistDictionary): PlistDictionary {
	return { pfm_description: `${title} of the profile.`, pfm_name: name, pfm_title: title, pfm_type: "string", ...more };
}

function subkey([name, key]: readonly [string, ManagedKey]): PlistDictionary {
	const { sentences, source } = describeKey(name, key);
	return {
		pfm_app_min: key.since,
		...defaultOf(key),
		pfm_description: sentences.join(" "),
		pfm_documentation_url: source,
		pfm_name: name,
		...boundsOf(key),
		...(key.secret && { pfm_sensitive: true }),
		pfm_title: name,
		pfm_type: typeOf(key),
	};
}

/** Lists and objects are JSON in a text: old apps lose native ones. */
function typeOf({ type }: ManagedKey): string {
	if (type === "boolean" || type === "integer") return type;
	return type === "number" ? "real" : "string";
}

function defaultOf({ type, default: value }: ManagedKey): PlistDictionary {
	const isFitting =
		typeof value === "boolean" || typeof value === "string" || (type === "integer" && typeof value === "number");
	return isFitting ? { pfm_default: value } : {};
}

function boundsOf(key: ManagedKey): PlistDictionary {
	const { type, values, max } = key;
	if (type === "enum" && values) return { pfm_range_list: values };
	if (type !== "integer") return {};
	return { ...(max !== undefined && { pfm_range_max: max }), pfm_range_min: leastOf(key) };
}
