import { approvedOf } from "./approved.js";
import { identifyingAttributes } from "./collector/known-attributes.js";
import {
	type Detection,
	type DetectionParameters,
	type Field,
	nameOf,
	neededFieldsOf,
} from "./detections/detection.js";
import { detections } from "./detections/index.js";
import { ruleOfDeployment } from "./detections/of-deployment.js";
import type { ObservedPart } from "./observed-part.js";
import type { BuiltDetection } from "./queries/language.js";
import { isSeen } from "./seen-fields.js";
import { shownFields } from "./shown-fields.js";

/** A detection that a deployment does not get, and why. */
export interface LeftOut {
	readonly id: string;
	readonly because: string;
}

/** A detection with the groups that it sees nothing of. */
export interface SeeingDetection extends BuiltDetection {
	readonly blindTo: readonly string[];
}

/** The detections that a deployment's tiers leave something to look at, and the others with what they lack. */
export function builtDetections(part: ObservedPart): {
	readonly built: readonly SeeingDetection[];
	readonly leftOut: readonly LeftOut[];
} {
	const parameters = parametersOf(part);
	const built: SeeingDetection[] = [];
	const leftOut: LeftOut[] = [];
	const { owners = {} } = part.observability;
	const owner = owners.securityOperations ?? owners.detections;
	for (const [id, detection] of Object.entries<Detection>(detections)) {
		const said = detection.rule(parameters);
		if (!said) {
			const { heldAgainst = "the deployment" } = detection;
			leftOut.push({ id, because: `${heldAgainst} says nothing that it could hold events against` });
			continue;
		}
		const rule = ruleOfDeployment(part.name, said);
		const needed = neededFieldsOf(rule);
		const missing = new Map(
			Object.keys(part.groups).map((group) => [
				group,
				needed.filter((field) => !isSeen(field, detection.events, part, group)),
			]),
		);
		const blindTo = [...missing].filter(([, fields]) => fields.length > 0).map(([group]) => group);
		if (blindTo.length < missing.size) {
			const fields = shownFields(part, detection, rule);
			built.push({
				id,
				detection,
				rule,
				fields,
				deployment: part.name,
				blindTo,
				...(owner !== undefined && { owner }),
			});
			continue;
		}
		const lacking = [...missing.values()].flat();
		const names = [...new Set(lacking.map(nameOf))].join(", ");
		const cures = [...new Set(lacking.map((field) => cureOf(field, part)))].join(", and ");
		leftOut.push({ id, because: `no group sends ${names}; it takes ${cures}` });
	}
	return { built, leftOut };
}

function cureOf(field: Field, { observability: { people } }: ObservedPart): string {
	if ("resource" in field) return "observability.attributes that give it";
	const isHidden = people === "none" && identifyingAttributes.includes(field.attribute);
	return isHidden ? "another observability.people than none" : "another observability.tier";
}

function parametersOf({
	name: deployment,
	observability: { approved = {} },
	groups,
}: ObservedPart): DetectionParameters {
	return {
		...approvedOf(approved),
		deployment,
		groups: Object.entries(groups).map(([name, { disabledTools = [], mcpServers = [], allowedHosts }]) => ({
			name,
			disabledTools,
			mcpServers,
			...(allowedHosts && { allowedHosts }),
		})),
	};
}
