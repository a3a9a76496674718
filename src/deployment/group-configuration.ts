import type { LayeredValue, ManagedConfiguration } from "../configuration/managed-configuration.js";
import { type Layer, resolveLayers } from "../configuration/managed-configuration.js";
import { presets } from "../configuration/presets.js";
import { planGroupInference } from "../inference/group-inference.js";
import type { InferencePlan } from "../inference/plan-inference.js";
import type { JsonObject } from "../json.js";
import type { Path } from "../path.js";
import type { Registries } from "../registries.js";
import { oldestKnownVersion } from "../version.js";
import type { ParsedDeployment } from "./deployment.js";

/** The managed configuration of one of the deployment's groups. */
export function configureGroup(
	deployment: ParsedDeployment,
	name: string,
	registries: Registries,
): ManagedConfiguration {
	const group = Object.hasOwn(deployment.groups, name) ? deployment.groups[name] : undefined;
	if (!group) throw new RangeError(`deployment ${deployment.name} has no group ${name}`);
	const at: Path = ["groups", name];
	const places = { block: ["inference"], override: [...at, "inference"] };
	const plan = planGroupInference(deployment.inference, group.inference, places, registries.routes);
	const layers = [
		preset(presets[group.preset].settings, [...at, "preset"]),
		route(plan),
		organization(deployment),
		written(deployment.settings, "deployment", ["settings"]),
		written(group.settings, "group", [...at, "settings"]),
		written(deployment.extraSettings, "extra", ["extraSettings"]),
		written(group.extraSettings, "extra", [...at, "extraSettings"]),
	];
	return {
		group: name,
		settings: resolveLayers(layers),
		platforms: group.platforms,
		installer: deployment.app.installer,
		fleet: { oldest: deployment.app.minimumVersion ?? oldestKnownVersion, newest: deployment.app.maximumVersion },
		gated: deployment.app.minimumVersion !== undefined,
		hints: plan?.hints ?? {},
		keepsConversationContent: plan?.route.keepsConversationContent ?? false,
	};
}

function preset(settings: JsonObject, path: Path): Map<string, LayeredValue> {
	return new Map(Object.entries(settings).map(([key, value]) => [key, { layer: "preset", value, path }]));
}

function route(plan: InferencePlan | undefined): Map<string, LayeredValue> {
	return new Map([...(plan?.settings ?? [])].map(([key, { value, path }]) => [key, { layer: "route", value, path }]));
}

function organization(deployment: ParsedDeployment): Map<string, LayeredValue> {
	const { uuid } = deployment.organization;
	if (uuid === undefined) return new Map();
	const path = ["organization", "uuid"];
	return new Map([["deploymentOrganizationUuid", { layer: "deployment", value: uuid, path }]]);
}

function written(settings: JsonObject, layer: Layer, at: Path): Map<string, LayeredValue> {
	return new Map(Object.entries(settings).map(([key, value]) => [key, { layer, value, path: [...at, key] }]));
}
