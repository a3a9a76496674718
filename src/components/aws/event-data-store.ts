import type { EventDataStorePlan } from "../../inference/aws/plan.js";
import type { Placing } from "./placing.js";
import { awsModule } from "./sdk.js";

/**
 * Records of calls, which stay when their deployment goes: AWS protects them against deletion until somebody switches
 * that off.
 */
export function placeEventDataStore(store: EventDataStorePlan, { name, plan, child }: Placing): void {
	const { EventDataStore } = awsModule("cloudtrail/index.js");
	new EventDataStore(
		`${name}-event-data-store`,
		{
			// Pulumi's own name, which differs every time: the one that stays is never in the way of the next.
			retentionPeriod: store.retentionDays,
			multiRegionEnabled: false,
			advancedEventSelectors: store.advancedEventSelectors.map(({ name, fieldSelectors }) => ({
				name,
				fieldSelectors: fieldSelectors.map(({ field, equals }) => ({ field, equals: [...equals] })),
			})),
			tags: plan.tags,
			region: plan.region,
		},
		{ ...child, retainOnDelete: true },
	);
}
