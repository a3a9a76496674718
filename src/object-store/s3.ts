import type { GetObjectCommandOutput } from "@aws-sdk/client-s3";
import { beforeKeys } from "../artifact-store/prefix.js";
import type { S3StoreOptions } from "../artifact-store/s3.js";
import { storeClient } from "./client.js";
import { objectBytes, tooLarge } from "./object-bytes.js";
import type { ObjectReader, OpenReaders, StoredEntry, StoredObject } from "./object-reader.js";
import { openClient, type S3Access } from "./s3-access.js";
import { orS3Fault } from "./s3-fault.js";
import { removeVersions } from "./s3-remove.js";

/** Buckets of Amazon S3. */
export const s3: OpenReaders<S3StoreOptions> = async (options, { environment }) => {
	const { bucket, expectedBucketOwner: owner, prefix, region, sensitive } = options;
	const sdk = await storeClient("@aws-sdk/client-s3", () => import("@aws-sdk/client-s3"));
	const client = await openClient(sdk, region, environment);
	const open = (Bucket: string) => {
		const of = { Bucket, ...(owner !== undefined && { ExpectedBucketOwner: owner }) };
		return bucketReader({ sdk, client, of }, beforeKeys(prefix));
	};
	return {
		general: open(bucket),
		...(sensitive && { sensitive: open(sensitive.bucket) }),
		...(region !== undefined && { region }),
	};
};

function bucketReader(access: S3Access, prefix: string): ObjectReader {
	const { sdk, client, of } = access;
	const title = `s3://${of.Bucket}/${prefix}`;
	return {
		title,
		async get(key, limitBytes) {
			const place = `${title}${key}`;
			const sent = () => client.send(new sdk.GetObjectCommand({ ...of, Key: `${prefix}${key}` }));
			const found = await orS3Fault<GetObjectCommandOutput | undefined>(place, sent, { NoSuchKey: undefined });
			return found && storedObject(place, found, limitBytes);
		},
		list: (begin) => entriesBelow(access, prefix, begin),
		remove: (keys) => removeVersions(access, prefix, keys),
		async place() {
			const sent = () => client.send(new sdk.HeadBucketCommand(of));
			const found = await orS3Fault(title, sent, { NotFound: undefined, NoSuchBucket: undefined });
			if (!found) return { exists: false };
			return { exists: true, ...(found.BucketRegion !== undefined && { region: found.BucketRegion }) };
		},
	};
}

async function storedObject(place: string, found: GetObjectCommandOutput, limitBytes: number): Promise<StoredObject> {
	const { Body: body, ContentLength: bytes = 0, ContentType: mediaType, CacheControl: cacheControl } = found;
	const { ContentDisposition: disposition, LastModified: modified } = found;
	if (bytes > limitBytes) {
		// What is on its way is not waited for.
		await body?.transformToWebStream().cancel();
		throw tooLarge(place, bytes, limitBytes);
	}
	// In Node a stream, which its type does not say of every surrounding.
	const stream = (body ?? []) as AsyncIterable<Uint8Array>;
	const content = await orS3Fault(place, () => objectBytes(stream, place, limitBytes));
	const expires = expiryIn(found.Expiration);
	return {
		content,
		...(mediaType !== undefined && { mediaType }),
		...(cacheControl !== undefined && { cacheControl }),
		...(disposition !== undefined && { disposition }),
		...(modified && { modified }),
		...(expires && { expires }),
	};
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#AmazonS3-GetObject-response-header-Expiration */
function expiryIn(header: string | undefined): Date | undefined {
	const [, date] = /expiry-date="([^"]+)"/.exec(header ?? "") ?? [];
	const expires = new Date(date ?? "");
	return Number.isNaN(expires.getTime()) ? undefined : expires;
}

async function* entriesBelow(
	{ sdk, client, of }: S3Access,
	prefix: string,
	begin: string,
): AsyncGenerator<StoredEntry> {
	const place = `s3://${of.Bucket}/${prefix}${begin}`;
	const asked = { ...of, Prefix: `${prefix}${begin}` };
	let ContinuationToken: string | undefined;
	do {
		const page = new sdk.ListObjectsV2Command({ ...asked, ...(ContinuationToken && { ContinuationToken }) });
		const { Contents = [], NextContinuationToken } = await orS3Fault(place, () => client.send(page));
		for (const { Key = "", Size: bytes = 0, LastModified: modified = new Date(0) } of Contents) {
			yield { key: Key.slice(prefix.length), bytes, modified };
		}
		ContinuationToken = NextContinuationToken;
	} while (ContinuationToken !== undefined);
}
