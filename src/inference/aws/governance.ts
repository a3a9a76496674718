import type { PolicyDocument, PolicyStatement } from "../../cloud/iam-policy.js";
import { isPolicyReference, type PlannedResource } from "../../cloud/planned-resource.js";
import { token } from "../../reference/token.js";
import type { CloudPlan } from "../cloud-plan.js";
import { type Governance, governanceWith } from "../governance.js";

/** What a plan comes to, for whoever writes service control policies and pays the bill. */
export function governanceOf(plan: CloudPlan): Governance {
	const carriers = new Map<string, PlannedResource>();
	for (const resource of plan.resources) {
		for (const name of policiesIn(resource)) if (!carriers.has(name)) carriers.set(name, resource);
	}
	const statements = Object.entries(plan.policies).flatMap(([name, document]) =>
		// Whatever planned it made it a policy of IAM's.
		allowing(document as PolicyDocument, carriers.get(name)),
	);
	return governanceWith(
		statements.map(({ Action, Resource = [] }) => ({ actions: Action, resources: Resource })),
		plan,
	);
}

/** What allows something; the trust of a role allows to assume the role that carries it. */
function allowing({ Statement }: PolicyDocument, carrier: PlannedResource | undefined): PolicyStatement[] {
	const allowed = Statement.filter(({ Effect }) => Effect === "Allow");
	return allowed.map((statement) =>
		statement.Resource || !carrier ? statement : { ...statement, Resource: [token(`${carrier.id}.arn`)] },
	);
}

function policiesIn({ properties }: PlannedResource): string[] {
	return Object.values(properties).flatMap((property) => (isPolicyReference(property) ? [property.policy] : []));
}
