import { sha256 } from "../../bundle/bundle.js";
import { isObject } from "../../json.js";
import { atOnce } from "../../object-store/at-once.js";
import { type ObjectReader, StoreFault } from "../../object-store/object-reader.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { error, type Problem } from "../../problem.js";
import { fileKey, type PublishedScope, pointerKey } from "../../publication/layout.js";
import type { HeldRings } from "../../publication/publish-options.js";
import { findPointer, findRevision } from "../../publication/read-published.js";
import { onlyRing } from "../../publication/rings.js";
import type { RevisionSigners } from "../../publication/signers.js";
import { readStoredJson } from "../../publication/stored-json.js";
import type { ReviewedDeployment } from "../reviewed-deployment.js";
import { deploymentShape } from "./file-shapes.js";
import { readFiles } from "./read-bundle.js";

/** No file that a review reads comes near. */
const largest = 64 * 1024 * 1024;

/** What of a revision a review reads, none of which carries a secret. */
const read = /^(?:deployment\.json|settings\.json|egress\.json|cloud\/.+\.json)$/;

interface RingRequest {
	readonly ring: string;
	/** Keys of which one has to have signed each revision. @default - signatures are not verified */
	readonly signers?: RevisionSigners | undefined;
}

type Files = ReadonlyMap<string, Uint8Array>;

/**
 * What the revisions mean that a ring of a deployment has in a store: that of what serves every group, and those of the
 * groups that it names. Refused where one of them is not there or was altered, so that no half of it is ever reviewed.
 */
export async function readPublishedSide(
	store: ObjectReader,
	deployment: string,
	{ ring, signers }: RingRequest,
): Promise<Outcome<ReviewedDeployment>> {
	const whole = await scopeFiles(store, { deployment }, { ring, signers });
	if (!whole.value) return whole;
	const files = new Map(whole.value);
	const problems: Problem[] = [];
	const groups = groupsIn(whole.value);
	const ofGroups = await atOnce(groups, (group) => scopeFiles(store, { deployment, group }, { ring, signers }));
	for (const [index, own] of ofGroups.entries()) {
		problems.push(...own.problems);
		for (const [path, content] of own.value ?? []) files.set(`groups/${groups[index]}/${path}`, content);
	}
	const read = problems.length > 0 ? { problems } : readFiles(files);
	return read.value ? withHolds(store, deployment, read.value) : read;
}

/** Which rings are held at what, which is said by pointers and by no revision. */
async function withHolds(
	store: ObjectReader,
	deployment: string,
	side: ReviewedDeployment,
): Promise<Outcome<ReviewedDeployment>> {
	const { rings = [onlyRing] } = side.publication;
	const problems: Problem[] = [];
	const heldIn = async (scope: PublishedScope): Promise<HeldRings | undefined> => {
		const found = await atOnce(rings, (ring) => findPointer(store, scope, ring));
		problems.push(...found.flatMap((each) => each.problems));
		const held = found.flatMap(({ value }) => (value?.held ? [[value.ring, { hold: value.revision }] as const] : []));
		return held.length > 0 ? Object.fromEntries(held) : undefined;
	};
	const perimeter = await heldIn({ deployment });
	const groups = await atOnce(Object.entries(side.groups), async ([group, own]) => {
		const held = await heldIn({ deployment, group });
		return [group, { ...own, ...(held && { rings: held }) }] as const;
	});
	if (problems.length > 0) return refused(...problems);
	const publication = { ...side.publication, ...(perimeter && { perimeter }) };
	return made({ ...side, groups: Object.fromEntries(groups), publication });
}

/** Groups that were published together with what serves all of them. */
function groupsIn(files: Files): string[] {
	const { value } = readStoredJson(deploymentShape, files.get("deployment.json") ?? new Uint8Array());
	return isObject(value) && isObject(value.groups) ? Object.keys(value.groups) : [];
}

async function scopeFiles(
	store: ObjectReader,
	scope: PublishedScope,
	{ ring, signers }: RingRequest,
): Promise<Outcome<Files>> {
	const key = pointerKey(scope, ring);
	const pointer = await findPointer(store, scope, ring);
	if (!pointer.value) return refused(...(pointer.problems.length > 0 ? pointer.problems : [notPublished(key)]));
	const { revision } = pointer.value;
	const found = await findRevision(store, scope, { revision, signers });
	if (!found.value) {
		const gone = error("revision-gone", [key], `names revision ${revision}, which is not there any more`);
		return refused(...(found.problems.length > 0 ? found.problems : [gone]));
	}
	const files = new Map<string, Uint8Array>();
	const problems: Problem[] = [];
	for (const { path, sha256: digest } of found.value.manifest.files.filter((each) => read.test(each.path))) {
		const at = fileKey(scope, revision, path);
		const content = await contentAt(store, at);
		if (!content.value) problems.push(...content.problems);
		else if (sha256(content.value) === digest) files.set(path, content.value);
		else problems.push(error("file-altered", [at], "was altered since it was published: its digest is another"));
	}
	return problems.length > 0 ? { problems } : made(files);
}

async function contentAt(store: ObjectReader, key: string): Promise<Outcome<Uint8Array>> {
	try {
		const object = await store.get(key, largest);
		return object
			? made(object.content)
			: refused(error("file-missing", [key], "is listed in its manifest and is not there"));
	} catch (fault) {
		if (!(fault instanceof StoreFault)) throw fault;
		return refused(error(fault.code, [key], `cannot be read: ${fault.message}`));
	}
}

function notPublished(key: string): Problem {
	return error(
		"not-published",
		[key],
		"is not there: nothing was published to this ring; name another, or compare with none",
	);
}
