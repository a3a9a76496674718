import type { ContainerClient } from "@azure/storage-blob";
import { type BlobPlace, containerUrl } from "../artifact-store/azure-blob/place.js";
import { isObject } from "../json.js";
import { storeClient } from "./client.js";
import { type ReaderRequest, StoreFault } from "./object-reader.js";

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage */
export const reader = "Storage Blob Data Reader";
export const contributor = "Storage Blob Data Contributor";

/** Of a test's server, or of an account that takes its keys; without it Entra ID lets somebody in. */
const connectionString = "AZURE_STORAGE_CONNECTION_STRING";

/** Enough for a moment of trouble, and soon told where there is no such account. */
const retryOptions = { maxTries: 3, retryDelayInMs: 500, maxRetryDelayInMs: 4_000, tryTimeoutInMs: 60_000 };

/**
 * A container as whoever the environment says: by `AZURE_STORAGE_CONNECTION_STRING`, which must be of the account, or as
 * `DefaultAzureCredential` finds somebody.
 *
 * @throws {@link StoreFault} where a client is not installed, and where the connection string is of another account
 */
export async function openContainer(
	place: BlobPlace,
	environment: ReaderRequest["environment"],
): Promise<ContainerClient> {
	const { account, container } = place;
	const client = await storeClient("@azure/storage-blob", () => import("@azure/storage-blob"));
	const connection = environment[connectionString];
	if (connection !== undefined && connection !== "") {
		const service = connected(() => client.BlobServiceClient.fromConnectionString(connection, { retryOptions }));
		// A file for one account must not end in another because a shell was set up for that.
		if (service.accountName === account) return service.getContainerClient(container);
		const message = `${connectionString} is of account ${service.accountName}, and the store is ${account}; unset it, or give that of ${account}`;
		throw new StoreFault("no-credentials", message);
	}
	const { DefaultAzureCredential } = await storeClient("@azure/identity", () => import("@azure/identity"));
	return new client.ContainerClient(containerUrl(place), new DefaultAzureCredential(), { retryOptions });
}

function connected<Service>(open: () => Service): Service {
	try {
		return open();
	} catch {
		// What is wrong with it would be told with the key in it.
		throw new StoreFault("no-credentials", `${connectionString} is no connection string of a storage account`);
	}
}

/** What Azure calls a fault, in its answer or, where that has no body, in a header; undefined where it is none of its. */
function azureCode(cause: unknown): string | undefined {
	if (!(cause instanceof Error)) return undefined;
	if ("code" in cause && typeof cause.code === "string") return cause.code;
	const details = "details" in cause && isObject(cause.details) ? cause.details : {};
	return typeof details.errorCode === "string" ? details.errorCode : undefined;
}

function statusOf(cause: unknown): number | undefined {
	if (!(cause instanceof Error) || !("statusCode" in cause)) return undefined;
	return typeof cause.statusCode === "number" ? cause.statusCode : undefined;
}

/** Whether there is no such blob, in a container that there is. */
export function isNoBlob(cause: unknown): boolean {
	return azureCode(cause) === "BlobNotFound" || (statusOf(cause) === 404 && azureCode(cause) === undefined);
}

/** https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes */
const retained = ["BlobImmutableDueToPolicy", "BlobImmutableDueToLegalHold"];

/** Whether a policy of the container or a legal hold keeps a blob as it is. */
export function isRetained(cause: unknown): boolean {
	return retained.includes(azureCode(cause) ?? "");
}

/**
 * Why Azure gave no answer, in words for people.
 *
 * @param work what it was to do, such as `read https://...`
 * @param role the least that lets somebody do it
 */
export function containerFault(work: string, role: string, cause: unknown): StoreFault {
	if (cause instanceof StoreFault || !(cause instanceof Error)) throw cause;
	const [code, status] = [azureCode(cause), statusOf(cause)];
	const fault = (word: StoreFault["code"], message: string) =>
		new StoreFault(word, `cannot ${work}: ${message}`, { cause });
	if (/Credential|Authentication(?:Required)?Error/.test(cause.name)) {
		return fault(
			"no-credentials",
			"@azure/identity finds nobody to sign in as; run az login, or set AZURE_CLIENT_ID, AZURE_TENANT_ID and what proves it",
		);
	}
	if (code === "KeyBasedAuthenticationNotPermitted") {
		return fault("store-denied", `the account takes no keys; unset ${connectionString}, so that Entra ID lets you in`);
	}
	if (code === "AuthorizationFailure") {
		return fault("store-denied", "the account's network rules refuse this machine; add its address to network");
	}
	if (status === 401 || status === 403) {
		return fault(
			"store-denied",
			`${code ?? status}; it needs the role ${role} on the container, which Azure may take ten minutes to know of, and no other role for the account gives`,
		);
	}
	if (code === "ContainerNotFound" || code === "ContainerBeingDeleted") {
		return fault("store-missing", "there is no such container");
	}
	// An account has a name of its own in DNS, from when it is created.
	if (code === "ENOTFOUND") return fault("store-missing", "there is no such account, or no name server here knows it");
	if (["EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ECONNRESET", "REQUEST_SEND_ERROR"].includes(code ?? "")) {
		return fault(
			"store-unreachable",
			`no answer (${code}); see that the account's name is right and that this machine reaches it`,
		);
	}
	return fault("store-fault", code ?? (cause.message || `Azure answers ${status}`));
}
