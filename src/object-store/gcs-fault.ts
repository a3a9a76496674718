import { isObject } from "../json.js";
import { StoreFault } from "./object-reader.js";

/** What stands in the way, in Google's own words. */
export function messageOf(cause: unknown): string {
	const [line = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
	return line.trim().replace(/\.$/, "");
}

/** What reading an object gives; undefined where it is not there, in a bucket that is. */
export async function orAbsent<Result>(place: string, read: () => Promise<Result>): Promise<Result | undefined> {
	try {
		return await read();
	} catch (cause) {
		if (isMissing(cause) && !isOfBucket(cause)) return undefined;
		throw cause instanceof StoreFault ? cause : faultOf(cause, place);
	}
}

export function isMissing(cause: unknown): boolean {
	return codeOf(cause) === 404;
}

/** A retention or a hold. https://cloud.google.com/storage/docs/json_api/v1/status-codes#403-forbidden */
export function isRetained(cause: unknown): boolean {
	const reasons = reasonsOf(cause);
	return reasons.includes("retentionPolicyNotMet") || reasons.includes("objectUnderActiveHold");
}

/** Why there is no answer, in words for people. */
export function faultOf(cause: unknown, place: string): StoreFault {
	const code = codeOf(cause);
	const fault = (word: StoreFault["code"], message: string) => new StoreFault(word, message, { cause });
	if (code === 404) return fault("store-missing", `${place} is not there: ${messageOf(cause)}`);
	if (code === 401 || code === 403) {
		const message = `cannot read ${place}: ${messageOf(cause)}; credentials need roles/storage.objectViewer there`;
		return fault("store-denied", message);
	}
	if (isWithoutCredentials(cause)) {
		const message = `cannot read ${place} without credentials; run gcloud auth application-default login, or set GOOGLE_APPLICATION_CREDENTIALS`;
		return fault("no-credentials", message);
	}
	if (typeof code === "string") return fault("store-unreachable", `cannot reach ${place}: ${messageOf(cause)}`);
	return fault("store-fault", `cannot read ${place}: ${messageOf(cause)}`);
}

/** Google's client has no other sign for it. */
function isWithoutCredentials(cause: unknown): boolean {
	return cause instanceof Error && cause.message.startsWith("Could not load the default credentials");
}

/** A status of HTTP, or the word of a failed connection. */
function codeOf(cause: unknown): number | string | undefined {
	const code = isObject(cause) || cause instanceof Error ? Reflect.get(cause, "code") : undefined;
	return typeof code === "number" || typeof code === "string" ? code : undefined;
}

function reasonsOf(cause: unknown): string[] {
	const errors: unknown = isObject(cause) || cause instanceof Error ? Reflect.get(cause, "errors") : undefined;
	if (!Array.isArray(errors)) return [];
	return errors.flatMap((each: unknown) => (isObject(each) && typeof each.reason === "string" ? [each.reason] : []));
}

/** Google answers with one status for an object and a bucket that are not there. */
function isOfBucket(cause: unknown): boolean {
	return messageOf(cause).startsWith("The specified bucket does not exist");
}
