import type * as pulumi from "@pulumi/pulumi";
import type { PolicyReference } from "../../cloud/planned-resource.js";

/** Properties with their tokens filled, and policies as text. */
export type Filled<Properties> = {
	[Name in keyof Properties]: Properties[Name] extends PolicyReference
		? pulumi.Input<string>
		: pulumi.Input<Properties[Name]>;
};
