import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedLookUp } from "../../../cloud/planned-resource.js";
import type { PlanPart } from "../../join-plans.js";
import { azureSignIns } from "../identity/sign-ins.js";
import { nameFor } from "../names.js";
import type { AzureProperties } from "../properties.js";
import type { FoundryProvision } from "../provision.js";
import { type FoundryRequest, scopeOf } from "../request.js";
import { meterOf, resource } from "../resource.js";
import { accountId } from "../scope.js";

type Account = AzureProperties["Microsoft.CognitiveServices/accounts"];

/** Ids in the plan. */
export const accountResource = "account";
const resourceGroupResource = "resource-group";

/** What has to be there before anything of the account is. */
export function afterAccount({ provision }: Pick<FoundryRequest, "provision">): { readonly after?: readonly string[] } {
	return provision.account?.existing ? {} : { after: [accountResource] };
}

/** What has to be there before anything of the resource group is. */
export function afterGroup({ provision }: Pick<FoundryRequest, "provision">): { readonly after?: readonly string[] } {
	return provision.resourceGroup.existing ? {} : { after: [resourceGroupResource] };
}

/** The resource group and the account, but what of them exists, and the records of calls. */
export function planAccount(request: FoundryRequest): PlanPart[] {
	return [plannedGroup(request), plannedAccount(request), plannedDiagnostics(request)];
}

function plannedGroup({ provision }: FoundryRequest): PlanPart {
	const { resourceGroup, location, tags = {} } = provision;
	if (resourceGroup.existing) return {};
	const { name } = resourceGroup;
	const properties = { resourceGroupName: name, location, tags };
	return {
		resources: [resource("Microsoft.Resources/resourceGroups", resourceGroupResource, properties, { name })],
	};
}

function plannedAccount(request: FoundryRequest): PlanPart {
	const { provision } = request;
	const { accountName: name, resourceGroup: resourceGroupName } = scopeOf(request);
	const outputs = { account: { id: accountId(scopeOf(request)) } };
	if (provision.account?.existing) {
		const type = "Microsoft.CognitiveServices/accounts";
		return { outputs, uses: [{ type, meter: meterOf(type) }] };
	}
	const { location, encryption, tags = {} } = provision;
	const identity = encryption?.identity.id;
	const account: Account = {
		resourceGroupName,
		accountName: name,
		location,
		kind: "AIServices",
		sku: { name: "S0" },
		identity: {
			type: identity === undefined ? "SystemAssigned" : "SystemAssigned, UserAssigned",
			...(identity !== undefined && { userAssignedIdentities: [identity] }),
		},
		properties: propertiesOf(request),
		tags,
	};
	const circumstances = { name, fixed: ["properties.restore"], ...afterGroup(request) };
	return {
		resources: [resource("Microsoft.CognitiveServices/accounts", accountResource, account, circumstances)],
		outputs,
	};
}

function propertiesOf({ provision, resource: subDomain, signIn }: FoundryRequest): Account["properties"] {
	const { account, encryption } = provision;
	return {
		allowProjectManagement: true,
		customSubDomainName: subDomain,
		disableLocalAuth: !takesKeys({ provision, signIn }),
		...networkOf(provision),
		...(encryption && {
			encryption: {
				keySource: "Microsoft.KeyVault",
				keyVaultProperties: {
					keyVaultUri: encryption.keyVaultUri,
					keyName: encryption.keyName,
					keyVersion: encryption.keyVersion,
					identityClientId: encryption.identity.clientId,
				},
			},
		}),
		...(account?.restore && { restore: true }),
	};
}

/** Whether an account that is created takes its keys besides Entra ID. */
export function takesKeys({ provision, signIn }: Pick<FoundryRequest, "provision" | "signIn">): boolean {
	return provision.localAuthentication ?? azureSignIns[signIn].blocks.includes("key");
}

/** Who is named reaches the public endpoint; where nobody is, everybody does, or nobody with a private endpoint. */
function networkOf({
	network,
	privateEndpoint,
}: FoundryProvision): Pick<Account["properties"], "publicNetworkAccess" | "networkAcls"> {
	const { addresses = [], subnets = [], trustedServices = false } = network ?? {};
	const isNamed = addresses.length > 0 || subnets.length > 0;
	const isOpen = !network && !privateEndpoint;
	return {
		publicNetworkAccess: isNamed || isOpen ? "Enabled" : "Disabled",
		networkAcls: {
			defaultAction: isOpen ? "Allow" : "Deny",
			bypass: trustedServices ? "AzureServices" : "None",
			ipRules: addresses.map((value) => ({ value })),
			virtualNetworkRules: subnets.map((id) => ({ id })),
		},
	};
}

/** Records of calls. https://learn.microsoft.com/azure/foundry/how-to/diagnostic-logging */
function plannedDiagnostics(request: FoundryRequest): PlanPart {
	const { provision, deployment } = request;
	const { diagnostics, location, tags = {} } = provision;
	if (!diagnostics) return {};
	const { resourceGroup: resourceGroupName } = scopeOf(request);
	const name = nameFor(deployment);
	const workspace =
		diagnostics.workspaceId === undefined
			? resource(
					"Microsoft.OperationalInsights/workspaces",
					"workspace",
					{
						resourceGroupName,
						workspaceName: name,
						location,
						retentionInDays: diagnostics.retentionDays ?? 90,
						sku: { name: "PerGB2018" },
						tags,
					},
					{ name, ...afterGroup(request) },
				)
			: undefined;
	const setting = resource(
		"Microsoft.Insights/diagnosticSettings",
		"diagnostics",
		{
			name,
			resourceUri: accountId(scopeOf(request)),
			workspaceId: workspace ? outputOf(workspace, "id") : (diagnostics.workspaceId ?? ""),
			// Groups and single categories beside one another never settle.
			logs: [{ categoryGroup: "allLogs", enabled: true }],
			metrics: [{ category: "AllMetrics", enabled: true }],
		},
		{ name, ...afterAccount(request) },
	);
	return { resources: [...(workspace ? [workspace] : []), setting] };
}

/** The keys of an account, where profiles carry one: of one that is created they come with it. */
export function accountKey(request: FoundryRequest): {
	readonly key: string;
	readonly lookUps: readonly PlannedLookUp[];
} {
	const { provision } = request;
	const name = provision.key ?? "key1";
	if (!provision.account?.existing) return { key: outputOf({ id: accountResource }, name), lookUps: [] };
	const { accountName, resourceGroup: resourceGroupName } = scopeOf(request);
	const lookUp: PlannedLookUp = {
		id: "account-keys",
		asks: "account keys",
		properties: { accountName, resourceGroupName },
	};
	return { key: outputOf(lookUp, name), lookUps: [lookUp] };
}
