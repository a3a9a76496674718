import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import { error, type Problem } from "../../../problem.js";
import { object, text, textMatching } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import { roleId, userProjectRoleId } from "../identity/names.js";
import type { VertexRequest } from "../request.js";
import { resource } from "../resource.js";
import { unlessSettled } from "../settled.js";
import { predictPermission, usePermission } from "./access-policy.js";

/**
 * Google takes 64 characters, of which the role of a paying project adds five to the id.
 * https://cloud.google.com/iam/docs/reference/rest/v1/projects.roles
 */
const id = textMatching(
	"role-id",
	/^[a-zA-Z0-9_.]{3,59}$/,
	"is no id of a role; expected 3 to 59 letters, digits, underscores and dots",
);

const roleName = text((name) => {
	if (/^(?:projects|organizations)\/[^/\s<>]+\/roles\/[a-zA-Z0-9_.]+$|^roles\/[a-zA-Z0-9.]+$/.test(name)) return [];
	const message = "is no name of a role; expected one such as projects/example-cowork/roles/cowork";
	return [error("role-name", [], message)];
});

/** Member of `provision`. */
export const role: Member = {
	shape: object(
		{
			id: {
				shape: id,
				summary:
					"Id of the role, which that of a project that `userProject` names begins with. It keeps what the deployment is renamed to apart from the role: Google gives out the id of a deleted role only after weeks.",
				defaultNote: "`cowork_` and the deployment's name",
			},
			existing: {
				shape: roleName,
				summary:
					"A role that exists, by name: nothing of it changes. It has to permit `aiplatform.endpoints.predict`, and `serviceusage.services.use` where people come by a workforce pool and no other `userProject` pays.",
				defaultNote: "one is created",
			},
		},
		{ name: "VertexRole", summary: "The role that lets people call models." },
	),
	summary:
		"The role that lets people call models. One that is created stays in the project when it leaves the deployment, bound to nobody; to take it up again, name it under `existing` or import it.",
	defaultNote: "one from the deployment's name",
};

/** A role that people are bound to, as far as it is known. */
export interface PlannedRole {
	/** Its name in Google Cloud. */
	readonly name: string;
	/** What stands for it in properties. */
	readonly reference: string;
	/** Absent where it exists. */
	readonly created?: PlannedResource;
	/** What it permits; absent where it exists. */
	readonly permissions?: readonly string[];
}

/**
 * The one role of the deployment. `usesProject`: whether some people's requests name the project as the one that pays.
 */
export function deploymentRole({ deployment, projectId, provision }: VertexRequest, usesProject: boolean): PlannedRole {
	const { existing } = provision.role ?? {};
	if (existing !== undefined) return { name: existing, reference: existing };
	return createdRole("role", {
		project: projectId,
		roleId: roleIdOf(deployment, provision),
		title: `Claude Cowork ${deployment}`,
		description: "Calls models of publishers on Vertex AI, and nothing else.",
		permissions: permissionsOf(usesProject),
	});
}

function permissionsOf(usesProject: boolean): string[] {
	return [predictPermission, ...(usesProject ? [usePermission] : [])];
}

function roleIdOf(deployment: string, provision: VertexRequest["provision"]): string {
	return provision.role?.id ?? roleId(deployment);
}

/** The role that lets people name another project that pays. */
export function userProjectRole({ deployment, provision }: VertexRequest, project: string): PlannedRole {
	return createdRole(`user-project-role.${project}`, {
		project,
		roleId: userProjectRoleId(roleIdOf(deployment, provision)),
		title: `Claude Cowork ${deployment}, paying project`,
		description: "Names the project as the one that pays for requests, and nothing else.",
		permissions: [usePermission],
	});
}

interface RoleProperties {
	readonly project: string;
	readonly roleId: string;
	readonly title: string;
	readonly description: string;
	readonly permissions: string[];
}

/** Deleted, its id would be of no use to the next deployment for weeks; kept, it is bound to nobody. */
function createdRole(planId: string, properties: RoleProperties): PlannedRole {
	const name = `projects/${properties.project}/roles/${properties.roleId}`;
	const created = resource(
		"iam.googleapis.com/Role",
		planId,
		{ ...properties, stage: "GA", deletionPolicy: "ABANDON" },
		{ name },
	);
	return { name, reference: outputOf(created, "name"), created, permissions: properties.permissions };
}

/** What is wrong with what is said of the role; `usesProject` as for the role that is planned. */
export function checkRole({ provision, projectId, at }: VertexRequest, usesProject: boolean): Problem[] {
	const { id: said, existing } = provision.role ?? {};
	const path = [...at.block, "provision", "role"];
	if (existing === undefined) return [];
	if (said !== undefined) {
		return [error("contradiction", [...path, "id"], "does not go with a role that exists; leave one of them out")];
	}
	if (existing.startsWith("roles/")) {
		const message = `is one of Google's own roles, which permit far more than to call models; leave it out, or name a role that permits ${permissionsOf(usesProject).join(" and ")} alone`;
		return unlessSettled(provision, "broadRole", [...path, "existing"], message);
	}
	const [, project] = /^projects\/([^/]+)\//.exec(existing) ?? [];
	if (project === undefined || project === projectId) return [];
	const message = `is a role of project ${project}, which nobody can be bound to in ${projectId}; name one of it, or of the organisation`;
	return [error("other-project", [...path, "existing"], message)];
}
