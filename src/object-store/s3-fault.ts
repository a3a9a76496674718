import { StoreFault } from "./object-reader.js";

/** Beginnings of what clients of AWS call the lack of credentials, and of what S3 calls those that it does not take. */
const withoutCredentials = new Set(["CredentialsProviderError", "TokenProviderError"]);
const refusedCredentials = new Set([
	"AccessDenied",
	"ExpiredToken",
	"Forbidden",
	"InvalidAccessKeyId",
	"InvalidToken",
	"SignatureDoesNotMatch",
]);

/** What work gives; what people should read where S3 says no. `meant` has what is no fault, by the name of the error. */
export async function orS3Fault<Result>(
	place: string,
	work: () => Promise<Result>,
	meant: Readonly<Record<string, Result>> = {},
): Promise<Result> {
	try {
		return await work();
	} catch (cause) {
		if (!(cause instanceof Error) || cause instanceof StoreFault) throw cause;
		if (Object.hasOwn(meant, cause.name)) return meant[cause.name] as Result;
		throw s3Fault(place, cause);
	}
}

function s3Fault(place: string, cause: Error): StoreFault {
	const { name, message } = cause;
	const fault = (code: StoreFault["code"], text: string) => new StoreFault(code, text, { cause });
	const status = statusOf(cause);
	if (withoutCredentials.has(name)) {
		const text = `cannot read ${place} without credentials of AWS (${message}); sign in, or name a profile by AWS_PROFILE`;
		return fault("no-credentials", text);
	}
	if (refusedCredentials.has(name) || status === 401 || status === 403) {
		const text = `cannot read ${place}: S3 says ${name}; these credentials need s3:GetObject of the objects and s3:ListBucket of the bucket, and kms:Decrypt of its key, and the account that owns it has to be the block's expectedBucketOwner, where that is said`;
		return fault("store-denied", text);
	}
	if (name === "NoSuchBucket") return fault("store-missing", `cannot read ${place}: there is no such bucket`);
	if (status === undefined && ("code" in cause || name === "TimeoutError")) {
		return fault("store-unreachable", `cannot read ${place}: nobody answers (${message})`);
	}
	return fault("store-fault", `cannot read ${place}: ${name}: ${message}`);
}

/** Of the answer, where there was one. */
function statusOf(cause: Error): number | undefined {
	const { $metadata: metadata } = cause as { readonly $metadata?: { readonly httpStatusCode?: number } };
	return metadata?.httpStatusCode;
}
