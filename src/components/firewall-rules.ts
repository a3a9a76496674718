import * as pulumi from "@pulumi/pulumi";
import type { RulePlan } from "../firewall/rule-plan.js";
import type { FirewallAdapter, RulesToPlace } from "./adapters.js";
import { type CloudPlacers, placePlan } from "./place-plan.js";

/** Where rules of one firewall are placed. */
export interface RulesCloud {
	/** Type of the component, such as `pulumi-cowork:aws:NetworkFirewallRules`. */
	readonly type: string;
	readonly placers: CloudPlacers;
}

/** The rules of one firewall in its cloud, as its rule set plans them. */
class FirewallRules extends pulumi.ComponentResource {
	/** What the rule set shows of itself, by name; no secret. */
	readonly shown: Readonly<Record<string, pulumi.Output<string>>>;

	constructor(name: string, { type, placers }: RulesCloud, rules: PlannedRules, opts: pulumi.ComponentResourceOptions) {
		super(type, name, {}, opts);

		const { resources, lookUps = [], outputs } = rules.plan;
		const plan = { lookUps, resources, policies: {}, late: {}, outputs: { shown: outputs } };
		const placed = placePlan({ name, plan, passed: rules.passed, placers, opts: { parent: this } });

		this.shown = placed.outputs.shown ?? {};
		this.registerOutputs(this.shown);
	}
}

interface PlannedRules extends Pick<RulesToPlace, "passed"> {
	readonly plan: RulePlan;
}

/** How an adapter places what the rule sets of its backend plan. */
export function placedIn(cloud: RulesCloud): Required<FirewallAdapter>["place"] {
	return (name, { ruleSet: { plan }, passed }, opts) => {
		if (!plan) throw new RangeError(`nothing is planned for ${cloud.type}`);
		return new FirewallRules(name, cloud, { plan, passed }, opts).shown;
	};
}
