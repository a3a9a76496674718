import type { Bucket, File, FileMetadata } from "@google-cloud/storage";
import type { GcsStoreOptions } from "../artifact-store/gcs.js";
import { beforeKeys } from "../artifact-store/prefix.js";
import { error, type Problem, warning } from "../problem.js";
import { storeClient } from "./client.js";
import { faultOf, isAbsent, isMissing, isRetained, messageOf } from "./gcs-fault.js";
import { expiryOf, type LifecycleRule } from "./gcs-lifecycle.js";
import { objectBytes } from "./object-bytes.js";
import {
	type ObjectReader,
	type OpenReaders,
	type StoredEntry,
	type StoredPlace,
	StoreFault,
} from "./object-reader.js";

/**
 * Buckets of Google Cloud Storage, by the credentials that Google's clients find themselves; `STORAGE_EMULATOR_HOST` names
 * another server, which is asked without any.
 */
export const gcs: OpenReaders<GcsStoreOptions> = async (options, { environment }) => {
	const { Storage } = await storeClient("@google-cloud/storage", () => import("@google-cloud/storage"));
	const { STORAGE_EMULATOR_HOST: apiEndpoint } = environment;
	const storage = new Storage({
		...(options.projectId !== undefined && { projectId: options.projectId }),
		...(apiEndpoint !== undefined && { apiEndpoint }),
	});
	const prefix = beforeKeys(options.prefix);
	const open = (bucket: string) => bucketReader(storage.bucket(bucket), prefix);
	return {
		general: open(options.bucket),
		...(options.sensitive && { sensitive: open(options.sensitive.bucket) }),
		...(options.location !== undefined && { region: options.location.toLowerCase() }),
	};
};

function bucketReader(bucket: Bucket, prefix: string): ObjectReader {
	const title = `gs://${bucket.name}/${prefix}`;
	let asked: Promise<readonly LifecycleRule[]> | undefined;
	// Who may read objects may not always read what the bucket is like.
	const lifecycle = () => (asked ??= lifecycleOf(bucket).catch(() => []));
	return {
		title,
		async get(key, limitBytes) {
			const name = `${prefix}${key}`;
			const found = await metadataOf(bucket, name);
			if (!found) return undefined;
			const bytes = Number(found.size);
			if (bytes > limitBytes) {
				const message = `gs://${bucket.name}/${name} has ${bytes} bytes, and ${limitBytes} at most are read`;
				throw new StoreFault("object-too-large", message);
			}
			// Of what was asked about, whatever takes its place meanwhile.
			const content = await contentOf(bucket, name, { generation: found.generation, limitBytes });
			if (!content) return undefined;
			const expires = expiryOf({ ...found, name }, await lifecycle());
			return {
				content,
				...(found.contentType !== undefined && { mediaType: found.contentType }),
				...(found.cacheControl !== undefined && { cacheControl: found.cacheControl }),
				...(found.contentDisposition !== undefined && { disposition: found.contentDisposition }),
				...(found.updated !== undefined && { modified: new Date(found.updated) }),
				...(expires && { expires }),
			};
		},
		async *list(below) {
			for await (const file of filesBelow(bucket, `${prefix}${below}`)) yield entryOf(file, prefix);
		},
		async remove(keys) {
			const problems: Problem[] = [];
			for (let start = 0; start < keys.length; start += atOnce) {
				const removed = keys.slice(start, start + atOnce).map((key) => removeObject(bucket, prefix, key));
				problems.push(...(await Promise.all(removed)).flat());
			}
			return problems;
		},
		place: () => placeOf(bucket, prefix),
	};
}

/** Requests that are under way together. */
const atOnce = 16;

async function metadataOf(bucket: Bucket, name: string): Promise<FileMetadata | undefined> {
	try {
		const [metadata] = await bucket.file(name).getMetadata();
		return metadata;
	} catch (cause) {
		if (isAbsent(cause)) return undefined;
		throw faultOf(cause, `gs://${bucket.name}/${name}`);
	}
}

async function contentOf(
	bucket: Bucket,
	name: string,
	{ generation, limitBytes }: { readonly generation: FileMetadata["generation"]; readonly limitBytes: number },
): Promise<Uint8Array | undefined> {
	try {
		const body = bucket.file(name, generation === undefined ? {} : { generation }).createReadStream();
		return await objectBytes(body, `gs://${bucket.name}/${name}`, limitBytes);
	} catch (cause) {
		if (isAbsent(cause)) return undefined;
		if (cause instanceof StoreFault) throw cause;
		throw faultOf(cause, `gs://${bucket.name}/${name}`);
	}
}

async function* filesBelow(bucket: Bucket, prefix: string): AsyncIterable<File> {
	let pageToken: string | undefined;
	do {
		const query = { prefix, autoPaginate: false, ...(pageToken !== undefined && { pageToken }) };
		const [files, next]: [File[], { pageToken?: string } | null, unknown] = await bucket
			.getFiles(query)
			.catch((cause: unknown) => Promise.reject(faultOf(cause, `gs://${bucket.name}/${prefix}`)));
		yield* files;
		pageToken = next?.pageToken;
	} while (pageToken !== undefined);
}

function entryOf({ name, metadata }: File, prefix: string): StoredEntry {
	return {
		key: name.slice(prefix.length),
		bytes: Number(metadata.size),
		modified: new Date(metadata.updated ?? metadata.timeCreated ?? 0),
	};
}

/** In a bucket with versions it stays as one of those, which nothing here takes away. */
async function removeObject(bucket: Bucket, prefix: string, key: string): Promise<Problem[]> {
	try {
		await bucket.file(`${prefix}${key}`).delete({ ignoreNotFound: true });
		return [];
	} catch (cause) {
		if (isRetained(cause)) return [warning("object-retained", [key], `stays for a time: ${messageOf(cause)}`)];
		return [
			error("object-not-removed", [key], `stays: ${faultOf(cause, `gs://${bucket.name}/${prefix}${key}`).message}`),
		];
	}
}

async function placeOf(bucket: Bucket, prefix: string): Promise<StoredPlace> {
	try {
		const [{ location }] = await bucket.getMetadata();
		return { exists: true, ...(location !== undefined && { region: location.toLowerCase() }) };
	} catch (cause) {
		if (isMissing(cause)) return { exists: false };
		const fault = faultOf(cause, `gs://${bucket.name}`);
		// Who may read and write objects may not always ask what the bucket is like.
		if (fault.code === "store-denied") return listedPlace(bucket, prefix);
		throw fault;
	}
}

async function listedPlace(bucket: Bucket, prefix: string): Promise<StoredPlace> {
	try {
		await bucket.getFiles({ prefix, maxResults: 1, autoPaginate: false });
		return { exists: true };
	} catch (cause) {
		if (isMissing(cause)) return { exists: false };
		throw faultOf(cause, `gs://${bucket.name}/${prefix}`);
	}
}

async function lifecycleOf(bucket: Bucket): Promise<readonly LifecycleRule[]> {
	const [{ lifecycle }] = await bucket.getMetadata();
	return lifecycle?.rule ?? [];
}
