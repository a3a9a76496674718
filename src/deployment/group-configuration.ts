import type { CodeBlock } from "../claude-code/configure-code.js";
import { findKey } from "../configuration/catalogue.js";
import type { LayeredValue, ManagedConfiguration } from "../configuration/managed-configuration.js";
import { type Layer, resolveLayers } from "../configuration/managed-configuration.js";
import { presets } from "../configuration/presets.js";
import { planGroupInference } from "../inference/group-inference.js";
import { type InferencePlan, type PlacedSetting, planInference } from "../inference/plan-inference.js";
import { compareText, type JsonObject } from "../json.js";
import type { Path } from "../path.js";
import type { Registries } from "../registries.js";
import { withoutSurplus } from "../shape/without-surplus.js";
import type { ParsedDeployment, ParsedGroup } from "./deployment.js";
import { fleetOf } from "./fleet.js";
import { type Provisioning, provisionedSettings } from "./provision.js";

/** What the groups of a deployment share. */
interface Shared {
	readonly deployment: ParsedDeployment;
	/** Of the deployment's own block; undefined where it is open which route or way to sign in it means. */
	readonly inference: InferencePlan | undefined;
	readonly registries: Pick<Registries, "routes" | "claudeCode" | "observability" | "collectorHosts">;
	/** What the deployment says for all of them: `inference`, `organization`, `settings` and `extraSettings`. */
	readonly layers: Readonly<Record<"route" | "organization" | "settings" | "extra", ReadonlyMap<string, LayeredValue>>>;
}

/** The managed configuration of each group, in code-unit order of the names. */
export function configureGroups(
	deployment: ParsedDeployment,
	provisioning: Provisioning | undefined,
	registries: Shared["registries"],
): Map<string, ManagedConfiguration> {
	const inference = planInference(deployment.inference, ["inference"], registries.routes);
	const shared: Shared = {
		deployment,
		inference,
		registries,
		layers: {
			route: layer("route", [...(inference?.settings ?? [])]),
			organization: organization(deployment),
			settings: written(deployment.settings, "deployment", ["settings"]),
			extra: written(deployment.extraSettings, "extra", ["extraSettings"]),
		},
	};
	const groups = Object.entries(deployment.groups).sort(([a], [b]) => compareText(a, b));
	return new Map(groups.map(([name, group]) => [name, configureGroup(shared, name, group, provisioning)]));
}

function configureGroup(
	shared: Shared,
	name: string,
	group: ParsedGroup,
	provisioning: Provisioning | undefined,
): ManagedConfiguration {
	const { deployment, registries, layers: said } = shared;
	const { observability, collectorHosts } = registries;
	const at: Path = ["groups", name];
	const plan = groupInference(shared, group, [...at, "inference"]);
	const layers = [
		preset(presets[group.preset].settings, [...at, "preset"]),
		...routeLayers(shared, plan),
		observability?.settings(deployment, name, group.platforms, collectorHosts) ?? new Map(),
		said.organization,
		said.settings,
		written(group.settings, "group", [...at, "settings"]),
		provisioning ? provisionedSettings(provisioning, name) : new Map(),
		said.extra,
		written(group.extraSettings, "extra", [...at, "extraSettings"]),
	];
	const terms = observability?.contentTerms(deployment, name);
	const settings = resolveLayers(layers);
	const [block, ...blocks] = codeBlocks(deployment, group, at);
	const code = block && registries.claudeCode?.configure(settings, [block, ...blocks]);
	return {
		group: name,
		settings,
		...(code && { code }),
		platforms: group.platforms,
		installer: deployment.app.installer,
		fleet: fleetOf(deployment),
		gated: deployment.app.minimumVersion !== undefined,
		hints: plan?.hints ?? {},
		privateHosts: provisioning?.outcome.value?.privateHosts ?? [],
		...(terms !== undefined && { contentTerms: terms }),
	};
}

/** What the deployment and the group say of Claude Code, weakest first. */
function codeBlocks(deployment: ParsedDeployment, group: ParsedGroup, at: Path): CodeBlock[] {
	const whole = deployment.claudeCode;
	const own = group.claudeCode;
	return [
		...(whole ? [{ layer: "deployment", block: whole, at: ["claudeCode"] } as const] : []),
		...(own ? [{ layer: "group", block: own, at: [...at, "claudeCode"] } as const] : []),
	];
}

function groupInference({ deployment, inference, registries }: Shared, group: ParsedGroup, override: Path) {
	if (group.inference === undefined) return inference;
	return planGroupInference(
		deployment.inference,
		group.inference,
		{ block: ["inference"], override },
		registries.routes,
	);
}

function preset(settings: JsonObject, path: Path): Map<string, LayeredValue> {
	return new Map(Object.entries(settings).map(([key, value]) => [key, { layer: "preset", value, path }]));
}

/** What the deployment's block says, and over it what the group's own `inference` says anew. */
function routeLayers(
	{ inference, layers }: Shared,
	plan: InferencePlan | undefined,
): ReadonlyMap<string, LayeredValue>[] {
	if (plan === inference) return [layers.route];
	const holds = [...(plan?.settings ?? [])];
	const anew = holds.filter(([, { path }]) => path[0] === "groups");
	if (anew.length === 0) return [layer("route", holds)];
	// A key that the group's way to sign in does not set is not the group's, whatever the deployment says.
	const under = holds.flatMap(([key, said]): [string, PlacedSetting][] => {
		const before = said.path[0] === "groups" ? inference?.settings.get(key) : said;
		return before ? [[key, before]] : [];
	});
	return [layer("route", under), layer("group", anew)];
}

function layer(name: Layer, settings: readonly (readonly [string, PlacedSetting])[]): Map<string, LayeredValue> {
	return new Map(settings.map(([key, { value, path }]) => [key, { layer: name, value, path }]));
}

function organization(deployment: ParsedDeployment): Map<string, LayeredValue> {
	const { uuid } = deployment.organization;
	if (uuid === undefined) return new Map();
	const path = ["organization", "uuid"];
	return new Map([["deploymentOrganizationUuid", { layer: "deployment", value: uuid, path }]]);
}

function written(settings: JsonObject, layer: Layer, at: Path): Map<string, LayeredValue> {
	return new Map(
		Object.entries(settings).map(([key, value]) => {
			const shape = findKey(key)?.shape;
			const kept = shape ? withoutSurplus(shape, value) : value;
			return [key, { layer, value: kept, path: [...at, key] }];
		}),
	);
}
