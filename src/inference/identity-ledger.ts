import type { Path } from "../path.js";
import type { PlannedIdentity, RequestedPlan } from "./cloud-plan.js";
import type { Retire } from "./retire.js";

/** What the devices of one deployment sign in with, as state keeps it from one update to the next. */
export interface DeploymentIdentities {
	/** Path of the `provision` block. */
	readonly at: Path;
	readonly identities: readonly PlannedIdentity[];
	readonly retire?: Retire;
	/** Names that the deployment's resource had before, as its aliases say. @default - none */
	readonly formerly?: readonly string[];
}

/** Those of every deployment of a program, by the name of its resource. A deployment that creates none is not in it. */
export type IdentityLedger = Readonly<Record<string, DeploymentIdentities>>;

/** Undefined where the route creates nothing that devices sign in with. */
export function identitiesOf(cloud: RequestedPlan | undefined): DeploymentIdentities | undefined {
	if (!cloud || cloud.plan.identities.length === 0) return undefined;
	const { plan, at, retire } = cloud;
	return { at, identities: plan.identities, ...(retire && { retire }) };
}
