import { findMdmVariables, findPlaceholders } from "../configuration/check-placeholders.js";
import { checkSetting } from "../configuration/check-setting.js";
import { isObject } from "../json.js";
import { type Path, valueAt } from "../path.js";
import { below, error, type Problem, warning } from "../problem.js";
import { checkRenderableText } from "../profiles/check-renderable.js";

const key = "deploymentOrganizationUuid";
const atName = ["organization", "name"];
const atUuid = ["organization", "uuid"];

/** https://claude.com/docs/third-party/claude-desktop/configuration#deploymentorganizationuuid */
const placeholder = "00000000-0000-4000-8000-000000000001";

/** Who deploys: the name that profiles show, and the id that scopes the data on their devices. */
export function checkIdentity(input: Record<string, unknown>): Problem[] {
	return [
		...checkName(valueAt(input, atName)),
		...checkUuid(input),
		...copiedFromExample(input),
		...placesOfUuid(input).flatMap((at) =>
			valueAt(input, at) === placeholder
				? [
						warning(
							"placeholder-uuid",
							at,
							"is the app's built-in placeholder, which other organizations share; make one with uuidgen",
						),
					]
				: [],
		),
	];
}

/** The id that every example of this package has, for the organisation that every example is of. */
export const exampleOrganization = { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" } as const;

function copiedFromExample(input: Record<string, unknown>): Problem[] {
	if (valueAt(input, atName) === exampleOrganization.name) return [];
	return placesOfUuid(input).flatMap((at) => {
		const uuid = valueAt(input, at);
		if (typeof uuid !== "string" || uuid.toLowerCase() !== exampleOrganization.uuid) return [];
		const message =
			"is the id of the examples, which others copied too, so that devices share data; make one with uuidgen";
		return [warning("example-uuid", at, message)];
	});
}

/** The last are those by which text of another direction takes in what follows it. */
const breaksLine = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

function checkName(name: unknown): Problem[] {
	const problems = typeof name === "string" ? checkRenderableText(name) : [];
	if (problems.length > 0) return problems.map((problem) => below(atName, problem));
	if (typeof name === "string" && breaksLine.test(name)) {
		const message = "holds a character that breaks or reorders a line; expected a name on one line";
		return [error("organization-name", atName, message)];
	}
	const forgotten = findPlaceholders(name, atName);
	return forgotten.length > 0 ? forgotten : findMdmVariables(name, atName);
}

function checkUuid(input: Record<string, unknown>): Problem[] {
	const uuid = valueAt(input, atUuid);
	if (uuid !== undefined) return checkSetting(key, uuid, atUuid);
	if (!isObject(input.organization) || isGiven(input)) return [];
	const because = "devices would share the app's built-in placeholder, and changing it later orphans their local data";
	return [warning("missing", atUuid, `is missing; ${because}`)];
}

/** Whether every group has the id from its settings. */
function isGiven(input: Record<string, unknown>): boolean {
	if (valueAt(input, ["settings", key]) !== undefined) return true;
	const places = placesInGroups(input);
	return places.length > 0 && places.every((at) => valueAt(input, at) !== undefined);
}

function placesOfUuid(input: Record<string, unknown>): Path[] {
	return [atUuid, ["settings", key], ...placesInGroups(input)];
}

function placesInGroups({ groups }: Record<string, unknown>): Path[] {
	return Object.keys(isObject(groups) ? groups : {}).map((name) => ["groups", name, "settings", key]);
}
