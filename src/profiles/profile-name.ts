import type { Profile, ProfileIdentity } from "./format.js";

/** What people see of a group's profile in their device management; the same in every revision. */
export function profileName({ deployment, group }: ProfileIdentity): string {
	return `Claude Desktop (${deployment}, ${group})`;
}

/** Whose profile a name is that {@link profileName} has made; undefined for any other. */
export function namedProfile(name: string): Pick<ProfileIdentity, "deployment" | "group"> | undefined {
	const [, deployment, group] = /^Claude (?:Desktop|Code) \(([a-z][a-z0-9-]*), ([a-z][a-z0-9-]*)\)$/.exec(name) ?? [];
	return deployment === undefined || group === undefined ? undefined : { deployment, group };
}

/** What tells revisions apart, for people and for inventories; nothing follows from it. */
export function profileDescription({ preset, revision }: Profile): string {
	return `Preset ${preset}, settings ${revision}`;
}

/**
 * What a file does and for whom, and which settings it does it with, for who finds it beside others: the lines of its
 * first comment. Names and titles have printable characters alone and no line end.
 */
export function introduction(
	does: string,
	{ deployment, group }: Pick<ProfileIdentity, "deployment" | "group">,
	description: string,
): readonly string[] {
	return [`${does} of deployment ${deployment}, group ${group}.`, `${description}.`];
}

/** The introduction of a profile's file in a language whose comments begin with `#`. */
export function hashIntroduction(does: string, profile: Profile): readonly string[] {
	return introduction(does, profile.identity, profileDescription(profile)).map((line) => `# ${line}`);
}
