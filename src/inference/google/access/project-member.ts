import type { PlannedResource } from "../../../cloud/planned-resource.js";
import type { BindingCondition } from "../properties.js";
import { resource } from "../resource.js";

export interface ProjectBinding {
	readonly project: string;
	/** Name of the role, or what stands for it. */
	readonly role: string;
	/** As an allow policy writes it, such as `group:claude@example.com`, or what stands for it. */
	readonly member: string;
	readonly condition?: BindingCondition;
}

/**
 * A binding beside whatever the project's policy has already, which nothing here ever sets as a whole. Its id tells the
 * member and not the group: that a group changes takes from nobody what is created for the same people.
 */
export function projectMember(id: string, name: string, binding: ProjectBinding): PlannedResource {
	return resource("cloudresourcemanager.googleapis.com/Project.IamMember", id, { ...binding }, { name });
}
