import { isPolicyReference } from "../cloud/planned-resource.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { ReviewedDeployment } from "../review/reviewed-deployment.js";
import type { CloudResource } from "./policy-rule.js";

/** What a deployment creates in its cloud, as rules look at it. */
export function plannedResources({ cloud }: ReviewedDeployment): CloudResource[] {
	if (!cloud) return [];
	return cloud.resources.map(({ type, name, properties }) => ({
		type,
		name,
		properties: mapMembers(properties, (value) =>
			isPolicyReference(value) ? (cloud.policies[value.policy] ?? value) : value,
		),
	}));
}

function mapMembers(properties: JsonObject, map: (value: JsonValue) => JsonValue): JsonObject {
	return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, map(value)]));
}
