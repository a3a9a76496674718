import type * as pulumi from "@pulumi/pulumi";
import type { BlockRules } from "../firewall/block-rules.js";
import type { CloudPlan } from "../inference/cloud-plan.js";
import type { Governance } from "../inference/governance.js";
import type { CollectorPlan } from "../observability/collector-host.js";
import type { Path } from "../path.js";
import type { LateInput } from "./token-values.js";

/** A variant as a program names it: the registry's word and the block a deployment file would have. */
export interface Adapter<Options extends object = object> {
	readonly name: string;
	readonly options: Options;
}

/** Where inference comes from, such as `gateway({...})`. Secrets may be outputs. */
export interface InferenceAdapter extends Adapter {
	/**
	 * Creates what was planned for the block under the deployment's own resource: only where it says `provision`, and
	 * after the deployment was found to be valid.
	 */
	place?(name: string, request: PlacingRequest, opts: pulumi.ComponentResourceOptions): PlacedInference;
}

/** A plan of the route, and what its tokens for paths of the deployment stand for. */
export interface PlacingRequest {
	readonly plan: CloudPlan;
	/** Where in the deployment it was asked for. */
	readonly at: Path;
	readonly passed: (place: string) => LateInput | undefined;
}

/** What a cloud gave back. */
export interface PlacedInference {
	/** Values that only the cloud knows, by the names that settings refer to; some are secret. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
	/** What the deployment shows of it; no secret but where a member says so. */
	readonly outputs: ProvisionedOutputs;
}

/** What a deployment shows of what its route created. */
export interface ProvisionedOutputs {
	/** Ids of what people sign in as, by `shared` or `group-<name>`. */
	readonly principals?: Readonly<Record<string, pulumi.Output<string>>>;
	/** When each key that was created expires, ISO 8601 or `never`, such as `shared.current`. */
	readonly keyExpiry?: Readonly<Record<string, pulumi.Output<string>>>;
	/** Client id of the app that was registered, for whoever consents to it for the tenant. */
	readonly clientId?: pulumi.Output<string>;
	/** Files to be put on devices, as text, such as `shared.current`; each is a secret. */
	readonly credentialsFiles?: Readonly<Record<string, pulumi.Output<string>>>;
	/** Commands that let a model's publisher have what it is sent, by model; nobody takes the decision but who runs them. */
	readonly dataSharingCommands?: Readonly<Record<string, pulumi.Output<string>>>;
	/** Every action and resource that is allowed, everything that is created, and what it costs in kinds. */
	readonly governance?: pulumi.Output<Governance>;
}

/** Where a collector is created, such as `ecs({...})`. */
export interface CollectorAdapter extends Adapter {
	/**
	 * Creates what was planned for the block under the deployment's own resource, after the deployment was found to be
	 * valid.
	 */
	place?(name: string, request: CollectorToPlace, opts: pulumi.ComponentResourceOptions): PlacedCollector;
}

/** A plan of a collector, and what its tokens for paths of the deployment stand for. */
export interface CollectorToPlace {
	readonly plan: CollectorPlan;
	readonly passed: (place: string) => LateInput | undefined;
}

/** A collector that stands. */
export interface PlacedCollector {
	/** Values that only the cloud knows, by the names that settings refer to. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
	/** What the deployment shows of it; no secret. */
	readonly outputs: Readonly<Record<string, pulumi.Output<string>>>;
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

/** A rendered rule set with what it was rendered from, and what its tokens for paths of the deployment stand for. */
export interface RulesToPlace extends Pick<BlockRules, "request" | "ruleSet"> {
	readonly passed: (place: string) => LateInput | undefined;
}
