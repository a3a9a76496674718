import { builtInRoleId, roleAssignmentName } from "../../cloud/azure-role-assignment.js";
import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedLookUp, PlannedResource } from "../../cloud/planned-resource.js";
import { beforeKeys } from "../prefix.js";
import type { PlannedPlace, StorePlan, StoreRequest } from "../store.js";
import { plannedAccount } from "./account.js";
import type { AzureBlobPrincipal, AzureBlobStoreOptions } from "./options.js";
import { type BlobPlace, containerUrl, generalPlace, type PlaceRole, sensitivePlace, type Within } from "./place.js";
import { resource } from "./properties.js";

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage */
const roles = {
	/** Reads blobs and lists them. */
	reader: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
	/** Reads, writes and deletes blobs and containers. */
	writer: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
} as const;

interface PlaceOptions extends Pick<AzureBlobStoreOptions, "container" | "readers"> {
	/** What has to be there before. */
	readonly after: readonly PlannedResource[];
}

/** What is to stand in Azure for a deployment. */
export function planBlobStore({ deployment }: StoreRequest, options: AzureBlobStoreOptions): StorePlan {
	const { subscription, sensitive, retain = true } = options;
	// The provider alone decides where resources go: the look-up refuses another subscription than ids name.
	const group: PlannedLookUp = {
		id: "resource-group",
		asks: "resource group",
		properties: { subscription, resourceGroupName: options.resourceGroup },
	};
	const within: Within = { options, group: outputOf(group, "name"), retain };
	const request = { deployment, subscription };
	const general = generalPlace(request, options);
	const account = plannedAccount("", general.account, options, within);
	const apart = sensitivePlace(request, options);
	const own = apart && sensitive?.account ? plannedAccount("sensitive-", apart.account, sensitive, within) : undefined;
	const resources = [
		...account,
		...plannedPlace("", general, { ...options, after: account }, within),
		...(own ?? []),
		...(apart ? plannedPlace("sensitive-", apart, { ...sensitive, after: own ?? account }, within) : []),
	];
	return {
		lookUps: resources.length > 0 ? [group] : [],
		resources,
		place: placeFor(general),
		...(apart && { sensitivePlace: placeFor(apart) }),
		prefix: beforeKeys(options.prefix),
		// Objects of a revision stay while rings may be held at it, whatever becomes of the container.
		retain: true,
		outputs: {
			account: general.account,
			container: containerUrl(general),
			...(apart && { sensitiveAccount: apart.account, sensitiveContainer: containerUrl(apart) }),
		},
	};
}

function placeFor({ account, container }: BlobPlace): PlannedPlace {
	return {
		properties: { accountName: account, containerName: container },
		location: `${containerUrl({ account, container })}/`,
	};
}

/** The container, where it is created, and who may read and write in it. */
function plannedPlace(
	role: PlaceRole,
	place: BlobPlace,
	{ container, readers = [], after }: PlaceOptions,
	{ options, group, retain }: Within,
): PlannedResource[] {
	const id = `${role}container`;
	const created = container?.existing
		? []
		: [
				resource(
					"Microsoft.Storage/storageAccounts/blobServices/containers",
					id,
					{
						resourceGroupName: group,
						accountName: place.account,
						containerName: place.container,
						publicAccess: "None",
					},
					{ name: place.container, kept: retain, ...afterAll(after) },
				),
			];
	const scope = `/subscriptions/${options.subscription}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/${place.account}/blobServices/default/containers/${place.container}`;
	const assigned = (word: keyof typeof roles, principals: readonly AzureBlobPrincipal[]) =>
		principals.map(({ objectId, type }) => {
			// Of what no two places share, and no program passes: Azure takes a name for one scope alone.
			const name = roleAssignmentName(containerUrl(place), objectId, roles[word]);
			return resource(
				"Microsoft.Authorization/roleAssignments",
				`${role}${word}.${objectId.toLowerCase()}`,
				{
					scope,
					roleAssignmentName: name,
					roleDefinitionId: builtInRoleId(options.subscription, roles[word]),
					principalId: objectId.toLowerCase(),
					principalType: type,
				},
				{ name, ...afterAll(created) },
			);
		});
	return [...created, ...assigned("reader", readers), ...assigned("writer", options.writers ?? [])];
}

function afterAll(before: readonly PlannedResource[]): { readonly after?: readonly string[] } {
	return before.length > 0 ? { after: before.map(({ id }) => id) } : {};
}
