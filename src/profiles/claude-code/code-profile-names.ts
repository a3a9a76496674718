import { canonicalJson } from "../../json.js";
import { payloadIdentifier } from "../configuration-profile.js";
import type { ProfileIdentity } from "../format.js";
import type { GraphNames } from "../graph.js";
import type { WantedValues } from "../powershell-script.js";
import { introduction } from "../profile-name.js";
import { type CodeProfile, codeDescription } from "./code-format.js";

/** What people see of a group's profile in their device management; the same in every revision. */
export function codeProfileName({ deployment, group }: ProfileIdentity): string {
	return `Claude Code (${deployment}, ${group})`;
}

/** What tells a group's profile of Claude Code from every other. */
export function codeProfileIdentifier(identity: ProfileIdentity): string {
	return `${payloadIdentifier(identity)}.claude-code`;
}

/** What people see of an object of Microsoft Graph. */
export function codeGraphNames(profile: CodeProfile): GraphNames {
	return { displayName: codeProfileName(profile.identity), description: codeDescription(profile) };
}

/** The first comment of a script. */
export function codeIntroduction(does: string, profile: CodeProfile): readonly string[] {
	return introduction(does, profile.identity, codeDescription(profile)).map((line) => `# ${line}`);
}

/** All settings as the one value that Windows keeps. */
export function codeValues({ settings }: CodeProfile): WantedValues {
	return [{ name: "Settings", text: canonicalJson(settings) }];
}
