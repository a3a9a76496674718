import type { CloudPlan } from "../../../../src/inference/cloud-plan.js";
import type { AccessPolicy } from "../../../../src/inference/google/access/access-policy.js";
import type { JsonValue } from "../../../../src/json.js";
import { fillTokens } from "../../../../src/reference/token.js";

/** Those of the kinds that say who may do what. */
interface PlacedProperties {
	readonly project: string;
	readonly roleId: string;
	readonly permissions: readonly string[];
	readonly accountId: string;
	readonly role: string;
	readonly member: string;
	readonly condition?: AccessPolicy["bindings"][number]["condition"];
}

/** What the planned resources come to in Google Cloud, not what documents of the plan say of them. */
export function placedAccess({ resources }: CloudPlan): AccessPolicy[] {
	const known: Record<string, string> = {};
	const roles: Record<string, readonly string[]> = {};
	const bindings: { project: string; binding: AccessPolicy["bindings"][number] }[] = [];
	for (const { id, type, properties: planned } of resources) {
		const properties = fillTokens(planned as JsonValue, known) as unknown as PlacedProperties;
		switch (type) {
			case "iam.googleapis.com/Role": {
				const name = `projects/${properties.project}/roles/${properties.roleId}`;
				known[`${id}.name`] = name;
				roles[name] = properties.permissions;
				break;
			}
			case "iam.googleapis.com/ServiceAccount": {
				const email = `${properties.accountId}@${properties.project}.iam.gserviceaccount.com`;
				Object.assign(known, {
					[`${id}.email`]: email,
					[`${id}.member`]: `serviceAccount:${email}`,
					[`${id}.name`]: `projects/${properties.project}/serviceAccounts/${email}`,
				});
				break;
			}
			case "cloudresourcemanager.googleapis.com/Project.IamMember": {
				const { project, role, member, condition } = properties;
				bindings.push({ project, binding: { role, members: [member], ...(condition && { condition }) } });
				break;
			}
		}
	}
	const projects = [...new Set(bindings.map(({ project }) => project))];
	return projects.map((project) => ({
		project,
		bindings: bindings.filter((each) => each.project === project).map(({ binding }) => binding),
		roles,
	}));
}
