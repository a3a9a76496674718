import type { CloudPlan } from "../cloud-plan.js";
import { type Governance, governanceWith } from "../governance.js";
import { cognitiveServicesUser } from "./access/roles.js";

/** What a plan comes to, for whoever writes policies of Azure and pays the bill. */
export function governanceOf(plan: CloudPlan): Governance {
	const { actions, dataActions } = cognitiveServicesUser;
	const statements = plan.resources.flatMap(({ type, properties }) => {
		// No other role is assigned.
		if (type !== "Microsoft.Authorization/roleAssignments" || typeof properties.scope !== "string") return [];
		return [{ actions: [...actions, ...dataActions], resources: [properties.scope] }];
	});
	return governanceWith(statements, plan);
}
