import { definePolicyRule } from "../policy-rule.js";

export const ownOrganizationId = definePolicyRule({
	id: "own-organization-id",
	title: "the deployment has an id of its own",
	why: "Devices without one share the app's placeholder with every other organisation, and data on them is lost with the change to an own id.",
	fix: "Give organization.uuid; uuidgen makes one.",
	severity: "error",
	check: ({ organization }) =>
		organization.uuid === undefined
			? [{ subject: "organization.uuid", says: "devices share the app's built-in id", at: { path: "organization" } }]
			: [],
});
