import ipaddr from "ipaddr.js";
import type { PlannedResource } from "../../../../src/cloud/planned-resource.js";
import type { CloudPlan } from "../../../../src/inference/cloud-plan.js";
import { token } from "../../../../src/reference/token.js";

/** A call of a model, as Azure sees it. */
export interface AzureCall {
	/** Of an account, by the name that the app puts into the host. */
	readonly resource: string;
	readonly deployment: string;
	readonly by: Caller;
	readonly from: Place;
}

/** Somebody of the directory, or whoever holds one of the account's keys. */
export type Caller = { readonly groups: readonly string[] } | { readonly key: "key1" | "key2" };

/** Where a call comes from. */
export interface Place {
	/** The public address that Azure sees, but from a network's own endpoint. */
	readonly address: string;
	/** The subnet, where it has the service endpoint of Cognitive Services. */
	readonly subnet?: string;
	/** The network whose resolver is asked for the host. */
	readonly network?: string;
}

/** What Azure answers, in the words of its own errors. */
export type Answer =
	| "answered"
	| "host not found"
	| "public access is disabled"
	| "denied by firewall rules"
	| "key authentication is disabled"
	| "permission denied"
	| "deployment not found";

/**
 * What each role that Azure comes with lets somebody do, as its own list has it.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/ai-machine-learning
 */
const roles: Readonly<
	Record<string, { readonly actions: readonly string[]; readonly dataActions: readonly string[] }>
> = {
	// Cognitive Services User
	"a97b65f3-24c7-4388-baec-2e87135dc908": {
		actions: ["Microsoft.CognitiveServices/*/read", "Microsoft.CognitiveServices/accounts/listkeys/action"],
		dataActions: ["Microsoft.CognitiveServices/*"],
	},
	// Cognitive Services Contributor
	"25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68": { actions: ["Microsoft.CognitiveServices/*"], dataActions: [] },
	// Cognitive Services OpenAI User
	"5e0bd9bd-7b93-4f28-af87-19fc36ad61bd": {
		actions: ["Microsoft.CognitiveServices/*/read"],
		dataActions: ["Microsoft.CognitiveServices/accounts/OpenAI/*"],
	},
};

/** Calls of Claude models are below this. https://github.com/Azure-Samples/claude */
const callOfModel = "Microsoft.CognitiveServices/accounts/MaaS/messages/action";
const listKeys = "Microsoft.CognitiveServices/accounts/listKeys/action";

/** What comes of a call once a plan stands: the network first, then who calls, then what is there. */
export function answerTo(plan: CloudPlan, { resource, deployment, by, from }: AzureCall): Answer {
	const account = accountIn(plan);
	if (resource.toLowerCase() !== String(account.customSubDomainName).toLowerCase()) return "host not found";
	const refused = comesPrivately(plan, from) ? undefined : refusedByNetwork(account, from);
	if (refused) return refused;
	if ("key" in by) {
		if (account.disableLocalAuth !== false) return "key authentication is disabled";
	} else if (!mayDo(plan, by.groups, "dataActions", callOfModel)) return "permission denied";
	return deployed(plan).includes(deployment) ? "answered" : "deployment not found";
}

/** Whether somebody can read the account's keys off it, and call with them. */
export function canTakeKeys(plan: CloudPlan, groups: readonly string[]): boolean {
	return accountIn(plan).disableLocalAuth === false && mayDo(plan, groups, "actions", listKeys);
}

function mayDo(plan: CloudPlan, groups: readonly string[], kind: "actions" | "dataActions", action: string): boolean {
	const id = accountIdIn(plan).toLowerCase();
	return ofType(plan, "Microsoft.Authorization/roleAssignments").some(({ properties }) => {
		const scope = String(properties.scope).toLowerCase();
		const role = roles[String(properties.roleDefinitionId).split("/").at(-1) ?? ""];
		const isOver = id === scope || id.startsWith(`${scope}/`);
		const isTheirs = properties.principalType === "Group" && groups.includes(String(properties.principalId));
		return isOver && isTheirs && (role?.[kind].some((pattern) => covers(pattern, action)) ?? false);
	});
}

/** `*` stands for anything, and capitals do not count. */
function covers(pattern: string, action: string): boolean {
	const parts = pattern.split("*").map((part) => part.replace(/[.\\/]/g, "\\$&"));
	return new RegExp(`^${parts.join(".*")}$`, "i").test(action);
}

function refusedByNetwork(account: AccountProperties, { address, subnet }: Place): Answer | undefined {
	if (account.publicNetworkAccess !== "Enabled") return "public access is disabled";
	const { defaultAction, ipRules, virtualNetworkRules } = account.networkAcls;
	if (defaultAction === "Allow") return undefined;
	const isNamed = ipRules.some(({ value }) => isWithin(address, value));
	const isInSubnet = virtualNetworkRules.some(({ id }) => id === subnet);
	return isNamed || isInSubnet ? undefined : "denied by firewall rules";
}

function isWithin(address: string, range: string): boolean {
	const network = ipaddr.IPv4.parseCIDR(range.includes("/") ? range : `${range}/32`);
	return ipaddr.IPv4.parse(address).match(network);
}

/** Whether the resolver of a network gives the endpoint's address for the host that the app calls. */
function comesPrivately(plan: CloudPlan, { network }: Place): boolean {
	const [endpoint] = ofType(plan, "Microsoft.Network/privateEndpoints");
	const [group] = ofType(plan, "Microsoft.Network/privateEndpoints/privateDnsZoneGroups");
	if (network === undefined || !endpoint || !group) return false;
	const connections = endpoint.properties.privateLinkServiceConnections as { privateLinkServiceId: string }[];
	if (!connections.some(({ privateLinkServiceId }) => privateLinkServiceId === accountIdIn(plan))) return false;
	const zones = ofType(plan, "Microsoft.Network/privateDnsZones").filter(
		({ properties }) => properties.privateZoneName === "privatelink.services.ai.azure.com",
	);
	const configured = group.properties.privateDnsZoneConfigs as { privateDnsZoneId: string }[];
	return zones.some(
		({ id }) =>
			configured.some(({ privateDnsZoneId }) => privateDnsZoneId === token(`${id}.id`)) &&
			ofType(plan, "Microsoft.Network/privateDnsZones/virtualNetworkLinks").some(
				({ properties }) =>
					properties.privateZoneName === token(`${id}.name`) &&
					(properties.virtualNetwork as { id: string }).id === network,
			),
	);
}

interface AccountProperties {
	readonly customSubDomainName: string;
	readonly disableLocalAuth: boolean;
	readonly publicNetworkAccess: string;
	readonly networkAcls: {
		readonly defaultAction: string;
		readonly ipRules: readonly { readonly value: string }[];
		readonly virtualNetworkRules: readonly { readonly id: string }[];
	};
}

function accountIn(plan: CloudPlan): AccountProperties {
	const [account] = ofType(plan, "Microsoft.CognitiveServices/accounts");
	if (!account) throw new Error("the plan has no account");
	return account.properties.properties as unknown as AccountProperties;
}

function accountIdIn({ outputs }: CloudPlan): string {
	return outputs.account?.id ?? "";
}

/** Names of deployments, off the template. */
function deployed(plan: CloudPlan): string[] {
	const [stack] = ofType(plan, "Microsoft.Resources/deploymentStacks");
	const template = stack?.properties.template as { resources: { name: string }[] } | undefined;
	return template?.resources.map(({ name }) => name.split("/").at(-1) ?? "") ?? [];
}

function ofType({ resources }: CloudPlan, wanted: string): PlannedResource[] {
	return resources.filter(({ type }) => type === wanted);
}
