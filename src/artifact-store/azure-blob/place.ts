import { createHash } from "node:crypto";
import type { AzureBlobAccount, AzureBlobContainer, AzureBlobStoreOptions } from "./options.js";

/** A container by the names that it has in Azure. */
export interface BlobPlace {
	readonly account: string;
	readonly container: string;
}

/** What ids in the plan begin with: of what carries no secret, and of what does. */
export type PlaceRole = "" | "sensitive-";

/** What every part of the plan is in. */
export interface Within {
	readonly options: AzureBlobStoreOptions;
	/** Name of the resource group, once it is known to be in the subscription. */
	readonly group: string;
	readonly retain: boolean;
}

/** What names are made of. */
export interface NameRequest extends Pick<AzureBlobStoreOptions, "subscription"> {
	readonly deployment: string;
}

/** Takes what carries no secret. */
export function generalPlace(
	request: NameRequest,
	{ account, container }: Pick<AzureBlobStoreOptions, "account" | "container">,
): BlobPlace {
	return { account: accountName(request, account, ""), container: containerName(container, "cowork") };
}

/** Takes what carries a secret; undefined where the block has no such place. */
export function sensitivePlace(
	request: NameRequest,
	{ sensitive, ...rest }: Pick<AzureBlobStoreOptions, "account" | "container" | "sensitive">,
): BlobPlace | undefined {
	if (!sensitive) return undefined;
	const account = sensitive.account
		? accountName(request, sensitive.account, "sensitive")
		: generalPlace(request, rest).account;
	return { account, container: containerName(sensitive.container, "cowork-sensitive") };
}

function containerName(container: AzureBlobContainer | undefined, otherwise: string): string {
	return container?.name ?? otherwise;
}

/**
 * All of Azure shares the names of accounts, and they are short: the digest tells a deployment from those of its name in
 * other subscriptions. Changing it makes another account.
 */
function accountName({ deployment, subscription }: NameRequest, { name }: AzureBlobAccount = {}, role: string): string {
	if (name !== undefined) return name;
	const digest = createHash("sha256").update([subscription.toLowerCase(), deployment, role].join("/")).digest("hex");
	return `cowork${deployment.replaceAll("-", "").slice(0, 8)}${digest.slice(0, 10)}`;
}

/** Address of a container in the public cloud. */
export function containerUrl({ account, container }: BlobPlace): string {
	return `https://${account}.blob.core.windows.net/${container}`;
}
