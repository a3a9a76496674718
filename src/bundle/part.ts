import type { Layer, LayeredValue, ManagedConfiguration } from "../configuration/managed-configuration.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import type { DeploymentPlan } from "../deployment/plan.js";
import type { EgressPlan } from "../egress/plan.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { Platform, ProfileIdentity } from "../profiles/format.js";
import type { Registries } from "../registries.js";

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
	/** Name of the deployment. */
	readonly deployment: string;
	readonly egress: EgressPlan;
	readonly firewall: Readonly<Record<string, JsonObject>>;
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
	return {
		deployment: deployment.name,
		egress: { ...perimeter, notes: [...perimeter.notes, ...beyond] },
		firewall: deployment.firewall,
	};
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
