import type { Problem } from "../problem.js";

/**
 * What stands in one bucket, container or folder below a store's prefix. Keys are relative to that, with `/` between
 * their steps, as `src/publication` lays them out: `eu/groups/pilot/rings/broad/current.json`.
 */
export interface ObjectReader {
	/** The place in words for people, before which a key can be written: `s3://example-cowork/profiles/`. */
	readonly title: string;
	/**
	 * @returns undefined where nothing stands there
	 * @throws {@link StoreFault} where that cannot be told, and where there are more bytes than the limit: of those none
	 * are fetched
	 */
	get(key: string, limitBytes: number): Promise<StoredObject | undefined>;
	/**
	 * Everything whose key begins with the text, in no order. Pages are fetched as they are asked for, so that a caller
	 * who has seen enough ends it.
	 *
	 * @throws {@link StoreFault} where a page cannot be had; what came before it is not everything then
	 */
	list(prefix: string): AsyncIterable<StoredEntry>;
	/**
	 * Removes objects, of which those that are gone already count as removed.
	 *
	 * @returns a problem for each that stays, whose path is its key: a warning `object-retained` where a retention or a
	 * hold keeps it, an error where it could not be removed
	 */
	remove(keys: readonly string[]): Promise<readonly Problem[]>;
	/** @throws {@link StoreFault} where nobody may tell */
	place(): Promise<StoredPlace>;
}

/** An object with what the store says of it. */
export interface StoredObject {
	readonly content: Uint8Array;
	readonly mediaType?: string;
	readonly cacheControl?: string;
	readonly disposition?: string;
	readonly modified?: Date;
	/** When the store removes it by a rule of its own. @default - it has no such rule, or does not tell */
	readonly expires?: Date;
}

export interface StoredEntry {
	readonly key: string;
	readonly bytes: number;
	/** When it was last written. */
	readonly modified: Date;
}

export interface StoredPlace {
	readonly exists: boolean;
	/** Where it is, in the words in which a store's block states it. @default - the store does not tell */
	readonly region?: string;
}

/** Why a store gave no answer, in words for people. */
export class StoreFault extends Error {
	override readonly name = "StoreFault";

	constructor(
		readonly code:
			| "client-missing"
			| "no-credentials"
			| "store-denied"
			| "store-missing"
			| "store-unreachable"
			| "object-too-large"
			| "store-fault",
		/** What is wrong; what to do. Lower case, no final full stop, no credential. */
		message: string,
		options?: ErrorOptions,
	) {
		super(message, options);
	}
}

/** The places that one store's block names, opened for reading. */
export interface OpenedStore {
	/** Holds everything that carries no secret, pointers and manifests included. */
	readonly general: ObjectReader;
	/** Holds what carries a secret. @default - the same place, or the store takes nothing that does */
	readonly sensitive?: ObjectReader;
	/** Where the block says that the place is. @default - it does not say */
	readonly region?: string;
}

export interface ReaderRequest {
	/** Name of the deployment, of which names are made that the block leaves out. */
	readonly deployment: string;
	/** Folder that relative paths of the block start from. */
	readonly base: string;
	/** Where endpoints and credentials of a client's default chain are named. */
	readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Opens what a store's block names. A client that is not installed is told by a {@link StoreFault} with its name. */
export type OpenReaders<Options extends object> = (options: Options, request: ReaderRequest) => Promise<OpenedStore>;
