import { z } from "zod";
import { error } from "../../problem.js";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { type MemberRule, withRules } from "../member-rules.js";
import { line } from "../values/text.js";

export const efforts = ["low", "medium", "high", "xhigh", "max"] as const;

/** A model of the picker. */
export interface InferenceModel<Secret = SecretReference> {
	/** Model id, deployment name, ARN or alias; a final `[1m]` is short for `supports1m`. */
	readonly name: string | Secret;
	/** Name in the picker. @default - derived from `name` */
	readonly labelOverride?: string | Secret;
	/** Whether the model has a variant with a context of one million tokens. @default false */
	readonly supports1m?: boolean;
	/** Whether that variant is preferred; needs `supports1m`; from 1.21459.0. @default false */
	readonly prefer1m?: boolean;
	/** For names that do not tell, such as ARNs and deployment names. @default - read from `name` */
	readonly anthropicFamilyTier?: "sonnet" | "opus" | "haiku" | "fable" | "mythos";
	/** Whether the model is its family's default. @default false */
	readonly isFamilyDefault?: boolean;
	/** Highest reasoning effort users may choose; from 2.110.0. @default - no limit */
	readonly maxEffort?: "low" | "medium" | "high" | "xhigh" | "max";
}

/** Price of a model per million tokens. */
export interface ModelPrice<Secret = SecretReference> {
	readonly name: string | Secret;
	readonly inputPerMtok: number;
	readonly outputPerMtok: number;
	readonly cacheReadPerMtok: number;
	readonly cacheWritePerMtok: number;
}

const longContext: MemberRule = ({ name, supports1m, prefer1m }) => {
	const supported = supports1m === true || (typeof name === "string" && name.endsWith("[1m]"));
	return prefer1m === true && !supported ? [error("long-context", ["prefer1m"], "needs supports1m: true")] : [];
};

const inferenceModel = withRules(
	members({
		name: line,
		labelOverride: line.optional(),
		supports1m: z.boolean().optional(),
		prefer1m: z.boolean().optional(),
		anthropicFamilyTier: z.enum(["sonnet", "opus", "haiku", "fable", "mythos"]).optional(),
		isFamilyDefault: z.boolean().optional(),
		maxEffort: z.enum(efforts).optional(),
	}),
	longContext,
);

export const inferenceModels = z.array(z.union([line, inferenceModel]));

const price = z.number().min(0);

export const modelPrices = z.array(
	members({ name: line, inputPerMtok: price, outputPerMtok: price, cacheReadPerMtok: price, cacheWritePerMtok: price }),
);
