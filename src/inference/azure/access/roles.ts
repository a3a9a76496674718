/** A role that Azure comes with, and what it lets somebody do. */
export interface BuiltInRole {
	readonly name: string;
	readonly id: string;
	/** On the account itself. */
	readonly actions: readonly string[];
	/** On what the account answers, such as calls of models. */
	readonly dataActions: readonly string[];
}

/**
 * The least that Azure comes with that lets somebody call models. It lets them list the account's keys, too, which are of
 * no use where local authentication is off.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/ai-machine-learning#cognitive-services-user
 */
export const cognitiveServicesUser: BuiltInRole = {
	name: "Cognitive Services User",
	id: "a97b65f3-24c7-4388-baec-2e87135dc908",
	actions: [
		"Microsoft.CognitiveServices/*/read",
		"Microsoft.CognitiveServices/accounts/listkeys/action",
		"Microsoft.Insights/alertRules/read",
		"Microsoft.Insights/diagnosticSettings/read",
		"Microsoft.Insights/logDefinitions/read",
		"Microsoft.Insights/metricdefinitions/read",
		"Microsoft.Insights/metrics/read",
		"Microsoft.ResourceHealth/availabilityStatuses/read",
		"Microsoft.Resources/deployments/operations/read",
		"Microsoft.Resources/subscriptions/operationresults/read",
		"Microsoft.Resources/subscriptions/read",
		"Microsoft.Resources/subscriptions/resourceGroups/read",
		"Microsoft.Support/*",
	],
	dataActions: ["Microsoft.CognitiveServices/*"],
};
