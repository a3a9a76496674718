import type { Bucket, File } from "@google-cloud/storage";
import type { GcsStoreOptions } from "../artifact-store/gcs.js";
import { beforeKeys } from "../artifact-store/prefix.js";
import { error, type Problem, warning } from "../problem.js";
import { atOnce } from "./at-once.js";
import { storeClient } from "./client.js";
import { faultOf, isMissing, isRetained, messageOf, orAbsent } from "./gcs-fault.js";
import { expiryOf, type LifecycleRule } from "./gcs-lifecycle.js";
import { objectBytes, tooLarge } from "./object-bytes.js";
import type { ObjectReader, OpenReaders, StoredEntry, StoredPlace } from "./object-reader.js";

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
	// Of a variable that it reads itself the client takes the value for all of it, and every object for absent.
	if (apiEndpoint !== undefined) storage.baseUrl = `${storage.apiEndpoint}/storage/v1`;
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
		get(key, limitBytes) {
			const name = `${prefix}${key}`;
			const place = `${title}${key}`;
			return orAbsent(place, async () => {
				const [found] = await bucket.file(name).getMetadata();
				const bytes = Number(found.size);
				if (bytes > limitBytes) throw tooLarge(place, bytes, limitBytes);
				const { generation } = found;
				// Of what was asked about, whatever takes its place meanwhile.
				const body = bucket.file(name, generation === undefined ? {} : { generation }).createReadStream();
				const content = await objectBytes(body, place, limitBytes);
				const expires = expiryOf({ ...found, name }, await lifecycle());
				return {
					content,
					...(found.contentType !== undefined && { mediaType: found.contentType }),
					...(found.cacheControl !== undefined && { cacheControl: found.cacheControl }),
					...(found.contentDisposition !== undefined && { disposition: found.contentDisposition }),
					...(found.updated !== undefined && { modified: new Date(found.updated) }),
					...(expires && { expires }),
				};
			});
		},
		async *list(below) {
			for await (const file of filesBelow(bucket, `${prefix}${below}`)) yield entryOf(file, prefix);
		},
		async remove(keys) {
			return (await atOnce(keys, (key) => removeObject(bucket, prefix, key))).flat();
		},
		place: () => placeOf(bucket, prefix),
	};
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
