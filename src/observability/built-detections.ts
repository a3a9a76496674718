import { type Detection, type DetectionParameters, fieldsOf, nameOf } from "./detections/detection.js";
import { detections } from "./detections/index.js";
import type { Approved } from "./observability.js";
import type { ObservedPart } from "./observed-part.js";
import type { BuiltDetection } from "./queries/language.js";
import { isSeen } from "./seen-fields.js";

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
		const rule = detection.rule(parameters);
		if (!rule) {
			leftOut.push({ id, because: "the deployment says nothing that it could hold events against" });
			continue;
		}
		const needed = fieldsOf(rule);
		const missing = new Map(
			Object.keys(part.groups).map((group) => [
				group,
				needed.filter((field) => !isSeen(field, detection.events, part, group)),
			]),
		);
		const blindTo = [...missing].filter(([, fields]) => fields.length > 0).map(([group]) => group);
		if (blindTo.length < missing.size) {
			built.push({ id, detection, rule, deployment: part.name, blindTo, ...(owner !== undefined && { owner }) });
			continue;
		}
		const names = [...new Set([...missing.values()].flat().map(nameOf))].join(", ");
		leftOut.push({ id, because: `no group sends ${names}: another tier, or another resource attribute, would` });
	}
	return { built, leftOut };
}

/** What is approved of where nothing is said. */
export function approvedOf(approved: Approved): Required<Approved> {
	return {
		mcpScopes: approved.mcpScopes ?? ["managed"],
		marketplaces: approved.marketplaces ?? [],
		bypassEnvironments: approved.bypassEnvironments ?? [],
		sensitiveTiers: approved.sensitiveTiers ?? ["sensitive"],
		hourlyCost: approved.hourlyCost ?? 25,
	};
}

function parametersOf({ observability: { approved = {} }, groups }: ObservedPart): DetectionParameters {
	return {
		...approvedOf(approved),
		groups: Object.entries(groups).map(([name, { disabledTools = [], allowedHosts }]) => ({
			name,
			disabledTools,
			...(allowedHosts && { allowedHosts }),
		})),
	};
}
