import type { Profile, ProfileIdentity } from "./format.js";

/** What people see of a group's profile in their device management; the same in every revision. */
export function profileName({ deployment, group }: ProfileIdentity): string {
	return `Claude Desktop (${deployment}, ${group})`;
}

/** What tells revisions apart, for people and for inventories; nothing follows from it. */
export function profileDescription({ preset, revision }: Profile): string {
	return `Preset ${preset}, settings ${revision}`;
}
