import type { ResourceValidationArgs } from "@pulumi/policy";
import type { JsonObject, JsonValue } from "../../json.js";
import { plannedResource, registeredResource } from "../../policy/planned-resources.js";
import type { CloudResource } from "../../policy/policy-rule.js";
import type { ReviewedDeployment } from "../../review/reviewed-deployment.js";
import { policySdk } from "./policy-sdk.js";

/**
 * A registered resource as rules look at it. What a preview does not know yet is taken from the plan where the resource is
 * of one; of others it is left out, and the update knows it before it creates anything. Its name is that of the plan, so
 * that exemptions mean the same here as for the command.
 */
export function knownResource(
	{ type, name, props }: ResourceValidationArgs,
	deployment: ReviewedDeployment | undefined,
): CloudResource {
	const planned = plannedAs(name, deployment?.cloud) ?? plannedAs(name, deployment?.collector);
	const { properties } = registeredResource(type, name, plainInputs(props));
	return { type, name: planned?.name ?? name, properties: { ...planned?.properties, ...properties } };
}

/** Logical names end in the id of the plan. */
function plannedAs(name: string, cloud: ReviewedDeployment["cloud"]): CloudResource | undefined {
	const ending = cloud?.resources.filter(({ id }) => name.endsWith(`-${id}`)) ?? [];
	const [planned] = ending.sort((a, b) => b.id.length - a.id.length);
	return cloud && planned && plannedResource(planned, cloud);
}

/** Inputs as plain data, without those that are not known in a preview. */
export function plainInputs(inputs: object): JsonObject {
	const sdk = policySdk();
	const known = Object.keys(inputs).flatMap((name) => {
		const value = plainOf(() => Reflect.get(inputs, name), sdk);
		return value === undefined ? [] : [[name, value] as const];
	});
	return Object.fromEntries(known);
}

/** The SDK throws where a value that is not known is read. */
function plainOf(
	read: () => unknown,
	{ UnknownValueError }: Pick<ReturnType<typeof policySdk>, "UnknownValueError">,
): JsonValue | undefined {
	try {
		const text = JSON.stringify(read());
		return text === undefined ? undefined : JSON.parse(text);
	} catch (fault) {
		if (fault instanceof UnknownValueError) return undefined;
		throw fault;
	}
}
