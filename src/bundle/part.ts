import type { Layer, LayeredValue, ManagedConfiguration } from "../configuration/managed-configuration.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import type { DeploymentPlan } from "../deployment/plan.js";
import type { EgressPlan } from "../egress/plan.js";
import { type JsonObject, type JsonValue, sortMembers } from "../json.js";
import type { Platform, ProfileIdentity } from "../profiles/format.js";
import type { ReferenceLookup } from "../reference/reference.js";
import type { Registries } from "../registries.js";
import type { BundleFile, Omission } from "./bundle.js";
import { egressFiles } from "./egress-files.js";
import { profileFiles } from "./profile-files.js";
import { settingsFile } from "./settings-file.js";

/** A key's value and what it won over, without the places they were written at. */
export interface PartSetting {
	readonly value: JsonValue;
	readonly layer: Layer;
	readonly overrides: readonly { readonly value: JsonValue; readonly layer: Layer }[];
}

/** Everything one group's files are rendered from, as plain JSON. */
export interface GroupPart {
	readonly identity: ProfileIdentity;
	readonly platforms: readonly Platform[];
	/** Names of the profile formats to render. */
	readonly formats: readonly string[];
	readonly settings: Readonly<Record<string, PartSetting>>;
	readonly egress: EgressPlan;
	/** Options by backend; empty where the deployment's own rule sets fit the group. */
	readonly firewall: Readonly<Record<string, JsonObject>>;
}

/** Everything the files of the whole deployment are rendered from, as plain JSON. */
export interface PerimeterPart {
	readonly egress: EgressPlan;
	readonly firewall: Readonly<Record<string, JsonObject>>;
}

export interface RenderedPart {
	readonly files: readonly BundleFile[];
	readonly omitted: readonly Omission[];
}

export function groupPart(
	deployment: ParsedDeployment,
	plan: DeploymentPlan,
	group: string,
	registries: Registries,
): GroupPart {
	const planned = plan.groups.get(group);
	if (!planned) throw new RangeError(`deployment ${deployment.name} has no group ${group}`);
	const { configuration, egress } = planned;
	return {
		identity: {
			organization: deployment.organization.name,
			identifierPrefix: deployment.organization.identifier,
			deployment: deployment.name,
			group,
		},
		platforms: configuration.platforms,
		formats: formatsOf(deployment, configuration, registries),
		settings: Object.fromEntries(
			[...configuration.settings].map(([key, { value, layer, overrides }]) => [
				key,
				{ value, layer, overrides: overrides.map(withoutPath) },
			]),
		),
		egress,
		firewall: plan.beyond.size > 0 ? deployment.firewall : {},
	};
}

/** Addresses that a note names; naming all takes a million for a thousand groups that differ. */
const namedBeyond = 50;

export function perimeterPart(deployment: ParsedDeployment, plan: DeploymentPlan): PerimeterPart {
	const beyond = [...plan.beyond].map(([group, extra]) => {
		const others = extra.length - namedBeyond;
		const more = others > 0 ? ` and ${others} more (groups/${group}/egress.txt is exact)` : "";
		return `for group ${group} this list also opens ${extra.slice(0, namedBeyond).join(", ")}${more}, which other groups need`;
	});
	const { perimeter } = plan;
	return { egress: { ...perimeter, notes: [...perimeter.notes, ...beyond] }, firewall: deployment.firewall };
}

/**
 * The files of one group, with paths relative to the deployment's folder.
 * The order of members does not matter: a part may come from a file, or from an engine that keeps no order.
 */
export function renderGroup(given: GroupPart, registries: Registries, lookup: ReferenceLookup): RenderedPart {
	const part = { ...given, settings: inOrder(given.settings) };
	const { group } = part.identity;
	const profiles = profileFiles(part, registries, lookup);
	const egress = egressFiles(part.egress, { folder: `groups/${group}/`, group, firewall: part.firewall }, registries);
	return { files: [settingsFile(part), ...egress, ...profiles.files], omitted: profiles.omitted };
}

/** The files that serve every group. */
export function renderPerimeter(part: PerimeterPart, registries: Registries): readonly BundleFile[] {
	return egressFiles(part.egress, { folder: "", firewall: part.firewall }, registries);
}

function inOrder(settings: GroupPart["settings"]): GroupPart["settings"] {
	// Settings are plain JSON, and sorting their members keeps their form.
	return sortMembers(settings as unknown as JsonValue) as unknown as GroupPart["settings"];
}

function formatsOf(
	deployment: ParsedDeployment,
	configuration: ManagedConfiguration,
	registries: Registries,
): string[] {
	const chosen = Object.keys(deployment.profiles);
	return Object.entries(registries.profiles)
		.filter(
			([name, format]) =>
				configuration.platforms.includes(format.platform) && (chosen.length === 0 || chosen.includes(name)),
		)
		.map(([name]) => name);
}

function withoutPath({ value, layer }: LayeredValue) {
	return { value, layer };
}
