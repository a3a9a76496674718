import type * as pulumi from "@pulumi/pulumi";

/** Plain data as the SDK's types have it, which mark no list as one that is only read. */
type Data<Value> = Value extends readonly (infer Item)[]
	? Data<Item>[]
	: Value extends object
		? { [Name in keyof Value]: Data<Value[Name]> }
		: Value;

/** Properties with their tokens filled. */
export type Filled<Properties> = { [Name in keyof Properties]: pulumi.Input<Data<Properties[Name]>> };
