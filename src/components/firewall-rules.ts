import * as pulumi from "@pulumi/pulumi";
import type { RulePlan } from "../firewall/rule-plan.js";
import type { FirewallAdapter, RulesToPlace } from "./adapters.js";
import type { OptionalSdk } from "./optional-sdk.js";
import { type CloudPlacers, placePlan } from "./place-plan.js";

/** Where rules of one firewall are placed. */
export interface RulesCloud {
	/** Type of the component, such as `pulumi-cowork:aws:NetworkFirewallRules`. */
	readonly type: string;
	readonly placers: CloudPlacers;
	/** What its resources are classes of. @default - nothing that may be missing */
	readonly sdk?: Pick<OptionalSdk<unknown>, "require">;
	/** Whether what one adapter places stands one after another, because the cloud takes one change at a time. @default false */
	readonly oneAtATime?: boolean;
}

/** The rules of one firewall in its cloud, as its rule set plans them. */
class FirewallRules extends pulumi.ComponentResource {
	/** What the rule set shows of itself, by name; no secret. */
	readonly shown: Readonly<Record<string, pulumi.Output<string>>>;
	/** What it is made of. */
	readonly resources: readonly pulumi.Resource[];

	constructor(name: string, { type, placers }: RulesCloud, rules: PlannedRules, opts: pulumi.ComponentResourceOptions) {
		super(type, name, {}, opts);

		const { resources, lookUps = [], outputs } = rules.plan;
		const plan = { lookUps, resources, policies: {}, late: {}, outputs: { shown: outputs } };
		const placed = placePlan({ ...rules, name, plan, placers, opts: { parent: this } });

		this.shown = placed.outputs.shown ?? {};
		this.resources = Object.values(placed.resources);
		this.registerOutputs(this.shown);
	}
}

interface PlannedRules extends Pick<RulesToPlace, "passed"> {
	readonly plan: RulePlan;
	/** What must stand before. */
	readonly after: readonly pulumi.Resource[];
}

/** How an adapter places what the rule sets of its backend plan. */
export function placedIn(cloud: RulesCloud): Required<FirewallAdapter>["place"] {
	let after: readonly pulumi.Resource[] = [];
	return (name, { ruleSet: { plan }, passed }, opts) => {
		if (!plan) throw new RangeError(`nothing is planned for ${cloud.type}`);
		cloud.sdk?.require();
		const { shown, resources } = new FirewallRules(name, cloud, { plan, passed, after }, opts);
		// Of all before, not the last alone: when one between leaves, those around it are still in order.
		if (cloud.oneAtATime) after = [...after, ...resources];
		return shown;
	};
}
