import type * as pulumi from "@pulumi/pulumi";
import type { FoundationPlan } from "../../inference/aws/foundation/foundation.js";
import type { AwsPlan } from "../../inference/aws/plan.js";
import type { LateValue, LateValues } from "./late-values.js";

/** What every part of a plan is placed with. */
export interface Placing {
	/** Logical name of the component. */
	readonly name: string;
	readonly plan: AwsPlan<LateValue>;
	readonly values: LateValues;
	readonly child: pulumi.CustomResourceOptions;
	/** Identity Center may be of another account. */
	readonly identityCenter: pulumi.CustomResourceOptions;
}

/** A principal that stands. */
export interface PlacedIdentity {
	/** ARN of the permission set, role, user or bare policy that was created; absent of one that existed. */
	readonly arn?: pulumi.Output<string>;
	/** Secrets by the name of the late value that they are. */
	readonly secrets?: Readonly<Record<string, pulumi.Output<string>>>;
	/** When each key expires, by the role in the plan and the label. */
	readonly keyExpiry?: Readonly<Record<string, pulumi.Output<string>>>;
}

/** What every part of a foundation is placed with. */
export interface PlacingFoundation {
	/** Logical name of the component. */
	readonly name: string;
	readonly plan: FoundationPlan<LateValue>;
	readonly values: LateValues;
	readonly child: pulumi.CustomResourceOptions;
}
