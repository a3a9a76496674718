import type { ClaudeCode } from "../claude-code/claude-code.js";
import type { ManagedSettings } from "../configuration/managed-settings.js";
import type { PresetName } from "../configuration/presets.js";
import type { GroupInference, InferenceBlock } from "../inference/block.js";
import type { JsonObject } from "../json.js";
import type { OtherAgentName } from "../observability/agents/index.js";
import type { GroupObservability, Observability } from "../observability/observability.js";
import type { Delivery, Platform } from "../profiles/format.js";
import type { HeldRings, PublishOptions } from "../publication/publish-options.js";
import type { SecretReference } from "../reference/reference.js";
import type { AppVersion } from "../version.js";

/** Who deploys. */
export interface Organization {
	/** Name shown on profiles. */
	readonly name: string;
	/**
	 * Stable id of the deployment (`deploymentOrganizationUuid`); changing it orphans data on devices.
	 * @default - devices share the app's built-in placeholder, with a warning
	 */
	readonly uuid?: string;
	/**
	 * Reverse-DNS prefix of profile identifiers, at least two labels.
	 * @default "com.anthropic.claudefordesktop"
	 */
	readonly identifier?: string;
}

/** The Claude Desktop installations of the fleet. */
export interface App {
	/**
	 * Oldest version in the fleet. Written, it gates keys that version does not know.
	 * @default - the oldest known, and nothing is gated
	 */
	readonly minimumVersion?: string;
	/** Newest version in the fleet. @default - the newest known */
	readonly maximumVersion?: string;
	/** `offline` is the installer for macOS and Windows that carries the VM bundle. @default "online" */
	readonly installer?: "online" | "offline";
}

/** Identity-provider groups whose members a group of users consists of. */
export interface GroupMembers {
	readonly identityCenterGroup?: string;
	readonly googleGroup?: string;
	readonly principalSet?: string;
	readonly entraGroupId?: string;
}

/** A group of users: the unit that gets profiles of its own. */
export interface Group<Secret = SecretReference> {
	/** Security profile of the documentation that the group starts from. */
	readonly preset: PresetName;
	/** Managed keys of this group; they win over the deployment's. */
	readonly settings?: ManagedSettings<Secret>;
	/** Keys the catalogue does not know, kept as they are, with a warning. */
	readonly extraSettings?: JsonObject;
	/** Managed settings of Claude Code for this group; they win over the deployment's. */
	readonly claudeCode?: ClaudeCode;
	/** @default - all three */
	readonly platforms?: readonly Platform[];
	/** How the group's settings come to devices. @default - the deployment's */
	readonly delivery?: Delivery;
	/** Networks that the group's devices come from, in CIDR notation, for rule sets. @default - nothing is known of them */
	readonly clients?: readonly string[];
	readonly members?: GroupMembers;
	/** Replaces models and sign-in for this group: the same route, the same way to sign in. */
	readonly inference?: GroupInference<Secret>;
	/** What of the deployment's observability differs for the group. @default - nothing */
	readonly observability?: GroupObservability;
	/** Rings of the group that are held at a revision, by ring. @default - each follows the newest revision */
	readonly rings?: HeldRings;
}

/** One deployment of Claude Cowork: one inference provider, one region or tenant, one or more groups of users. */
export interface Deployment<Secret = SecretReference> {
	/** Lower-case letters, digits and hyphens, at most 31, beginning with a letter. */
	readonly name: string;
	readonly organization: Organization;
	readonly app?: App;
	/** Exactly one route. */
	readonly inference: InferenceBlock<Secret>;
	/** Managed keys of every group. */
	readonly settings?: ManagedSettings<Secret>;
	/** Keys the catalogue does not know, kept as they are, with a warning. */
	readonly extraSettings?: JsonObject;
	/** Managed settings of Claude Code on the same devices, for every group. @default - none is written */
	readonly claudeCode?: ClaudeCode;
	/** How settings come to devices: by MDM, or from the server of `bootstrapUrl`. @default "mdm" */
	readonly delivery?: Delivery;
	readonly groups: Readonly<Record<string, Group<Secret>>>;
	/** Rule sets to emit, by backend. @default - none */
	readonly firewall?: Readonly<Record<string, object>>;
	/** Profile formats to emit, by format. @default - those written by default, also where none named reaches devices */
	readonly profiles?: Readonly<Record<string, object>>;
	/** What devices send to the organisation's collector, and who may read it. @default - what `otlp` keys of `settings` say */
	readonly observability?: Observability<Secret>;
	/** Other coding agents on the same devices, whose telemetry is switched off. @default - none */
	readonly otherAgents?: readonly OtherAgentName[];
	/** Where bundles go, by store, and who gets what is published first. @default - nowhere */
	readonly publish?: PublishBlock<Secret>;
}

/** Blocks of stores, by word, beside what is said whatever the store. */
export interface PublishBlock<Secret = SecretReference> extends PublishOptions<Secret> {
	readonly [store: string]: object | undefined;
}

/** A valid deployment with its defaults applied: plain data, secrets by reference. */
export interface ParsedDeployment {
	readonly name: string;
	readonly organization: Organization & { readonly identifier: string };
	readonly app: {
		readonly minimumVersion?: AppVersion;
		readonly maximumVersion: AppVersion;
		readonly installer: "online" | "offline";
	};
	readonly inference: JsonObject;
	readonly settings: JsonObject;
	readonly extraSettings: JsonObject;
	/** Absent where no group gets any from here. */
	readonly claudeCode?: JsonObject;
	/** Absent where nothing says: by MDM. */
	readonly delivery?: Delivery;
	readonly groups: Readonly<Record<string, ParsedGroup>>;
	readonly firewall: Readonly<Record<string, JsonObject>>;
	readonly profiles: Readonly<Record<string, JsonObject>>;
	/** Absent where nothing is said of it. */
	readonly observability?: Observability;
	/** Absent where none is named. */
	readonly otherAgents?: readonly OtherAgentName[];
	/** Blocks of stores, by word. */
	readonly publish: Readonly<Record<string, JsonObject>>;
	/** Absent where nothing is said of it. */
	readonly publication?: PublishOptions;
}

export interface ParsedGroup {
	readonly preset: PresetName;
	readonly settings: JsonObject;
	readonly extraSettings: JsonObject;
	readonly claudeCode?: JsonObject;
	readonly platforms: readonly Platform[];
	readonly delivery?: Delivery;
	readonly clients?: readonly string[];
	readonly members?: GroupMembers;
	readonly inference?: JsonObject;
	readonly observability?: GroupObservability;
	/** Absent where nothing is held. */
	readonly rings?: HeldRings;
}
