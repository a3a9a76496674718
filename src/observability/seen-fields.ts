import { ownAttributes } from "./attribute-grammar.js";
import { allowedNames, identifyingAttributes, knownEvents } from "./collector/known-attributes.js";
import { categoriesOf } from "./collector/redaction.js";
import { type Field, nameOf } from "./detections/detection.js";
import { type ObservedDeployment, observedGroup } from "./observed-group.js";
import { tierOf } from "./tier.js";

/** Whether the SIEM gets a field with every event of some names, from devices of a group. */
export function isSeen(
	field: Field,
	events: readonly string[],
	deployment: ObservedDeployment<unknown>,
	group: string,
): boolean {
	const name = nameOf(field);
	const own: readonly string[] = Object.values(ownAttributes);
	const given = Object.keys(observedGroup(deployment, group)?.attributes ?? {});
	if (own.includes(name) || given.includes(name)) return true;
	if ("resource" in field) return false;
	if (deployment.observability?.people === "none" && identifyingAttributes.includes(name)) return false;
	const allowed = categoriesOf({ sink: "events" }, tierOf(deployment, group).tier);
	return events.every((event) => {
		const known = knownEvents.get(event);
		return known !== undefined && allowedNames(known, allowed).includes(name);
	});
}
