import type { Placing } from "./placing.js";
import { awsModule } from "./sdk.js";

/** A monthly budget per group, and on request the tags by which costs are told apart, which only the payer activates. */
export function placeBudgets({ name, plan, child }: Placing, activateTags: boolean): void {
	for (const budget of plan.budgets) {
		const { Budget } = awsModule("budgets/index.js");
		new Budget(
			`${name}-budget-${budget.group}`,
			{
				name: budget.name,
				budgetType: "COST",
				timeUnit: "MONTHLY",
				limitAmount: String(budget.monthlyUsd),
				limitUnit: "USD",
				costFilters: [{ name: "TagKeyValue", values: [`user:${budget.tag.key}$${budget.tag.value}`] }],
				notifications: budget.thresholdPercents.map((threshold) => ({
					comparisonOperator: "GREATER_THAN",
					notificationType: "ACTUAL",
					threshold,
					thresholdType: "PERCENTAGE",
					subscriberEmailAddresses: [budget.email],
				})),
				tags: plan.tags,
			},
			child,
		);
	}
	const keys = activateTags ? new Set(plan.budgets.map(({ tag }) => tag.key)) : [];
	for (const tagKey of keys) {
		const { CostAllocationTag } = awsModule("costexplorer/index.js");
		// Other deployments may count by the same tag.
		const kept = { ...child, retainOnDelete: true };
		new CostAllocationTag(`${name}-cost-allocation-tag.${tagKey}`, { tagKey, status: "Active" }, kept);
	}
}
