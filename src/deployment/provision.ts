import type { LayeredValue } from "../configuration/managed-configuration.js";
import { memberOf } from "../inference/check-members.js";
import type { CloudPlan } from "../inference/cloud-plan.js";
import { statedByGroup, withGroupInference } from "../inference/group-inference.js";
import { planInference } from "../inference/plan-inference.js";
import { checkRetire, type Retire } from "../inference/retire.js";
import type { ProvisionedGroup } from "../inference/route.js";
import { isObject } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import type { Registries } from "../registries.js";
import { checkShape } from "../shape/check-shape.js";
import type { ParsedDeployment } from "./deployment.js";

/** What a deployment's route is to create. */
export interface Provisioning {
	/** Path of the `provision` block. */
	readonly at: Path;
	readonly outcome: Outcome<CloudPlan>;
	/** Codes of those of its warnings that ask a person for what no plan can do. */
	readonly manual: readonly string[];
	/** What of it devices may lose. @default - nothing */
	readonly retire?: Retire;
}

/** Undefined where nothing is to be created, or where the block has not the form that could be read. */
export function provisioningOf(
	deployment: ParsedDeployment,
	registries: Pick<Registries, "routes">,
): Provisioning | undefined {
	const plan = planInference(deployment.inference, ["inference"], registries.routes);
	const options = plan && deployment.inference[plan.name];
	const by = plan?.route.provisioning;
	if (!by || !isObject(options) || checkShape(by.shape, options.provision, { at: [] }).length > 0) return undefined;
	const groups = Object.entries(deployment.groups).map(
		([name, group]): ProvisionedGroup => ({
			name,
			members: { ...group.members },
			platforms: group.platforms,
			states: statedByGroup(group.inference),
			options: blockOf(withGroupInference(deployment.inference, group.inference), plan.name),
		}),
	);
	const block = ["inference", plan.name];
	const at = [...block, "provision"];
	const outcome = by.plan({ deployment: deployment.name, signIn: plan.signIn, options, at: block, groups });
	const retire = retireOf(options.provision);
	const { manual } = by;
	if (!outcome.value) return { at, outcome, manual };
	const problems = [...outcome.problems, ...checkRetire(retire, outcome.value, at)];
	return { at, outcome: made(outcome.value, problems), manual, ...(retire && { retire }) };
}

/** What a group waits for that no plan can do, as a plan of this group alone tells it: no other group is in it. */
export function manualSteps(
	deployment: ParsedDeployment,
	name: string,
	registries: Pick<Registries, "routes">,
): readonly Problem[] {
	const group = deployment.groups[name];
	const alone = group && provisioningOf({ ...deployment, groups: { [name]: group } }, registries);
	return alone?.outcome.problems.filter(({ code }) => alone.manual.includes(code)) ?? [];
}

/** What provisioning decides of a group's settings. */
export function provisionedSettings({ at, outcome }: Provisioning, group: string): ReadonlyMap<string, LayeredValue> {
	const settings = Object.entries(outcome.value?.settings[group] ?? {});
	return new Map(settings.map(([key, value]) => [key, { layer: "provision", value, path: at }]));
}

/** The form of the block is right, whose shape in every route has this member. */
function retireOf(provision: unknown): Retire | undefined {
	return memberOf(provision, "retire") as Retire | undefined;
}

function blockOf(inference: unknown, route: string): Readonly<Record<string, unknown>> {
	const block = isObject(inference) ? inference[route] : undefined;
	return isObject(block) ? block : {};
}
