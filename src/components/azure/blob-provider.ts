/**
 * What the engine runs to write a file to Azure Blob Storage. The resource of the provider of Azure writes with a key of
 * the account alone, which a well-kept account does not take; it creates no blob that is there, so that it could move no
 * pointer and publish no revision again; and it knows neither cache control nor disposition.
 * https://github.com/pulumi/pulumi-azure-native/issues/2015
 * https://github.com/pulumi/pulumi-azure-native/issues/4419
 *
 * State keeps the text that reaches this module, and `destroy` runs it years later: the module's address in the package
 * and the names of its functions never change, and old state may lack whatever was added since.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { BlockBlobClient } from "@azure/storage-blob";
import { type BlobPlace, containerUrl } from "../../artifact-store/azure-blob/place.js";
import { sha256 } from "../../bundle/bundle.js";
import {
	containerFault,
	contributor,
	isNoBlob,
	isRetained,
	openContainer,
} from "../../object-store/azure-container.js";

/** A blob by its name in a container. */
interface BlobName extends BlobPlace {
	readonly key: string;
}

/** Where a file goes, and what is said of it to whoever fetches it. One fixed text stands for what is not known yet. */
export interface BlobState extends BlobName {
	/** Of the content, in hexadecimal digits; what a change is told by. */
	readonly sha256: string;
	readonly mediaType: string;
	readonly cacheControl: string;
	readonly disposition?: string;
}

export interface BlobInputs extends BlobState {
	/** An asset of a file, which is there as long as the program runs; of what carries a secret its bytes in Base64. */
	readonly content: { readonly path?: string } | string;
}

export async function check(
	_olds: object | undefined,
	news: BlobInputs,
): Promise<{ inputs: BlobInputs; failures: { property: string; reason: string }[] }> {
	return { inputs: news, failures: [] };
}

/** A blob of another name is another one; the rest is written over. */
export async function diff(
	_id: string,
	olds: Partial<BlobState>,
	news: BlobInputs,
): Promise<{ changes: boolean; replaces: string[] }> {
	const replaces = (["account", "container", "key"] as const).filter((name) => olds[name] !== news[name]);
	const written = ["sha256", "mediaType", "cacheControl", "disposition"] as const;
	return { changes: replaces.length > 0 || written.some((name) => olds[name] !== news[name]), replaces };
}

export async function create(news: BlobInputs): Promise<{ id: string; outs: BlobState }> {
	return { id: urlOf(news), outs: await write(news) };
}

export async function update(_id: string, _olds: object, news: BlobInputs): Promise<{ outs: BlobState }> {
	return { outs: await write(news) };
}

/** What stands there, so that a refresh shows what somebody has changed. */
export async function read(id: string, props: Partial<BlobState>): Promise<{ id: string; props: object }> {
	const { account, container, key } = props;
	if (account === undefined || container === undefined || key === undefined) return { id, props };
	const state = { account, container, key };
	try {
		const { metadata, contentType, cacheControl, contentDisposition } = await (await blobOf(state)).getProperties();
		const said = {
			sha256: metadata?.sha256 ?? "",
			mediaType: contentType ?? "",
			cacheControl: cacheControl ?? "",
			...(contentDisposition && { disposition: contentDisposition }),
		};
		return { id, props: { ...state, ...said } };
	} catch (cause) {
		if (isNoBlob(cause)) return { id: "", props: {} };
		throw faultOf("look at", state, cause);
	}
}

async function remove(_id: string, props: BlobState): Promise<void> {
	try {
		await (await blobOf(props)).deleteIfExists({ deleteSnapshots: "include" });
	} catch (cause) {
		throw faultOf("remove", props, cause);
	}
}

export { remove as delete };

async function write(news: BlobInputs): Promise<BlobState> {
	const { account, container, key, mediaType, cacheControl, disposition } = news;
	const content = bytesOf(news.content);
	const state = {
		account,
		container,
		key,
		sha256: news.sha256,
		mediaType,
		cacheControl,
		...(disposition !== undefined && { disposition }),
	};
	// The bytes that a digest promised, or none.
	if (sha256(content) !== news.sha256) throw new Error(`${urlOf(news)} is not written: its content is another by now`);
	try {
		await upload(await blobOf(news), content, state);
	} catch (cause) {
		throw faultOf("write", news, cause);
	}
	return state;
}

function bytesOf(content: BlobInputs["content"]): Uint8Array {
	return typeof content === "string" ? Buffer.from(content, "base64") : readFileSync(content.path ?? "");
}

/** Writes it, unless a retention keeps what is there: that is as good, where it is the same. */
async function upload(blob: BlockBlobClient, content: Uint8Array, state: BlobState): Promise<void> {
	try {
		await blob.uploadData(content, {
			blobHTTPHeaders: {
				blobContentType: state.mediaType,
				blobCacheControl: state.cacheControl,
				...(state.disposition !== undefined && { blobContentDisposition: state.disposition }),
				blobContentMD5: createHash("md5").update(content).digest(),
			},
			metadata: { sha256: state.sha256 },
		});
	} catch (cause) {
		if (!isRetained(cause) || sha256(await blob.downloadToBuffer()) !== state.sha256) throw cause;
	}
}

async function blobOf({ key, ...place }: BlobName) {
	return (await openContainer(place, process.env)).getBlockBlobClient(key);
}

function urlOf({ key, ...place }: BlobName): string {
	return `${containerUrl(place)}/${key}`;
}

function faultOf(verb: string, name: BlobName, cause: unknown): Error {
	return new Error(containerFault(`${verb} ${urlOf(name)}`, contributor, cause).message);
}
