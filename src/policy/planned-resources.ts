import type { CloudPart } from "../bundle/cloud-files.js";
import { isPolicyReference } from "../cloud/planned-resource.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.js";
import type { ReviewedDeployment } from "../review/reviewed-deployment.js";
import type { CloudResource } from "./policy-rule.js";

/** What a deployment creates in clouds, as rules look at it. */
export function plannedResources({ cloud, collector }: ReviewedDeployment): CloudResource[] {
	return [cloud, collector].flatMap((part) => part?.resources.map((each) => plannedResource(each, part)) ?? []);
}

export function plannedResource(
	{ type, name, properties }: CloudResource,
	{ policies }: Pick<CloudPart, "policies">,
): CloudResource {
	const filled = mapMembers(properties, (value) =>
		isPolicyReference(value) ? (policies[value.policy] ?? value) : value,
	);
	return { type, name, properties: filled };
}

/** What a program has registered, as rules look at it: texts of JSON, as providers take policies, become data. */
export function registeredResource(type: string, name: string, properties: JsonObject): CloudResource {
	return { type, name, properties: mapMembers(properties, parsed) };
}

function mapMembers(properties: JsonObject, map: (value: JsonValue) => JsonValue): JsonObject {
	return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, map(value)]));
}

function parsed(value: JsonValue): JsonValue {
	if (typeof value !== "string" || !value.trimStart().startsWith("{")) return value;
	try {
		const document: JsonValue = JSON.parse(value);
		return isJsonObject(document) ? document : value;
	} catch {
		return value;
	}
}
