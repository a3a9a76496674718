import type * as pulumi from "@pulumi/pulumi";
import type { PlacedResource } from "./place-plan.js";

/** How one kind of resource is created, and what of it others refer to. */
export type Placer<Inputs> = (name: string, inputs: Inputs, opts: pulumi.CustomResourceOptions) => PlacedResource;

/** What nothing else refers to. */
export function alone(resource: pulumi.CustomResource): PlacedResource {
	return { resource, outputs: {} };
}

export function withId(resource: pulumi.CustomResource): PlacedResource {
	return { resource, outputs: { id: resource.id } };
}

export function withIdAndName(
	resource: pulumi.CustomResource & { readonly name: pulumi.Output<string> },
): PlacedResource {
	return { resource, outputs: { id: resource.id, name: resource.name } };
}

export function withArn(resource: pulumi.CustomResource & { readonly arn: pulumi.Output<string> }): PlacedResource {
	return { resource, outputs: { arn: resource.arn } };
}

export function withArnAndName(
	resource: pulumi.CustomResource & { readonly arn: pulumi.Output<string>; readonly name: pulumi.Output<string> },
): PlacedResource {
	return { resource, outputs: { arn: resource.arn, name: resource.name } };
}
