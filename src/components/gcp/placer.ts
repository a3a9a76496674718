import type * as pulumi from "@pulumi/pulumi";
import type { PlacedResource } from "../place-plan.js";

/** Plain data as the SDK's types have it, which mark no list as one that is only read. */
type Data<Value> = Value extends readonly (infer Item)[]
	? Data<Item>[]
	: Value extends object
		? { [Name in keyof Value]: Data<Value[Name]> }
		: Value;

/** Properties with their tokens filled. */
type Filled<Properties> = { [Name in keyof Properties]: pulumi.Input<Data<Properties[Name]>> };

/** How one kind of resource is created from the properties that a plan gives it. */
export type Placer<Properties> = (
	name: string,
	properties: Filled<Properties>,
	opts: pulumi.CustomResourceOptions,
) => PlacedResource;

/** What nothing else refers to. */
export function alone(resource: pulumi.CustomResource): PlacedResource {
	return { resource, outputs: {} };
}

/** What others refer to by its path in Google's APIs. */
export function withId(resource: pulumi.CustomResource): PlacedResource {
	return { resource, outputs: { id: resource.id } };
}

/** What others refer to by its path in Google's APIs, or by its name. */
export function named(resource: pulumi.CustomResource & { readonly name: pulumi.Output<string> }): PlacedResource {
	return { resource, outputs: { id: resource.id, name: resource.name } };
}
