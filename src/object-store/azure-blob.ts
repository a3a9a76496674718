import type { ContainerClient } from "@azure/storage-blob";
import { type BlobPlace, containerUrl, generalPlace, sensitivePlace } from "../artifact-store/azure-blob/place.js";
import type { AzureBlobStoreOptions } from "../artifact-store/azure-blob.js";
import { beforeKeys } from "../artifact-store/prefix.js";
import { error, type Problem, warning } from "../problem.js";
import { azureCode, containerFault, isNoBlob, openContainer } from "./azure-container.js";
import { objectBytes } from "./object-bytes.js";
import {
	type ObjectReader,
	type OpenReaders,
	type StoredEntry,
	type StoredObject,
	StoreFault,
} from "./object-reader.js";

/** Containers of Azure Blob Storage, as whoever `@azure/identity` finds. */
export const azureBlob: OpenReaders<AzureBlobStoreOptions> = async (options, { deployment, environment }) => {
	const request = { deployment, subscription: options.subscription };
	const open = async (place: BlobPlace) =>
		containerReader(await openContainer(place, environment), `${containerUrl(place)}/`, beforeKeys(options.prefix));
	const apart = sensitivePlace(request, options);
	return { general: await open(generalPlace(request, options)), ...(apart && { sensitive: await open(apart) }) };
};

/** How many are removed at a time. */
const atOnce = 8;

function containerReader(container: ContainerClient, location: string, prefix: string): ObjectReader {
	const title = `${location}${prefix}`;
	const orFault = async <Result>(work: string, role: string, ask: () => Promise<Result>): Promise<Result> => {
		try {
			return await ask();
		} catch (cause) {
			throw containerFault(work, role, cause);
		}
	};
	return {
		title,
		get: (key, limitBytes) =>
			orFault(`read ${title}${key}`, reader, () => blobIn(container, `${prefix}${key}`, `${title}${key}`, limitBytes)),
		list: (start) => entriesIn(container, { title, prefix, start }),
		async remove(keys) {
			const problems: Problem[] = [];
			for (let first = 0; first < keys.length; first += atOnce) {
				const some = keys.slice(first, first + atOnce);
				problems.push(...(await Promise.all(some.map((key) => removeBlob(container, prefix, key)))).flat());
			}
			return problems;
		},
		async place() {
			try {
				return { exists: await container.exists() };
			} catch (cause) {
				const fault = containerFault(`look at ${title}`, reader, cause);
				if (fault.code === "store-missing") return { exists: false };
				throw fault;
			}
		},
	};
}

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage */
const reader = "Storage Blob Data Reader";
const contributor = "Storage Blob Data Contributor";

async function blobIn(
	container: ContainerClient,
	name: string,
	title: string,
	limitBytes: number,
): Promise<StoredObject | undefined> {
	const answer = await download(container, name);
	if (!answer?.readableStreamBody) return undefined;
	const { readableStreamBody: body, contentLength = 0 } = answer;
	if (contentLength > limitBytes) {
		// Nobody listens to what it says of having been ended.
		body.on("error", () => undefined);
		if ("destroy" in body && typeof body.destroy === "function") body.destroy();
		throw new StoreFault("object-too-large", `${title} has ${contentLength} bytes, and ${limitBytes} at most are read`);
	}
	const content = await objectBytes(body, title, limitBytes);
	const { contentType, cacheControl, contentDisposition, lastModified } = answer;
	return {
		content,
		...(contentType && { mediaType: contentType }),
		...(cacheControl && { cacheControl }),
		...(contentDisposition && { disposition: contentDisposition }),
		...(lastModified && { modified: lastModified }),
	};
}

async function download(container: ContainerClient, name: string) {
	try {
		return await container.getBlobClient(name).download();
	} catch (cause) {
		if (isNoBlob(cause)) return undefined;
		throw cause;
	}
}

async function* entriesIn(
	container: ContainerClient,
	{ title, prefix, start }: { readonly title: string; readonly prefix: string; readonly start: string },
): AsyncIterable<StoredEntry> {
	try {
		for await (const { name, properties } of container.listBlobsFlat({ prefix: `${prefix}${start}` })) {
			const { contentLength: bytes = 0, lastModified: modified } = properties;
			yield { key: name.slice(prefix.length), bytes, modified };
		}
	} catch (cause) {
		throw containerFault(`list ${title}${start}`, reader, cause);
	}
}

/** https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes */
const retained = ["BlobImmutableDueToPolicy", "BlobImmutableDueToLegalHold"];

async function removeBlob(container: ContainerClient, prefix: string, key: string): Promise<Problem[]> {
	try {
		await container.getBlobClient(`${prefix}${key}`).deleteIfExists({ deleteSnapshots: "include" });
		return [];
	} catch (cause) {
		const code = azureCode(cause);
		if (code !== undefined && retained.includes(code)) {
			return [warning("object-retained", [key], "stays: a policy of the container or a legal hold keeps it")];
		}
		return [error("object-not-removed", [key], containerFault("remove it", contributor, cause).message)];
	}
}
