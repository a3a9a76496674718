import type { CloudPart } from "../bundle/cloud-files.js";
import type { DescribedDeployment, DescribedGroup } from "../bundle/described-deployment.js";
import type { DescribedRules } from "../bundle/described-rules.js";
import type { Layer } from "../configuration/managed-configuration.js";
import type { ContentRecipient, EgressHost, Reason, Sandbox } from "../egress/plan.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { Location } from "../problem.js";

/**
 * What a deployment means, as plain JSON: what reviews compare and rules of policy look at, wherever it was read.
 * A secret is `{ "secret": { "fromEnv": "NAME" } }`, a value that only the cloud will know `{ "late": "name" }`.
 */
export interface ReviewedDeployment extends Omit<DescribedDeployment, "groups" | "firewall"> {
	readonly name: string;
	readonly groups: Readonly<Record<string, ReviewedGroup>>;
	/** What any group needs; its hosts name the groups. */
	readonly egress: ReviewedEgress;
	/** What the route creates in its cloud, with tokens for what the cloud decides; absent where it is nothing. */
	readonly cloud?: CloudPart;
	/** The same of the collector, which nobody signs in to; absent where it is one's own. */
	readonly collector?: CloudPart;
	/** Rule sets by the backend's word. */
	readonly firewall: Readonly<Record<string, ReviewedRules>>;
	/** Absent where it was read from no bundle. */
	readonly files?: ReviewedFiles;
}

/** What the manifest of a bundle says of its files, whose digests were checked. */
export interface ReviewedFiles {
	/** Name and version of what wrote them, with the edition of its facts. */
	readonly writtenBy: string;
	/** SHA-256 by path; of a file whose signature holds, `signed ` and that of what it signs. */
	readonly digests: Readonly<Record<string, string>>;
	/** Paths of those that carry a credential. */
	readonly sensitive: readonly string[];
	/** Why a file was not written, by its path. */
	readonly omitted: Readonly<Record<string, string>>;
}

export interface ReviewedGroup extends DescribedGroup {
	/** By managed key, in code-unit order. */
	readonly settings: Readonly<Record<string, ReviewedSetting>>;
	/** Absent where no file for Claude Code is written. */
	readonly claudeCode?: ReviewedCode;
	readonly egress: ReviewedEgress;
	/** By the backend's word, of blocks that write a rule set for each group alone; absent where there is none. */
	readonly ruleSets?: Readonly<Record<string, DescribedRules>>;
}

/** What Claude Code gets on a group's devices. */
export interface ReviewedCode {
	/** By names with dots between levels, in code-unit order. */
	readonly settings: Readonly<Record<string, ReviewedSetting>>;
	/** Absent where `managed-mcp.json` is not written. */
	readonly mcpServers?: Readonly<Record<string, ReviewedSetting>>;
}

export interface ReviewedSetting {
	readonly value: JsonValue;
	/** What devices with Windows get in its place. @default the same */
	readonly onWindows?: JsonValue;
	readonly layer: Layer;
	/** What the value won over, strongest first. */
	readonly overrides: readonly { readonly layer: Layer; readonly value: JsonValue }[];
	/** Where it was written; absent where the deployment was read from what was made of it. */
	readonly at?: ReviewedPlace;
}

/** Where something stands that people wrote. */
export interface ReviewedPlace {
	/** As `groups.general.settings.otlpEndpoint`. */
	readonly path: string;
	/** Absent where no file holds it. */
	readonly location?: Location;
}

/** An egress plan as `egress.json` has it. */
export interface ReviewedEgress {
	readonly hosts: readonly ReviewedHost[];
	/** Only of a group. */
	readonly sandbox?: Sandbox;
	/** Whether prompts and answers stay with the inference provider. */
	readonly contentStays: boolean;
	readonly contentAlsoReaches: readonly ContentRecipient[];
	/** Whether the configuration makes local settings read-only. */
	readonly takesOverDevice: boolean;
	/** What people must know of it; of the perimeter also of its rule sets. */
	readonly notes: readonly string[];
}

export interface ReviewedHost extends Pick<EgressHost, "host" | "match" | "port" | "protocol" | "operator" | "groups"> {
	/** What stops working where it is closed. */
	readonly ifDenied: string;
	readonly reasons: readonly Pick<
		Reason,
		"feature" | "key" | "because" | "requirement" | "since" | "until" | "source"
	>[];
}

/** What one block of the firewall came to, for all groups; of one that writes for each alone the options. */
export interface ReviewedRules extends DescribedRules {
	/** The block as written, with its own options and those of every backend. */
	readonly options: JsonObject;
}
