import { resourceGroupName } from "../../cloud/azure-resource-group.js";
import { azureTags } from "../../cloud/azure-tags.js";
import { uuid } from "../../configuration/values/identifier.js";
import { error } from "../../problem.js";
import { flag, list, object, text, words } from "../../shape/build.js";
import type { Rule } from "../../shape/shape.js";
import { retire } from "../retire.js";
import { accountMembers } from "./account/account-shape.js";
import { privateEndpointShape } from "./endpoints/endpoint-shape.js";
import { appShape } from "./identity/app-shape.js";
import { deploymentsShape } from "./models/deployment-shape.js";
import { dataZones, locations, tableDate } from "./models/model-table.js";
import { providerDataShape } from "./models/provider-data.js";
import { settled } from "./settled.js";

const checkLocation: Rule<string> = (location) => {
	if (Object.hasOwn(locations, location)) return [];
	const known = Object.keys(locations).join(", ");
	const meant = location.replaceAll(" ", "").toLowerCase();
	if (Object.hasOwn(locations, meant)) return [error("claude-location", [], `is no id of a region; expected ${meant}`)];
	return [error("claude-location", [], `has no Claude models by the table of ${tableDate}; expected one of ${known}`)];
};

export const foundryProvisionShape = object(
	{
		subscription: { shape: uuid, summary: "Subscription that holds the account, by id.", required: true },
		resourceGroup: {
			shape: object({
				name: { shape: resourceGroupName, summary: "Its name.", required: true },
				existing: { shape: flag, summary: "Whether it is there: nothing of it changes.", default: false },
			}),
			summary: "Resource group of the account and of all that is created beside it.",
			required: true,
		},
		location: {
			shape: text(checkLocation),
			summary: "Region of the account, such as `swedencentral`: one that has Claude models.",
			required: true,
		},
		...accountMembers,
		deployments: {
			shape: deploymentsShape,
			summary: "Model deployments, by the names that devices call and that `models` lists.",
			required: true,
		},
		provider: { shape: providerDataShape, summary: "What Anthropic is told of who uses its models.", required: true },
		residency: {
			shape: list(words(dataZones), { minItems: 1 }),
			summary: "Data zones that calls may be answered in; other deployments are refused.",
			defaultNote: "any",
		},
		app: {
			shape: appShape,
			summary: "Registers the app in Entra ID, for `signIn.entra` without a `clientId`.",
			defaultNote: "it is registered by hand",
		},
		key: {
			shape: words(["key1", "key2"]),
			summary:
				"Which of the account's keys profiles carry, for `signIn.apiKey`: name the other, let devices change over, then have Azure make this one anew.",
			default: "key1",
		},
		bringYourOwn: {
			shape: flag,
			summary: "Whether who may call the account is looked after elsewhere: then no roles are assigned.",
			default: false,
		},
		privateEndpoint: {
			shape: privateEndpointShape,
			summary: "Way into the account without the public internet.",
			defaultNote: "the public endpoint",
		},
		settled,
		tags: {
			shape: azureTags,
			summary: "Tags of everything created that takes them.",
			defaultNote: "none",
		},
		retire,
	},
	{ name: "FoundryProvision", summary: "What to create in Azure for a deployment on Foundry." },
);
