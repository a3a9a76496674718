import type * as pulumi from "@pulumi/pulumi";
import type { PlacedResource } from "../place-plan.js";

/** Plain data with its tokens filled: a text may come later, and so may a list in which one stands for several. */
export type Filled<Value> = [Value] extends [string]
	? pulumi.Input<Value>
	: Value extends readonly (infer Item)[]
		? pulumi.Input<Filled<Item>[]>
		: Value extends object
			? { -readonly [Name in keyof Value]: Filled<Value[Name]> }
			: Value;

/** How one kind of resource is created, and what of it others refer to. */
export type Placer<Properties> = (
	name: string,
	properties: Filled<Properties>,
	opts: pulumi.CustomResourceOptions,
) => PlacedResource;

/** What nothing else refers to. */
export function alone(resource: pulumi.CustomResource): PlacedResource {
	return { resource, outputs: {} };
}

export function withId(resource: pulumi.CustomResource): PlacedResource {
	return { resource, outputs: { id: resource.id } };
}

export function withName(resource: pulumi.CustomResource & { readonly name: pulumi.Output<string> }): PlacedResource {
	return { resource, outputs: { id: resource.id, name: resource.name } };
}
