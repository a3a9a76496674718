import type {
	ListObjectVersionsCommandInput,
	ListObjectVersionsCommandOutput,
	ObjectIdentifier,
} from "@aws-sdk/client-s3";
import { error, type Problem, warning } from "../problem.js";
import { atOnce } from "./at-once.js";
import { StoreFault } from "./object-reader.js";
import type { S3Access } from "./s3-access.js";
import { orS3Fault } from "./s3-fault.js";

/** Most that S3 deletes at a time. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
const atATime = 1000;

/** One of the versions of an object, or what marks the object as deleted. */
type Version = Required<Pick<ObjectIdentifier, "Key" | "VersionId">>;

/**
 * Removes every version of objects whose keys stand below the prefix: where none is named, a bucket that keeps versions
 * only stops to show the last one.
 */
export async function removeVersions(
	access: S3Access,
	prefix: string,
	keys: readonly string[],
): Promise<readonly Problem[]> {
	const staying = new Map<string, Problem>();
	for (const [folder, inFolder] of byFolder(keys)) {
		try {
			const versions = await versionsOf(
				access,
				`${prefix}${folder}`,
				new Set(inFolder.map((key) => `${prefix}${key}`)),
			);
			for (let start = 0; start < versions.length; start += atATime) {
				for (const { Key, problem } of await deleteVersions(access, versions.slice(start, start + atATime))) {
					const key = Key.slice(prefix.length);
					staying.set(key, problem([key]));
				}
			}
		} catch (fault) {
			if (!(fault instanceof StoreFault)) throw fault;
			for (const key of inFolder) staying.set(key, notRemoved([key], fault.message));
		}
	}
	return [...staying.values()];
}

/** Keys by the folder that they are in, which ends in a slash. */
function byFolder(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const folders = new Map<string, string[]>();
	for (const key of keys) {
		const folder = key.slice(0, key.lastIndexOf("/") + 1);
		folders.set(folder, [...(folders.get(folder) ?? []), key]);
	}
	return folders;
}

async function versionsOf(access: S3Access, folder: string, wanted: ReadonlySet<string>): Promise<Version[]> {
	const { sdk, client, of } = access;
	const asked = { ...of, Prefix: folder, Delimiter: "/" };
	const found: Version[] = [];
	let after: Pick<ListObjectVersionsCommandInput, "KeyMarker" | "VersionIdMarker"> | undefined = {};
	while (after) {
		const page = new sdk.ListObjectVersionsCommand({ ...asked, ...after });
		const sent = (): Promise<ListObjectVersionsCommandOutput> => client.send(page);
		const answer = await orS3Fault(`s3://${of.Bucket}/${folder}`, sent);
		for (const { Key, VersionId } of [...(answer.Versions ?? []), ...(answer.DeleteMarkers ?? [])]) {
			if (Key !== undefined && VersionId !== undefined && wanted.has(Key)) found.push({ Key, VersionId });
		}
		const { IsTruncated, NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = answer;
		after = IsTruncated ? { KeyMarker, VersionIdMarker } : undefined;
	}
	return found;
}

interface StayingVersion {
	readonly Key: string;
	readonly problem: (path: readonly string[]) => Problem;
}

async function deleteVersions(access: S3Access, versions: readonly Version[]): Promise<StayingVersion[]> {
	const { sdk, client, of } = access;
	const order = new sdk.DeleteObjectsCommand({ ...of, Delete: { Objects: [...versions], Quiet: true } });
	const { Errors: refusals = [] } = await orS3Fault(`s3://${of.Bucket}`, () => client.send(order));
	return atOnce(refusals, async ({ Key = "", VersionId, Code, Message }): Promise<StayingVersion> => {
		const kept = await whyKept(access, { Key, VersionId });
		if (kept === undefined) return { Key, problem: (path) => notRemoved(path, `S3 says ${Code}: ${Message}`) };
		return { Key, problem: (path) => warning("object-retained", path, `stays: ${kept}`) };
	});
}

/** What keeps a version, as the version itself tells; undefined where nothing does, or S3 does not tell. */
async function whyKept(
	access: S3Access,
	version: Pick<ObjectIdentifier, "Key" | "VersionId">,
): Promise<string | undefined> {
	const { sdk, client, of } = access;
	const asked = new sdk.HeadObjectCommand({ ...of, Key: version.Key, VersionId: version.VersionId });
	const told = await client.send(asked).catch(() => undefined);
	if (told?.ObjectLockLegalHoldStatus === "ON") return "a legal hold keeps it";
	const until = told?.ObjectLockRetainUntilDate;
	if (!until || until.getTime() <= Date.now()) return undefined;
	return `its lock ends on ${until.toISOString().slice(0, 10)}`;
}

function notRemoved(path: readonly string[], why: string): Problem {
	return error("object-not-removed", path, `stays: ${why}`);
}
