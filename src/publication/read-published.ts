import { sha256 } from "../bundle/bundle.js";
import { atOnce } from "../object-store/at-once.js";
import type { ObjectReader, OpenedStore, StoredObject } from "../object-store/object-reader.js";
import { made, type Outcome, refused } from "../outcome.js";
import { formatPath } from "../path.js";
import { error, type Problem } from "../problem.js";
import { checkFiles } from "./check-files.js";
import { checkSignature } from "./check-signature.js";
import { digestForm } from "./digest-shape.js";
import { faultAt } from "./fault-at.js";
import { fileKey, manifestKey, type PublishedScope, pointerKey, ringsFolder } from "./layout.js";
import { parseKey } from "./parse-key.js";
import { largestPointer, readPointer } from "./pointer-shape.js";
import {
	type FoundPublication,
	nothingStanding,
	type PublishedPointer,
	type PublishedRevision,
	type PublishedRings,
} from "./published.js";
import type { RevisionManifest } from "./revision.js";
import { largestManifest, readRevision } from "./revision-shape.js";
import type { RevisionSigners } from "./signers.js";

/** What is asked of one scope. */
export interface ScopeRequest {
	readonly scope: PublishedScope;
	/** Those whose pointers are read, besides every other that stands there. */
	readonly rings: readonly string[];
	/** Digests of revisions that are read, besides those that pointers name. */
	readonly holds: readonly string[];
	/** Whether revisions that pointers replaced are read, too. */
	readonly isThorough?: true;
}

export interface ReadingOptions {
	/** One of them has to have signed each revision. @default - signatures are not verified */
	readonly signers?: RevisionSigners;
	/** Whether files with a secret are read as well, where they have a place of their own. @default false */
	readonly withSecrets?: boolean;
}

/** No deployment has as many rings, and nobody waits for more. */
const mostRings = 1000;

/**
 * What a store holds of some scopes of a deployment, with every revision read as a whole. What cannot be read is told, and
 * never taken for absent.
 *
 * @throws {@link StoreFault} where nobody may tell whether the place is there
 */
export async function readPublished(
	store: Pick<OpenedStore, "general" | "sensitive">,
	requests: readonly ScopeRequest[],
	options: ReadingOptions = {},
): Promise<FoundPublication> {
	const place = await store.general.place();
	const found = place.exists ? await atOnce(requests, (request) => readScope(store, request, options)) : [];
	const rings = new Map(found.map(({ scope, rings }) => [scope.group, rings]));
	const groups = requests.flatMap(({ scope: { group } }) => (group === undefined ? [] : [group]));
	return {
		published: {
			place,
			perimeter: rings.get(undefined) ?? nothingStanding,
			groups: Object.fromEntries(groups.map((group) => [group, rings.get(group) ?? nothingStanding])),
		},
		problems: found.flatMap(({ problems }) => problems),
	};
}

interface FoundScope {
	readonly scope: PublishedScope;
	readonly rings: PublishedRings;
	readonly problems: readonly Problem[];
}

async function readScope(
	store: Pick<OpenedStore, "general" | "sensitive">,
	{ scope, rings, holds, isThorough }: ScopeRequest,
	{ signers, withSecrets = false }: ReadingOptions,
): Promise<FoundScope> {
	const { general: reader } = store;
	const problems: Problem[] = [];
	const take = <Value>(found: Found<Value>): Value | undefined => {
		problems.push(...found.problems);
		return found.value;
	};
	const standing = take(await ringsThere(reader, scope)) ?? [];
	const names = [...new Set([...rings, ...standing])];
	const pointers = (await atOnce(names, (ring) => findPointer(reader, scope, ring))).flatMap(
		(found) => take(found) ?? [],
	);
	const ofPointers = pointers.flatMap(({ revision, replaces }) =>
		isThorough && replaces !== undefined ? [revision, replaces] : [revision],
	);
	const named = new Set([...holds, ...ofPointers].filter((each) => digestForm.test(each)));
	const revisions = await atOnce([...named], async (revision) => {
		const found = take(await findRevision(reader, scope, { revision, signers }));
		if (!found) return [];
		const incomplete = await checkFiles(store, found.manifest, { revision, withSecrets });
		problems.push(...incomplete);
		const isRead = holds.includes(revision) && incomplete.length === 0;
		const addresses = isRead && take(await findAddresses(reader, found.manifest, revision));
		return [[revision, { ...found, ...(addresses && { addresses }) }] as const];
	});
	return {
		scope,
		rings: {
			pointers: Object.fromEntries(pointers.map((pointer) => [pointer.ring, pointer])),
			revisions: Object.fromEntries(revisions.flat()),
		},
		problems,
	};
}

/** What stands at a key; neither a value nor a problem where nothing does. */
type Found<Value> = { readonly value?: Value; readonly problems: readonly Problem[] };

/** Rings with a pointer, whoever put it there; what is named as no ring can be is none. */
export async function ringsThere(reader: ObjectReader, scope: PublishedScope): Promise<Found<readonly string[]>> {
	const folder = `${ringsFolder(scope)}/`;
	const rings = new Set<string>();
	try {
		for await (const { key } of reader.list(folder)) {
			const parsed = parseKey(scope.deployment, key);
			if (parsed && "ring" in parsed) rings.add(parsed.ring);
			if (rings.size > mostRings) return { problems: [error("too-many-rings", [folder], tooManyRings)] };
		}
	} catch (fault) {
		return { problems: [faultAt(folder, fault)] };
	}
	return { value: [...rings], problems: [] };
}

const tooManyRings = `holds more than ${mostRings} rings, which no deployment has; somebody else writes there`;

/** The pointer of a ring. */
export async function findPointer(
	reader: ObjectReader,
	scope: PublishedScope,
	ring: string,
): Promise<Found<PublishedPointer>> {
	const read = (object: StoredObject) => readPointer(object.content, scope, ring);
	const { object, value, problems } = await find(reader, pointerKey(scope, ring), largestPointer, read);
	if (!value) return { problems };
	return { value: { ...value, ...(object?.modified && { since: object.modified.toISOString() }) }, problems };
}

/** The manifest of a revision, which is none of ours where somebody else has signed it. */
export async function findRevision(
	reader: ObjectReader,
	scope: PublishedScope,
	{ revision, signers }: { readonly revision: string; readonly signers?: RevisionSigners | undefined },
): Promise<Found<PublishedRevision>> {
	const read = (object: StoredObject) => readRevision(object.content, scope, revision);
	const { object, value, problems } = await find(reader, manifestKey(scope, revision), largestManifest, read);
	if (!object || !value) return { problems };
	const { content: manifest, modified, expires } = object;
	const ofSigner = signers ? await checkSignature(reader, { scope, revision }, { manifest, signers }) : [];
	if (ofSigner.length > 0) return { problems: ofSigner };
	const written = modified && { written: modified.toISOString() };
	return { value: { manifest: value, ...written, ...(expires && { expires: expires.toISOString() }) }, problems };
}

/** What devices with a revision must reach, as its `egress.txt` lists it. */
async function findAddresses(
	reader: ObjectReader,
	{ files, ...scope }: RevisionManifest,
	revision: string,
): Promise<Found<readonly string[]>> {
	const file = files.find(({ path, sensitive }) => path === "egress.txt" && !sensitive);
	if (!file) return { problems: [] };
	const key = fileKey(scope, revision, file.path);
	return find(reader, key, largestManifest, ({ content }) => {
		if (sha256(content) !== file.sha256)
			return refused(error("altered-file", [], "was altered since it was published"));
		return made(
			new TextDecoder()
				.decode(content)
				.split("\n")
				.filter((line) => line !== ""),
		);
	});
}

async function find<Value>(
	reader: ObjectReader,
	key: string,
	limitBytes: number,
	read: (object: StoredObject) => Outcome<Value>,
): Promise<Found<Value> & { readonly object?: StoredObject }> {
	try {
		const object = await reader.get(key, limitBytes);
		if (!object) return { problems: [] };
		const { value, problems } = read(object);
		if (value !== undefined) return { object, value, problems: [] };
		return { problems: oneFault(key, problems) };
	} catch (fault) {
		return { problems: [faultAt(key, fault)] };
	}
}

/** Everything that is wrong with a document as one line, which is about its key. */
function oneFault(key: string, problems: readonly Problem[]): Problem[] {
	const [first] = problems;
	if (!first) return [];
	const lines = problems
		.slice(0, 3)
		.map(({ path, message }) => (path.length === 0 ? message : `${formatPath(path)} ${message}`));
	return [error(first.code, [key], lines.join("; "))];
}
