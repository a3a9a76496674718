import { made } from "../outcome.js";
import { type Problem, warning } from "../problem.js";
import type { CarriedSettings, ProfileEnvelope } from "./carried.js";
import { codeDomain } from "./claude-code/code-format.js";
import { claudeDomain } from "./configuration-profile.js";
import type { Decoding } from "./format.js";
import { carriedByPlist, isDictionary, type PlistDictionary, type PlistValue } from "./read-plist.js";
import { unreadable } from "./read-text.js";

/** Preferences of any domain, as older device management wraps them: by domain, and by how they are set. */
const wrappedPreferences = "com.apple.ManagedClient.preferences";
/** The settings of each payload for Claude Desktop in a configuration profile; warnings name the other payloads. */
export function readConfigurationProfile(profile: PlistDictionary): Decoding {
	const expected = `expected a configuration profile with a payload of type ${claudeDomain}`;
	if (profile.PayloadType !== "Configuration") return unreadable(expected);
	const payloads: readonly PlistValue[] = Array.isArray(profile.PayloadContent) ? profile.PayloadContent : [];
	const scope = profile.PayloadScope === "User" ? "user" : "machine";
	const envelope = envelopeOf(profile);
	const carried: CarriedSettings[] = [];
	const warnings: Problem[] = [];
	for (const payload of payloads.filter(isDictionary)) {
		const found = settingsOf(payload, claudeDomain);
		if (found.length === 0) warnings.push(notOurs(payload));
		carried.push(...found.map((settings) => carriedByPlist(settings, { scope, profile: envelope })));
	}
	if (carried.length > 0) return made(carried, warnings);
	const [other] = warnings;
	return unreadable(other ? `${expected}; ${other.message}` : expected);
}

/** The settings of each payload for Claude Code in the same; none where it has no such payload. */
export function codeOfProfile(profile: PlistDictionary): readonly CarriedSettings[] {
	const payloads: readonly PlistValue[] = Array.isArray(profile.PayloadContent) ? profile.PayloadContent : [];
	const scope = profile.PayloadScope === "User" ? "user" : "machine";
	const place = { scope, native: true, code: "policy", profile: envelopeOf(profile) } as const;
	return payloads
		.filter(isDictionary)
		.flatMap((payload) => settingsOf(payload, codeDomain))
		.map((settings) => carriedByPlist(settings, place));
}

function envelopeOf(profile: PlistDictionary): ProfileEnvelope {
	const text = (value: PlistValue | undefined) => (typeof value === "string" ? value : undefined);
	const identifier = text(profile.PayloadIdentifier);
	const displayName = text(profile.PayloadDisplayName);
	const organization = text(profile.PayloadOrganization);
	return {
		...(identifier !== undefined && { identifier }),
		...(displayName !== undefined && { displayName }),
		...(organization !== undefined && { organization }),
	};
}

/** The dictionaries of settings in a payload: itself, or what it wraps. */
function settingsOf(payload: PlistDictionary, domain: string): readonly PlistDictionary[] {
	if (payload.PayloadType === domain) return [payload];
	if (payload.PayloadType !== wrappedPreferences) return [];
	const domains = payload.PayloadContent;
	const ours = isDictionary(domains) ? domains[domain] : undefined;
	const ways: readonly PlistValue[] = isDictionary(ours) ? Object.values(ours) : [];
	return ways
		.flatMap((way): readonly PlistValue[] => (Array.isArray(way) ? way : []))
		.filter(isDictionary)
		.map((each) => each.mcx_preference_settings)
		.filter(isDictionary);
}

function notOurs({ PayloadType: type }: PlistDictionary): Problem {
	if (type === codeDomain) {
		const message = `a payload of type ${codeDomain} holds settings of Claude Code, which Claude Desktop does not read; it is left out`;
		return warning("other-product", [], message);
	}
	const named = typeof type === "string" ? `a payload of type ${type}` : "a payload without a type";
	return warning("left-out", [], `${named} is none of Claude Desktop; it is left out`);
}
