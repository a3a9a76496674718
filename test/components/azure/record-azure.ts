import { subscription } from "../../inference/azure/requests.js";
import { type Answers, type CloudCircumstances, type CloudRecording, recordCloud } from "../../support/record-cloud.js";

export { reveal } from "../../support/record-cloud.js";

/** Runs a program against a stand-in for Azure and Entra ID; a call that has no answer is an error. */
export function recordAzure<Result>(
	build: () => Result | Promise<Result>,
	more: Answers = {},
	circumstances?: CloudCircumstances,
): Promise<CloudRecording<Result>> {
	return recordCloud((type, _, inputs) => added[type]?.(inputs) ?? {}, build, { ...answers, ...more }, circumstances);
}

/** Client id of the app that the stand-in registers. */
export const registeredClientId = "c0ffee00-0000-4000-8000-000000000001";

export const clientConfig = "azure-native:authorization:getClientConfig";
export const entraConfig = "azuread:index/getClientConfig:getClientConfig";
export const listKeys = "azure-native:cognitiveservices:listAccountKeys";
export const getPrincipal = "azuread:index/getServicePrincipal:getServicePrincipal";

const answers: Answers = {
	[clientConfig]: () => ({ subscriptionId: subscription.toUpperCase() }),
	[entraConfig]: () => ({}),
	[listKeys]: () => ({ key1: "first-key-of-the-account", key2: "second-key-of-the-account" }),
	[getPrincipal]: () => ({
		clientId: "7d312290-28c8-473c-a0ed-8e53749b6d6d",
		objectId: "object-of-the-api",
		oauth2PermissionScopeIds: { user_impersonation: "5f1e8914-a52b-429f-9324-91b92b81adaf" },
	}),
};

const named = (word: string) => (inputs: Record<string, unknown>) => ({ name: inputs[word] });

const added: Answers = {
	"azure-native:cognitiveservices:Account": named("accountName"),
	"azure-native:network:PrivateEndpoint": named("privateEndpointName"),
	"azure-native:privatedns:PrivateZone": named("privateZoneName"),
	"azuread:index/applicationRegistration:ApplicationRegistration": () => ({ clientId: registeredClientId }),
	"azuread:index/servicePrincipal:ServicePrincipal": () => ({ objectId: "object-of-the-app" }),
};
