import type { PresetName } from "../configuration/presets.js";
import { deliveryOf } from "../deployment/check-delivery.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { OtherAgentName } from "../observability/agents/index.js";
import type { Delivery, Platform } from "../profiles/format.js";
import type { HeldRings } from "../publication/publish-options.js";
import { type DescribedObservability, describeObservability } from "./described-observability.js";
import { markSecrets } from "./settings-file.js";

/** What a deployment says that no other file of its bundle does, as plain JSON with secrets by their names alone. */
export interface DescribedDeployment {
	readonly organization: DescribedOrganization;
	readonly app: DescribedApp;
	readonly groups: Readonly<Record<string, DescribedGroup>>;
	/** Options of firewall blocks, by word. */
	readonly firewall: Readonly<Record<string, JsonObject>>;
	/** Options of profile formats, by word, with `sign: true` where one is signed; empty where those written by default are. */
	readonly profiles: Readonly<Record<string, JsonObject>>;
	/** Blocks of stores, by word; empty where nothing is published. */
	readonly publish: Readonly<Record<string, JsonObject>>;
	/** Absent where the deployment says nothing of it. */
	readonly observability?: DescribedObservability;
	/** Other coding agents whose switches are written. @default none */
	readonly otherAgents?: readonly OtherAgentName[];
	/** Who gets what is published first, whatever the store. */
	readonly publication: DescribedPublication;
}

export interface DescribedOrganization {
	readonly name: string;
	readonly uuid?: string;
	/** Prefix of the identifiers of profiles. */
	readonly identifier: string;
}

/** The Claude Desktop installations of the fleet. */
export interface DescribedApp {
	readonly minimumVersion?: string;
	readonly maximumVersion: string;
	readonly installer: "online" | "offline";
}

export interface DescribedGroup {
	readonly preset: PresetName;
	readonly platforms: readonly Platform[];
	readonly delivery: Delivery;
	/** Networks that its devices come from, in CIDR notation; absent where nothing says. */
	readonly clients?: readonly string[];
	/** Groups of the identity provider that its members are in. */
	readonly members?: Readonly<Record<string, string>>;
	/** Rings that are held at a revision. */
	readonly rings?: HeldRings;
}

export interface DescribedPublication {
	/** In order; absent where none is named. */
	readonly rings?: readonly string[];
	/** Whether manifests of revisions are signed. */
	readonly signed: boolean;
	/** Rings of what serves every group that are held at a revision. */
	readonly perimeter?: HeldRings;
}

export function describeDeployment(deployment: ParsedDeployment): DescribedDeployment {
	const { organization, app, groups, firewall, profiles, publish, publication = {} } = deployment;
	const { rings, sign, perimeter } = publication;
	const observability = describeObservability(deployment);
	return {
		organization,
		app,
		groups: Object.fromEntries(Object.keys(groups).map((name) => [name, describeGroup(deployment, name)])),
		firewall: marked(firewall),
		profiles: marked(Object.fromEntries(Object.entries(profiles).map(([word, block]) => [word, withoutSigner(block)]))),
		publish: marked(publish),
		...(observability && { observability }),
		...(deployment.otherAgents && { otherAgents: deployment.otherAgents }),
		publication: { ...(rings && { rings }), signed: sign !== undefined, ...(perimeter && { perimeter }) },
	};
}

/**
 * What the revisions of a deployment say of it, which is not where rings are held: a hold moves pointers alone, and one
 * of the perimeter's would make another revision of the perimeter each time.
 */
export function withoutHolds({ groups, publication, ...described }: DescribedDeployment): DescribedDeployment {
	const { perimeter: _, ...ofEvery } = publication;
	const unheld = Object.entries(groups).map(([name, { rings: _, ...group }]) => [name, group] as const);
	return { ...described, groups: Object.fromEntries(unheld), publication: ofEvery };
}

function describeGroup(deployment: ParsedDeployment, name: string): DescribedGroup {
	const { preset = "none", platforms = [], clients, members, rings } = deployment.groups[name] ?? {};
	return {
		preset,
		platforms,
		delivery: deliveryOf(deployment, name),
		...(clients && { clients }),
		...(members && { members: { ...members } }),
		...(rings && { rings }),
	};
}

/** What a format is signed with is a file, or what was read from it. */
function withoutSigner({ sign, ...block }: JsonObject): JsonObject {
	return { ...block, ...(sign !== undefined && { sign: true }) };
}

function marked(blocks: Readonly<Record<string, JsonObject>>): Record<string, JsonObject> {
	// Of plain data, only references become something else.
	return markSecrets(blocks as JsonValue) as Record<string, JsonObject>;
}
