import { armId } from "../../../cloud/arm-id.js";
import { azureAddress } from "../../../cloud/azure-address.js";
import { flag, integer, late, list, object, text, textMatching } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import { accountName } from "../names.js";

const network = object(
	{
		addresses: {
			shape: list(azureAddress, { minItems: 1 }),
			summary: "Public IPv4 addresses and ranges that the devices come from.",
			defaultNote: "none",
		},
		subnets: {
			shape: list(armId("Microsoft.Network/virtualNetworks/subnets"), { minItems: 1 }),
			summary: "Subnets with the service endpoint `Microsoft.CognitiveServices`, by id.",
			defaultNote: "none",
		},
		trustedServices: {
			shape: flag,
			summary: "Whether Azure's own trusted services come past the rules.",
			default: false,
		},
	},
	{ name: "FoundryNetwork", summary: "Who reaches the account's public endpoint; everybody else is refused." },
);

const encryption = object(
	{
		keyVaultUri: {
			shape: late(
				textMatching(
					"key-vault",
					/^https:\/\/[a-z0-9-]{3,24}\.(?:vault|managedhsm)\.azure\.net\/?$/i,
					"is no address of a key vault; expected one such as https://example.vault.azure.net",
				),
			),
			summary: "Address of the key vault, with soft delete and purge protection on.",
			required: true,
		},
		keyName: { shape: late(text()), summary: "Name of the key.", required: true },
		keyVersion: { shape: late(text()), summary: "Version of the key.", required: true },
		identity: {
			shape: object({
				id: {
					shape: armId("Microsoft.ManagedIdentity/userAssignedIdentities"),
					summary: "Its id.",
					required: true,
				},
				clientId: { shape: late(text()), summary: "Its client id.", required: true },
			}),
			summary: "Managed identity that may already wrap and unwrap with the key.",
			required: true,
		},
	},
	{ name: "FoundryEncryption", summary: "A customer-managed key for what the account keeps." },
);

/** Members of the `provision` block that say what the account is like. */
export const accountMembers: Readonly<Record<string, Member>> = {
	account: {
		shape: object(
			{
				name: {
					shape: accountName,
					summary: "Its name in Azure.",
					defaultNote: "the route's `resource`, which is its sub-domain in any case",
				},
				existing: {
					shape: flag,
					summary: "Whether it is there: nothing of it changes, it only gets deployments and roles.",
					default: false,
				},
				restore: {
					shape: flag,
					summary: "Whether a deleted account of the name is taken back, for the one update that does it.",
					default: false,
				},
			},
			{ name: "FoundryAccount", summary: "The account of Azure AI Foundry that answers." },
		),
		summary: "The account.",
		defaultNote: "it is created under the name of the route's `resource`",
	},
	localAuthentication: {
		shape: flag,
		summary: "Whether the account takes its two keys besides Entra ID.",
		defaultNote: "only with `signIn.apiKey`",
	},
	network: {
		shape: network,
		summary: "Who reaches the public endpoint.",
		defaultNote: "everybody, or nobody with `privateEndpoint`",
	},
	encryption: { shape: encryption, summary: "A customer-managed key.", defaultNote: "Microsoft's own keys" },
	diagnostics: {
		shape: object(
			{
				workspaceId: {
					shape: armId("Microsoft.OperationalInsights/workspaces"),
					summary: "Log Analytics workspace that exists, by id.",
					defaultNote: "one is created",
				},
				retentionDays: {
					shape: integer({ min: 30, max: 730 }),
					summary: "Days that the created workspace keeps records.",
					default: 90,
				},
			},
			{
				name: "FoundryDiagnostics",
				summary: "Records of calls: who, from where, which deployment, how many tokens; never what was said.",
			},
		),
		summary: "Records of calls, in a Log Analytics workspace.",
		defaultNote: "none",
	},
};
