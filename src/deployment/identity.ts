import { checkSetting } from "../configuration/check-setting.js";
import { findPlaceholders } from "../configuration/placeholders.js";
import { isObject } from "../json.js";
import { type Path, valueAt } from "../path.js";
import { type Problem, warning } from "../problem.js";

const key = "deploymentOrganizationUuid";

/** https://claude.com/docs/third-party/claude-desktop/configuration#deploymentorganizationuuid */
const placeholder = "00000000-0000-4000-8000-000000000001";

/** Who deploys: the name that profiles show, and the id that scopes the data on their devices. */
export function checkIdentity(input: Record<string, unknown>): Problem[] {
	return [
		...findPlaceholders(valueAt(input, ["organization", "name"]), ["organization", "name"]),
		...checkUuid(input),
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

function checkUuid(input: Record<string, unknown>): Problem[] {
	const at = ["organization", "uuid"];
	const uuid = valueAt(input, at);
	if (uuid !== undefined) return checkSetting(key, uuid, at);
	if (!isObject(input.organization) || isGiven(input)) return [];
	const because = "devices would share the app's built-in placeholder, and changing it later orphans their local data";
	return [warning("missing", at, `is missing; ${because}`)];
}

/** Whether every group has the id from its settings. */
function isGiven(input: Record<string, unknown>): boolean {
	if (valueAt(input, ["settings", key]) !== undefined) return true;
	const groups = isObject(input.groups) ? Object.keys(input.groups) : [];
	return groups.length > 0 && groups.every((name) => valueAt(input, ["groups", name, "settings", key]) !== undefined);
}

function placesOfUuid(input: Record<string, unknown>): Path[] {
	const groups = isObject(input.groups) ? Object.keys(input.groups) : [];
	return [["organization", "uuid"], ["settings", key], ...groups.map((name) => ["groups", name, "settings", key])];
}
