import { ownAttributes } from "./attribute-grammar.js";
import {
	attribute,
	type Detection,
	type DetectionRule,
	type Field,
	fieldsOf,
	nameOf,
	resource,
} from "./detections/detection.js";
import type { ObservedPart } from "./observed-part.js";
import { isSeen } from "./seen-fields.js";

/** Where an event is from, who it is of, and its place in what the session did. */
const where: readonly Field[] = [
	resource(ownAttributes.deployment),
	resource(ownAttributes.group),
	...["user.id", "session.id", "prompt.id", "event.sequence"].map(attribute),
];

/** What the query of a rule reads or shows of what some group sends; what is summed up shows nothing of an event. */
export function shownFields(part: ObservedPart, detection: Detection, rule: DetectionRule): readonly Field[] {
	const { events, shows = [] } = detection;
	const name = attribute("event.name");
	const all = rule.over ? [name, ...fieldsOf(rule)] : [...where, name, ...fieldsOf(rule), ...shows.map(attribute)];
	const isSent = (field: Field) => Object.keys(part.groups).some((group) => isSeen(field, events, part, group));
	return [...new Map(all.map((field) => [nameOf(field), field])).values()].filter(isSent);
}
