import { formatPath, type Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { approvedOf } from "./approved.js";
import { identifyingAttributes } from "./collector/known-attributes.js";
import { type Detection, type DetectionRule, fieldsOf, nameOf } from "./detections/detection.js";
import { detections } from "./detections/index.js";
import type { Approved, Observability } from "./observability.js";
import type { ObservedDeployment } from "./observed-group.js";
import { isReached } from "./phase.js";
import { isSeen } from "./seen-fields.js";
import { tierOf } from "./tier.js";

/** What the deployment approves of for a rule that no group's devices leave something to look at. */
export function checkApproved(deployment: ObservedDeployment, observability: Observability): Problem[] {
	const { approved = {}, phase } = observability;
	return Object.keys(approved).flatMap((member) => {
		const { [member as keyof Approved]: _, ...without } = approved;
		const held = Object.values<Detection>(detections).flatMap(({ rule, events }) => {
			const [own, other] = [approved, without].map((each) =>
				rule({ ...approvedOf(each), deployment: deployment.name, groups: [] }),
			);
			// Both were made the same way, so that equal ones have equal text.
			return own && JSON.stringify(own) !== JSON.stringify(other) ? [{ own, events }] : [];
		});
		const at = ["observability", "approved", member];
		return [
			// Until then no tier captures anything, and what is written is for later.
			...(isReached("privacyReview", phase)
				? held.flatMap(({ own, events }) => checkAttributes(deployment, own, events, at))
				: []),
			...checkResources(
				deployment,
				held.map(({ own }) => own),
				at,
			),
		];
	});
}

function checkAttributes(
	deployment: ObservedDeployment,
	rule: DetectionRule,
	events: readonly string[],
	at: Path,
): Problem[] {
	const missing = starved(deployment, rule, events);
	if (missing.length === 0) return [];
	const place = formatPath(placeOf(deployment, missing));
	const message = `is held against ${missing.join(" and ")}, which nobody sends, as ${place} says; change it there, or leave this out`;
	return [error("starved-detection", at, message)];
}

/** What devices do not say by themselves, a job may. */
function checkResources(deployment: ObservedDeployment, rules: readonly DetectionRule[], at: Path): Problem[] {
	const groups = Object.keys(deployment.groups);
	const missing = rules
		.flatMap(fieldsOf)
		.filter((field) => "resource" in field && !groups.some((group) => isSeen(field, [], deployment, group)));
	return [...new Set(missing.map(nameOf))].map((name) => {
		const message = `is held against the resource attribute ${name}, which no group has; give it in observability.attributes, unless jobs give it`;
		return warning("attribute-not-given", at, message);
	});
}

/** Attributes of events that each group lacks one of; none where some group has them all. */
function starved(deployment: ObservedDeployment, rule: DetectionRule, events: readonly string[]): string[] {
	const fields = fieldsOf(rule).filter((field) => "attribute" in field);
	const missing = Object.keys(deployment.groups).map((group) =>
		fields.filter((field) => !isSeen(field, events, deployment, group)).map(nameOf),
	);
	return missing.every((names) => names.length > 0) ? [...new Set(missing.flat())] : [];
}

function placeOf(deployment: ObservedDeployment, missing: readonly string[]): Path {
	if (missing.some((name) => identifyingAttributes.includes(name))) return ["observability", "people"];
	const [group = ""] = Object.keys(deployment.groups);
	return tierOf(deployment, group).at;
}
