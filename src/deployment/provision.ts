import type { LayeredValue } from "../configuration/managed-configuration.js";
import { withGroupInference } from "../inference/group-inference.js";
import { planInference } from "../inference/plan-inference.js";
import type { ProvisionedGroup, ProvisionRequest, RouteProvisioning } from "../inference/route.js";
import { isObject } from "../json.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import type { Registries } from "../registries.js";
import type { ParsedDeployment } from "./deployment.js";

/** What a deployment asks its route to create. */
export interface Provisioning {
	readonly request: ProvisionRequest;
	readonly by: RouteProvisioning;
}

/** What provisioning decides for a group: its settings and its private hosts. */
export interface GroupProvision {
	readonly settings: ReadonlyMap<string, LayeredValue>;
	readonly privateHosts: readonly string[];
}

/** Undefined where nothing is to be created, or where the block has not the form that could be read. */
export function provisioningOf(deployment: ParsedDeployment, registries: Registries): Provisioning | undefined {
	const plan = planInference(deployment.inference, ["inference"], registries.routes);
	const options = plan && deployment.inference[plan.name];
	const by = plan?.route.provisioning;
	if (!by || !isObject(options) || !by.schema.safeParse(options.provision).success) return undefined;
	const groups = Object.entries(deployment.groups).map(
		([name, group]): ProvisionedGroup => ({
			name,
			members: { ...group.members },
			options: blockOf(withGroupInference(deployment.inference, group.inference), plan.name),
		}),
	);
	const at = ["inference", plan.name];
	return { request: { deployment: deployment.name, signIn: plan.signIn, options, at, groups }, by };
}

/** What is wrong with what a deployment asks its route to create. */
export function checkProvision(provisioning: Provisioning | undefined): readonly Problem[] {
	return provisioning ? provisioning.by.check(provisioning.request) : [];
}

/** By group. */
export function decideProvision(provisioning: Provisioning | undefined): ReadonlyMap<string, GroupProvision> {
	if (!provisioning) return new Map();
	const path: Path = [...provisioning.request.at, "provision"];
	const groups = [...provisioning.by.decide(provisioning.request)].map(
		([group, { settings, privateHosts }]): [string, GroupProvision] => [
			group,
			{
				settings: new Map(Object.entries(settings).map(([key, value]) => [key, { layer: "provision", value, path }])),
				privateHosts,
			},
		],
	);
	return new Map(groups);
}

function blockOf(inference: unknown, route: string): Readonly<Record<string, unknown>> {
	const block = isObject(inference) ? inference[route] : undefined;
	return isObject(block) ? block : {};
}
