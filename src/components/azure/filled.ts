import type * as pulumi from "@pulumi/pulumi";

/** Plain data with its tokens filled: a text may come later, and so may a list in which one stands for several. */
export type Filled<Value> = [Value] extends [string]
	? pulumi.Input<Value>
	: Value extends readonly (infer Item)[]
		? pulumi.Input<Filled<Item>[]>
		: Value extends object
			? { -readonly [Name in keyof Value]: Filled<Value[Name]> }
			: Value;
