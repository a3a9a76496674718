import type { CloudPlan } from "../cloud-plan.js";
import { type AllowedStatement, type Governance, governanceWith } from "../governance.js";
import type { AccessPolicy } from "./access/access-policy.js";

/** What a plan comes to, for whoever writes organisation and deny policies and pays the bill. */
export function governanceOf(plan: CloudPlan): Governance {
	return governanceWith(Object.values(plan.policies).flatMap(allowing), plan);
}

/** What an access policy allows; of a role that exists nothing but its name is known. */
function allowing(policy: CloudPlan["policies"][string]): AllowedStatement[] {
	// Whatever planned it made it the access of a project.
	const { project, bindings = [], roles = {} } = policy as Partial<AccessPolicy>;
	return bindings.map(({ role }) => ({
		actions: roles[role] ?? [role],
		resources: [`//cloudresourcemanager.googleapis.com/projects/${project}`],
	}));
}
