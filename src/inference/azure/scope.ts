/** Where everything of a deployment is, by names that nothing has to be asked for. */
export interface AzureScope {
	/** Id of the subscription. */
	readonly subscription: string;
	readonly resourceGroup: string;
	readonly accountName: string;
}

/** Id of the account, as Azure Resource Manager writes it. */
export function accountId({ accountName, ...scope }: AzureScope): string {
	return `${groupId(scope)}/providers/Microsoft.CognitiveServices/accounts/${accountName}`;
}

function groupId({ subscription, resourceGroup }: Pick<AzureScope, "subscription" | "resourceGroup">): string {
	return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;
}
