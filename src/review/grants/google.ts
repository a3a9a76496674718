import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import type { Grant, GrantReader } from "./grant.js";

/** Allow policies of projects, https://cloud.google.com/iam/docs/reference/rest/v1/Policy, with what their roles permit. */
export const googleGrants: GrantReader = {
	grants: ({ policies }) => Object.values(policies).flatMap(grantsOf),
	covers: (wide, narrow) =>
		wide.action === narrow.action &&
		canonicalJson(wide.on) === canonicalJson(narrow.on) &&
		(wide.when === undefined || canonicalJson(wide.when) === canonicalJson(narrow.when ?? null)),
};

function grantsOf({ project, bindings, roles }: JsonObject): Grant[] {
	if (typeof project !== "string" || !Array.isArray(bindings)) return [];
	return bindings.filter(isJsonObject).flatMap(({ role, members, condition }: JsonObject) => {
		const permitted = isJsonObject(roles) && typeof role === "string" ? roles[role] : undefined;
		const actions = permitted === undefined ? [`all of ${String(role)}`] : textsIn(permitted);
		return textsIn(members).flatMap((member) =>
			actions.map(
				(action): Grant => ({
					effect: "allow",
					who: member,
					principal: member,
					at: member,
					action,
					on: { matching: `project ${project}` },
					...(isJsonObject(condition) && { when: condition.expression ?? null }),
				}),
			),
		);
	});
}

function textsIn(value: JsonValue | undefined): readonly string[] {
	return Array.isArray(value) ? value.filter((each: JsonValue) => typeof each === "string") : [];
}
