import { error } from "../../problem.js";
import type { Rule } from "../../shape/shape.js";

/** Old projects have the domain of their organisation before a colon. */
const projectIdForm = /^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

const projectIdRule =
	"is no id of a project; expected 6 to 30 lower-case letters, digits and inner hyphens, the first a letter";

/** https://cloud.google.com/resource-manager/docs/creating-managing-projects */
export const checkProjectId: Rule<string> = (project) => {
	if (/^\d+$/.test(project)) {
		return [error("project-number", [], "is a project's number; write the project's id, which people can tell apart")];
	}
	return projectIdForm.test(project) ? [] : [error("project-id", [], projectIdRule)];
};
