import { namedProfile } from "../../profiles/profile-name.js";
import type { ReadSettings } from "../read-device-file.js";

/** Whose profile a file is, where this package wrote it: with the same words the next one replaces it on devices. */
export interface OwnIdentity {
	readonly deployment: string;
	readonly group: string;
	/** Of profile identifiers, reverse-DNS. */
	readonly prefix: string;
}

export function ownIdentity({ carried: { profile, code } }: ReadSettings): OwnIdentity | undefined {
	const named = namedProfile(profile?.displayName ?? "");
	const { identifier = "" } = profile ?? {};
	if (!named) return undefined;
	const { deployment, group } = named;
	const end = `.${deployment}.${group}${code === undefined ? "" : ".claude-code"}`;
	return identifier.endsWith(end) ? { deployment, group, prefix: identifier.slice(0, -end.length) } : undefined;
}
