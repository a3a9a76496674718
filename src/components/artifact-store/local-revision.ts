import path from "node:path";
import type { BundleFile } from "../../bundle/bundle.js";
import { type ListedFile, listFile } from "../../bundle/manifest.js";
import { isInside } from "../../files/inside.js";
import { readOwnFile } from "../../files/read-note.js";
import type { WantedFile } from "../../files/wanted-file.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { error } from "../../problem.js";
import {
	fileKey,
	manifestKey,
	type PublishedScope,
	pathInDeployment,
	pathInScope,
	pointerKey,
	revisionManifest,
	revisionSignature,
	revisionsFolder,
	signatureKey,
} from "../../publication/layout.js";
import { pointerContent, pointerOf, type RingPointer } from "../../publication/pointer.js";
import { largestPointer, readPointer } from "../../publication/pointer-shape.js";
import { type RevisionApp, type RevisionFile, type RevisionManifest, revisionOf } from "../../publication/revision.js";
import { largestManifest, readRevision } from "../../publication/revision-shape.js";
import type { PlannedRing } from "../../publication/rings.js";
import { readRevisionKey, signRevision } from "../../publication/sign.js";
import type { KeptRecipe } from "./rendered-parts.js";

/** What a folder is given that keeps revisions, beside what they are rendered from. */
export interface RevisionInputs {
	readonly rings: readonly PlannedRing[];
	readonly app: RevisionApp;
}

/** What state says of what a folder has. */
export interface RevisionState {
	/** Digests of all that this resource has published and that are still there. */
	readonly revisions: readonly string[];
	/** By ring. */
	readonly rings: Readonly<Record<string, RingState>>;
}

export interface RingState {
	readonly revision: string;
	/** Of a revision that the ring is held at; those of the newest are among the resource's own. */
	readonly files?: readonly RevisionFile[];
}

/** A revision as it goes into a folder, whose paths start at the deployment's. */
export interface LocalRevision {
	readonly digest: string;
	readonly rings: RevisionState["rings"];
	readonly files: readonly (WantedFile & ListedFile)[];
	readonly pointers: readonly (WantedFile & ListedFile)[];
}

/** Undefined for what lists all parts. */
export function scopeOfPart(part: KeptRecipe): PublishedScope | undefined {
	if ("manifest" in part || "index" in part) return undefined;
	if ("perimeter" in part) return { deployment: part.perimeter.identity.deployment };
	const { deployment, group } = part.group.identity;
	return { deployment, group };
}

interface LocalRevisionRequest extends RevisionInputs {
	readonly place: string;
	readonly scope: PublishedScope;
	readonly owner: string;
	/** In PEM. @default - it is not signed */
	readonly signingKey?: string | undefined;
}

/** The layout of a revision and its pointers. A ring can only be held at what stands in the folder already. */
export function localRevision(
	{ place, scope, owner, rings, app, signingKey }: LocalRevisionRequest,
	rendered: readonly BundleFile[],
): Outcome<LocalRevision> {
	const { digest, content } = revisionOf(scope, app, rendered.map(listFile));
	const wanted = (key: string, bytes: Uint8Array, mediaType: string, sensitive = false) => {
		const file = { path: pathInDeployment(scope.deployment, key), mediaType, content: bytes, sensitive };
		return { ...listFile({ ...file, ...(scope.group !== undefined && { group: scope.group }) }), content: bytes };
	};
	const key = signingKey === undefined ? undefined : readRevisionKey(signingKey);
	if (key && !key.value) return key;
	const states: Record<string, RingState> = {};
	const pointers = [];
	for (const { ring, hold } of rings) {
		const held = hold === undefined ? undefined : readStanding(place, scope, hold);
		if (hold !== undefined && !held) return refused(notThere(place, scope, { ring, hold }));
		const revision = hold ?? digest;
		const before = readStandingPointer(place, scope, ring);
		const request = { scope, ring, revision, held: hold !== undefined, owner, ...(before && { before }) };
		states[ring] = { revision, ...(held && { files: held.files }) };
		pointers.push(wanted(pointerKey(scope, ring), pointerContent(pointerOf(request)), "application/json"));
	}
	return made({
		digest,
		rings: states,
		files: [
			...rendered.map((file) =>
				wanted(fileKey(scope, digest, pathInScope(scope, file.path)), file.content, file.mediaType, file.sensitive),
			),
			wanted(manifestKey(scope, digest), content, "application/json"),
			...(key
				? [wanted(signatureKey(scope, digest), signRevision(content, key.value), "application/octet-stream")]
				: []),
		],
		pointers,
	});
}

function notThere(place: string, scope: PublishedScope, { ring, hold }: { ring: string; hold: string }) {
	const where = path.join(path.dirname(place), revisionsFolder(scope));
	const message = `is to be held at ${hold}, of which ${where} has no whole manifest; expected a revision that was published there`;
	return error("not-published", [`ring ${ring}`], message);
}

/** Whether a path below a deployment's folder is of a revision, which stays when there is another. */
export function isOfRevision(file: string): boolean {
	return /^(?:perimeter|groups\/[^/]+)\/revisions\//.test(file);
}

/** Those of which the manifest is still there, each once: what was pruned is nobody's any more. */
export function standingRevisions(place: string, scope: PublishedScope, digests: readonly string[]): string[] {
	return [...new Set(digests)].filter((digest) => readStanding(place, scope, digest) !== undefined);
}

/** Every file of revisions that stand in a folder, by their manifests; what is gone is passed over. */
export function filesOfRevisions(place: string, scope: PublishedScope, digests: readonly string[]): ListedFile[] {
	// Of these two no manifest says anything.
	const own = [revisionManifest, revisionSignature].map((path) => {
		return { path, sha256: "", bytes: 0, mediaType: "", sensitive: false };
	});
	return digests.flatMap((digest) =>
		[...(readStanding(place, scope, digest)?.files ?? []), ...own].map((file) => ({
			...file,
			path: pathInDeployment(scope.deployment, fileKey(scope, digest, file.path)),
		})),
	);
}

/** A manifest whose bytes are what its digest says; undefined where there is none. */
function readStanding(place: string, scope: PublishedScope, digest: string): RevisionManifest | undefined {
	const content = readBelow(place, scope, manifestKey(scope, digest), largestManifest);
	return content && readRevision(content, scope, digest).value;
}

/** The pointer of a ring as it stands; undefined where there is none of ours. */
function readStandingPointer(place: string, scope: PublishedScope, ring: string): RingPointer | undefined {
	const content = readBelow(place, scope, pointerKey(scope, ring), largestPointer);
	return content && readPointer(content, scope, ring).value;
}

function readBelow(place: string, { deployment }: PublishedScope, key: string, limitBytes: number) {
	const below = pathInDeployment(deployment, key);
	return isInside(below) ? readOwnFile(path.join(place, below), limitBytes) : undefined;
}
