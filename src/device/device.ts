import type { Delivery, Platform, ProfileFile, ProfileIdentity } from "../profiles/format.js";
import type { FleetVersions } from "../version.js";
import type { NamedProgram } from "./programs.js";

/** A setting that a device should have. */
export interface ExpectedSetting {
	readonly name: string;
	/**
	 * SHA-256 of its text as policy stores carry it; absent where it holds a credential or what a cloud decides: then its
	 * presence is checked.
	 */
	readonly digest?: string;
}

/** What a device should have of Claude Code, by SHA-256. */
export interface ExpectedCode {
	/** Of the text that Windows keeps. */
	readonly text: string;
	/** Of the file of managed settings. */
	readonly file: string;
	/** Of `managed-mcp.json`; absent where it is not written. */
	readonly servers?: string;
	/** Of texts, numbers and switches by their places in a property list, and how many there are in all. */
	readonly leaves: {
		readonly count: number;
		readonly compared: readonly { readonly place: string; readonly digest: string }[];
	};
}

/** What a group's device files are for. */
export interface DeviceRequest {
	readonly identity: ProfileIdentity;
	/** Title of the preset that the group starts from. */
	readonly preset: string;
	/** Says which settings these are: the same for the same `settings.json`, eight hexadecimal digits. */
	readonly revision: string;
	/** Versions of Claude Desktop that its devices run. */
	readonly fleet: FleetVersions;
	/** Most minutes until an app that looks at its settings while it runs has seen new ones. */
	readonly recheckMinutes: number;
	/** How settings come; `bootstrap` leaves in {@link expected} what device management still brings. @default "mdm" */
	readonly delivery?: Delivery;
	/** By name in code-unit order. */
	readonly expected: readonly ExpectedSetting[];
	/** SHA-256 of the forms that the file of managed settings may have on Linux; empty where it holds what is not known here. */
	readonly managedSettings: readonly string[];
	/** Absent where a group has nothing of Claude Code, or what it has is not known here. */
	readonly code?: ExpectedCode;
	/** Whether there are switches of other coding agents. @default false */
	readonly otherAgents?: boolean;
	/** Programs that have to stand on devices, of every platform. */
	readonly programs: readonly NamedProgram[];
}

/** Writes the files of one platform, with names below `device/<platform>/`. No file holds a secret. */
export type DeviceWriter = (request: DeviceRequest) => readonly ProfileFile[];

/** The writers of a platform, in the order of the steps that its page tells. */
export type DeviceWriters = Readonly<Record<Platform, readonly DeviceWriter[]>>;

/** The identifier that every profile has which the app exports: ours has another, so that it replaces none of them. */
export const exportedProfile = "com.anthropic.claudefordesktop.profile";

/** What a check expects, for who finds it. */
export function expectation({ identity, preset, revision }: DeviceRequest): string {
	return `# Expected: deployment ${identity.deployment}, group ${identity.group}, preset ${preset}, settings ${revision}.`;
}
