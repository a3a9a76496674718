import type { Outcome } from "../../../outcome.js";
import type { PlanPart } from "../../join-plans.js";
import type { RequestedPrincipal } from "../../requested-deployment.js";
import type { AccessBinding, AccessPolicy } from "../access/access-policy.js";
import { untilCondition } from "../access/condition.js";
import type { PlannedRole } from "../access/role.js";
import type { BindingCondition } from "../properties.js";
import type { VertexRequest } from "../request.js";

/** One principal to be, and the role that lets it call models. */
export interface IdentityRequest {
	readonly request: VertexRequest;
	readonly principal: RequestedPrincipal;
	readonly role: PlannedRole;
	/** Project that requests name as the one that pays, as those of a workforce pool's people do. @default - they name none */
	readonly payingProject?: string;
}

/** One kind of thing that people sign in as. */
export interface IdentityKind {
	/** What it takes, or what is wrong with what is said of it; paths from the deployment's root. */
	plan(asked: IdentityRequest): Outcome<PlanPart>;
}

/** The condition of every binding of a deployment, as a member of one. */
export function conditionOf({ provision }: Pick<VertexRequest, "provision">): { condition?: BindingCondition } {
	return provision.accessUntil === undefined ? {} : { condition: untilCondition(provision.accessUntil) };
}

/** Where people may call: whose profiles or credentials name another project are refused there. */
export function placeOf({ request, payingProject }: IdentityRequest): Readonly<Record<string, string>> {
	return { project: request.projectId, ...(payingProject !== undefined && { "paying project": payingProject }) };
}

/** Name of the principal's access in a plan. */
export function accessOf({ id }: Pick<RequestedPrincipal, "id">): string {
	return `access-${id}`;
}

/** Who is bound to a role in a project, as the document of a plan. */
export function accessPolicy(project: string, role: PlannedRole, binding: Omit<AccessBinding, "role">): AccessPolicy {
	return {
		project,
		bindings: [{ role: role.name, ...binding }],
		roles: role.permissions ? { [role.name]: role.permissions } : {},
	};
}
