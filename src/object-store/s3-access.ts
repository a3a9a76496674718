import type { S3Client } from "@aws-sdk/client-s3";
import type { ReaderRequest } from "./object-reader.js";

/** How a bucket is called, with the package that calls it. */
export interface S3Access {
	readonly sdk: typeof import("@aws-sdk/client-s3");
	readonly client: S3Client;
	/** What every request says of the bucket: its name, and who has to own it. */
	readonly of: { readonly Bucket: string; readonly ExpectedBucketOwner?: string };
}

/** Any region finds a bucket of the same partition; one that is named is asked first. */
const anyRegion = "us-east-1";

/** With the default chain of credentials, and where the environment says that S3 is. */
export async function openClient(
	{ S3Client }: typeof import("@aws-sdk/client-s3"),
	stated: string | undefined,
	environment: ReaderRequest["environment"],
): Promise<S3Client> {
	const endpoint = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
	const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
	const { AWS_SESSION_TOKEN: sessionToken, AWS_PROFILE: profile } = environment;
	const region = stated ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
	const config = {
		followRegionBuckets: true,
		maxAttempts: 3,
		requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
		...(region !== undefined && { region }),
		...(profile !== undefined && { profile }),
		// What is no AWS seldom has a name for every bucket.
		...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
		...(accessKeyId !== undefined &&
			secretAccessKey !== undefined && {
				credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
			}),
	};
	const client = new S3Client(config);
	// A profile may name one.
	const known = await client.config.region().catch(() => undefined);
	return known === undefined ? new S3Client({ ...config, region: anyRegion }) : client;
}
