import type * as pulumi from "@pulumi/pulumi";
import type { BlockRules } from "../firewall/block-rules.js";
import type { ProvisionRequest } from "../inference/route.js";

/** A variant as a program names it: the registry's word and the block a deployment file would have. */
export interface Adapter<Options extends object = object> {
	readonly name: string;
	readonly options: Options;
}

/** Where inference comes from, such as `gateway({...})`. Secrets may be outputs. */
export interface InferenceAdapter extends Adapter {
	/**
	 * Creates what the block asks for under the deployment's own resource: only where it says `provision`, and after
	 * the deployment was found to be valid.
	 */
	place?(name: string, request: ProvisionRequest, opts: pulumi.ComponentResourceOptions): PlacedInference;
}

/** What a cloud gave back, by the names that settings refer to. */
export interface PlacedInference {
	/** Values that only the cloud knows. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
	readonly secrets: Readonly<Record<string, pulumi.Output<string>>>;
	/** What the deployment shows of it; no secret. */
	readonly outputs: Readonly<Record<string, pulumi.Input<unknown>>>;
}

/** A rule set to render, such as `squid()`. */
export interface FirewallAdapter extends Adapter {
	/**
	 * Creates the rules that serve every group under the deployment's own resource, after the deployment was found to be
	 * valid. What it returns the deployment shows of them; no secret.
	 */
	place?(
		name: string,
		rules: RulesToPlace,
		opts: pulumi.ComponentResourceOptions,
	): Readonly<Record<string, pulumi.Input<unknown>>>;
}

/** A rendered rule set with what it was rendered from. */
export type RulesToPlace = Pick<BlockRules, "request" | "ruleSet">;
