import type { BlobClient, ContainerClient } from "@azure/storage-blob";
import { type BlobPlace, containerUrl, generalPlace, sensitivePlace } from "../artifact-store/azure-blob/place.js";
import type { AzureBlobStoreOptions } from "../artifact-store/azure-blob.js";
import { beforeKeys } from "../artifact-store/prefix.js";
import { error, type Problem, warning } from "../problem.js";
import { atOnce } from "./at-once.js";
import { containerFault, contributor, isNoBlob, isRetained, openContainer, reader } from "./azure-container.js";
import { objectBytes, tooLarge } from "./object-bytes.js";
import type { ObjectReader, OpenReaders, StoredEntry, StoredObject } from "./object-reader.js";

/** Containers of Azure Blob Storage, as whoever `@azure/identity` finds. */
export const azureBlob: OpenReaders<AzureBlobStoreOptions> = async (options, { deployment, environment }) => {
	const request = { deployment, subscription: options.subscription };
	const open = async (place: BlobPlace) =>
		containerReader(await openContainer(place, environment), `${containerUrl(place)}/`, beforeKeys(options.prefix));
	const apart = sensitivePlace(request, options);
	return { general: await open(generalPlace(request, options)), ...(apart && { sensitive: await open(apart) }) };
};

function containerReader(container: ContainerClient, location: string, prefix: string): ObjectReader {
	const title = `${location}${prefix}`;
	return {
		title,
		async get(key, limitBytes) {
			const place = `${title}${key}`;
			try {
				return await blobIn(container.getBlobClient(`${prefix}${key}`), place, limitBytes);
			} catch (cause) {
				if (isNoBlob(cause)) return undefined;
				throw containerFault(`read ${place}`, reader, cause);
			}
		},
		list: (start) => entriesIn(container, { title, prefix, start }),
		async remove(keys) {
			return (await atOnce(keys, (key) => removeBlob(container, prefix, key))).flat();
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

async function blobIn(blob: BlobClient, place: string, limitBytes: number): Promise<StoredObject | undefined> {
	const answer = await blob.download();
	const { readableStreamBody: body, contentLength = 0 } = answer;
	if (!body) return undefined;
	if (contentLength > limitBytes) {
		// Nobody listens to what it says of having been ended.
		body.on("error", () => undefined);
		if ("destroy" in body && typeof body.destroy === "function") body.destroy();
		throw tooLarge(place, contentLength, limitBytes);
	}
	const content = await objectBytes(body, place, limitBytes);
	const { contentType, cacheControl, contentDisposition, lastModified } = answer;
	return {
		content,
		...(contentType && { mediaType: contentType }),
		...(cacheControl && { cacheControl }),
		...(contentDisposition && { disposition: contentDisposition }),
		...(lastModified && { modified: lastModified }),
	};
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

async function removeBlob(container: ContainerClient, prefix: string, key: string): Promise<Problem[]> {
	try {
		await container.getBlobClient(`${prefix}${key}`).deleteIfExists({ deleteSnapshots: "include" });
		return [];
	} catch (cause) {
		if (isRetained(cause))
			return [warning("object-retained", [key], "stays: a policy of the container or a legal hold keeps it")];
		return [error("object-not-removed", [key], containerFault("remove it", contributor, cause).message)];
	}
}
