import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { FoundryInference } from "../../../src/components/azure/foundry-inference.js";
import { directory, subscription } from "../../inference/azure/requests.js";
import { plans } from "./plans.js";
import {
	clientConfig,
	entraConfig,
	getPrincipal,
	listKeys,
	recordAzure,
	registeredClientId,
	reveal,
} from "./record-azure.js";

const root = "pulumi-cowork:azure:FoundryInference";

const group = "azure-native:resources:ResourceGroup::eu-resource-group";
const account = "azure-native:cognitiveservices:Account::eu-account";
const deployments = "azure-native:resources:DeploymentStackAtResourceGroup::eu-deployments";
const roles = Object.values(directory).map((id) => `azure-native:authorization:RoleAssignment::eu-access.${id}`);
const endpoint = "azure-native:network:PrivateEndpoint::eu-private-endpoint";
const zoneGroup = "azure-native:network:PrivateDnsZoneGroup::eu-private-endpoint-zones";
const zones = ["cognitiveServices", "openAi", "servicesAi"].flatMap((word) => [
	`azure-native:privatedns:PrivateZone::eu-zone.${word}`,
	`azure-native:privatedns:VirtualNetworkLink::eu-zone-link.${word}`,
]);
const app = [
	"azuread:index/applicationRegistration:ApplicationRegistration::eu-app",
	"azuread:index/applicationApiAccess:ApplicationApiAccess::eu-app-api",
	"azuread:index/servicePrincipal:ServicePrincipal::eu-app-principal",
];
const redirects = "azuread:index/applicationRedirectUris:ApplicationRedirectUris::eu-app-redirects";
const deviceCode = "azuread:index/applicationFallbackPublicClient:ApplicationFallbackPublicClient::eu-app-device-code";
const consent =
	"azuread:index/servicePrincipalDelegatedPermissionGrant:ServicePrincipalDelegatedPermissionGrant::eu-app-consent";
const workspace = "azure-native:operationalinsights:Workspace::eu-workspace";
const records = "azure-native:monitor:DiagnosticSetting::eu-diagnostics";
const created = [group, account, deployments];

/** Types and logical names of what is created. */
const children: Record<keyof typeof plans, string[]> = {
	entra: [...created, ...roles],
	deviceCode: [...created, ...roles, ...app, deviceCode],
	browser: [...created, ...roles, ...app, redirects, consent],
	broker: [...created, ...roles, ...app, redirects],
	apiKey: created,
	helper: [...created, ...roles],
	bringYourOwn: created,
	severalModels: [...created, ...roles],
	diagnostics: [...created, ...roles, workspace, records],
	existingWorkspace: [...created, ...roles, records],
	privateEndpoint: [...created, ...roles, endpoint, zoneGroup, ...zones],
	existingZones: [...created, ...roles, endpoint, zoneGroup],
	zonesElsewhere: [...created, ...roles, endpoint],
	existingAccount: [deployments, ...roles],
	keyOfExistingAccount: [deployments],
	encryption: [...created, ...roles],
};

/** What is asked of the cloud, besides where its provider works. */
const questions: Partial<Record<keyof typeof plans, string[]>> = {
	deviceCode: [entraConfig, getPrincipal],
	browser: [entraConfig, getPrincipal],
	broker: [entraConfig, getPrincipal],
	apiKey: [listKeys],
	keyOfExistingAccount: [listKeys],
};

const isCloud = ({ type }: { readonly type: string }) => /^azure(?:-native|ad):/.test(type);

const takesTags =
	/:(ResourceGroup|Account|DeploymentStackAtResourceGroup|Workspace|PrivateEndpoint|PrivateZone|VirtualNetworkLink)$/;

test.each(Object.entries(plans))("%s: creates exactly what is planned, and asks what it needs", async (name, plan) => {
	const { urns, calls, resources } = await recordAzure(() => new FoundryInference("eu", { plan }));
	const word = name as keyof typeof plans;
	const own = urns.filter((urn) => !urn.startsWith("pulumi:pulumi:Stack::"));
	expect(own).toEqual([...children[word].map((child) => `${root}$${child}`), `${root}::eu`].sort());
	expect(calls.map(({ token }) => token).sort()).toEqual([clientConfig, ...(questions[word] ?? [])].sort());

	// A property that the provider does not have would be dropped without a word.
	const registered = resources.filter(isCloud);
	const properties = (each: Readonly<Record<string, unknown>>) => Object.keys(each).sort();
	expect(Object.fromEntries(registered.map(({ name: id, inputs }) => [id, properties(inputs)]))).toEqual(
		Object.fromEntries(plan.resources.map((each) => [`eu-${each.id}`, properties(each.properties)])),
	);
	const taggable = registered.filter(({ type }) => takesTags.test(type));
	expect(taggable.map(({ inputs }) => inputs.tags)).toEqual(taggable.map(() => ({ team: "platform" })));
});

const accountId = `/subscriptions/${subscription}/resourceGroups/cowork-eu/providers/Microsoft.CognitiveServices/accounts/example-cowork`;

test("a role is given to each group of the directory, under the name that the three of it always come to", async () => {
	const { resources, result } = await recordAzure(() => new FoundryInference("eu", { plan: plans.entra }));
	const assignment = (principalId: string, roleAssignmentName: string) => ({
		principalId,
		principalType: "Group",
		roleAssignmentName,
		roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/a97b65f3-24c7-4388-baec-2e87135dc908`,
		scope: accountId,
	});
	// Names by Python's uuid.uuid5.
	expect(resources.filter(({ type }) => type.endsWith(":RoleAssignment")).map(({ inputs }) => inputs)).toEqual([
		assignment(directory.general, "f961f15f-f1d9-5e66-a94a-215b9391d9fa"),
		assignment(directory.pilot, "b5c51aa1-a7dd-5851-94a0-a084b8ffb316"),
	]);
	expect(Object.keys(result.principals).sort()).toEqual(["group-general", "group-pilot"]);
	expect((await reveal(result.accountId)).value).toBe(accountId);
	expect((await reveal(result.stackId)).value).toBe("eu-deployments-id");
	expect(result.clientId).toBeUndefined();
});

test("the template of the model deployments arrives as it was planned, each after the one before", async () => {
	const plan = plans.severalModels;
	const { resources } = await recordAzure(() => new FoundryInference("eu", { plan }));
	const stack = resources.find(({ name }) => name === "eu-deployments");
	expect(stack?.inputs.template).toEqual(plan.resources.find(({ id }) => id === "deployments")?.properties.template);
	expect(stack?.inputs.template).toMatchObject({
		resources: [
			{ name: "example-cowork/haiku", dependsOn: [] },
			{
				name: "example-cowork/opus",
				dependsOn: ["[resourceId('Microsoft.CognitiveServices/accounts/deployments', 'example-cowork', 'haiku')]"],
			},
		],
	});
});

describe("a key", () => {
	test("of an account that is created is a secret, and stands nowhere but in what profiles take", async () => {
		const { result, resources } = await recordAzure(() => new FoundryInference("eu", { plan: plans.apiKey }));
		expect(await reveal(result.late["foundry.apiKey"])).toEqual({ value: "first-key-of-the-account", secret: true });
		expect(JSON.stringify(resources)).not.toContain("key-of-the-account");
	});

	test("of one that exists is read of it", async () => {
		const plan = plans.keyOfExistingAccount;
		const { result, calls } = await recordAzure(() => new FoundryInference("eu", { plan }));
		expect(await reveal(result.late["foundry.apiKey"])).toEqual({ value: "second-key-of-the-account", secret: true });
		expect(calls.find(({ token }) => token === listKeys)?.inputs).toEqual({
			accountName: "example-cowork",
			resourceGroupName: "ai",
		});
	});
});

describe("the app in Entra ID", () => {
	test("asks for the scope of the API that the tenant has, and is what profiles name", async () => {
		const { resources, result, calls } = await recordAzure(() => new FoundryInference("eu", { plan: plans.browser }));
		const inputs = (name: string) => resources.find((each) => each.name === name)?.inputs;
		expect(calls.find(({ token }) => token === getPrincipal)?.inputs).toEqual({
			displayName: "Microsoft Cognitive Services",
		});
		expect(inputs("eu-app")).toEqual({ displayName: "cowork-eu", signInAudience: "AzureADMyOrg" });
		expect(inputs("eu-app-api")).toEqual({
			applicationId: "eu-app-id",
			apiClientId: "7d312290-28c8-473c-a0ed-8e53749b6d6d",
			scopeIds: ["5f1e8914-a52b-429f-9324-91b92b81adaf"],
		});
		expect(inputs("eu-app-redirects")).toEqual({
			applicationId: "eu-app-id",
			type: "PublicClient",
			redirectUris: ["http://127.0.0.1/callback"],
		});
		expect(inputs("eu-app-principal")).toEqual({ clientId: registeredClientId });
		expect(inputs("eu-app-consent")).toEqual({
			servicePrincipalObjectId: "object-of-the-app",
			resourceServicePrincipalObjectId: "object-of-the-api",
			claimValues: ["user_impersonation"],
		});
		for (const output of [result.late["foundry.clientId"], result.clientId]) {
			expect(await reveal(output)).toEqual({ value: registeredClientId, secret: false });
		}
	});

	test("has its own id in the addresses of a broker", async () => {
		const { resources } = await recordAzure(() => new FoundryInference("eu", { plan: plans.broker }));
		expect(resources.find(({ name }) => name === "eu-app-redirects")?.inputs.redirectUris).toEqual([
			`ms-appx-web://Microsoft.AAD.BrokerPlugin/${registeredClientId}`,
			"msauth.com.anthropic.claudefordesktop://auth",
		]);
	});
});

test("everything goes by the component's provider", async () => {
	const provider = () =>
		new (class extends pulumi.ProviderResource {
			constructor() {
				super("azure-native", "eu-subscription", {});
			}
		})();
	const { resources, calls } = await recordAzure(
		() => new FoundryInference("eu", { plan: plans.apiKey }, { providers: [provider()] }),
	);
	const used = [...resources.filter(isCloud), ...calls].map((each) => each.provider);
	expect(new Set(used)).toEqual(new Set(["eu-subscription"]));
});
