import { manifestPath } from "../../bundle/manifest.js";
import { type ReaderRequest, StoreFault } from "../../object-store/object-reader.js";
import { openStore } from "../../object-store/open-store.js";
import type { Outcome } from "../../outcome.js";
import { formatPath } from "../../path.js";
import { type Problem, warning } from "../../problem.js";
import type { HeldRings } from "../../publication/publish-options.js";
import { onlyRing } from "../../publication/rings.js";
import type { RevisionSigners } from "../../publication/signers.js";
import { findReferences } from "../../reference/walk.js";
import type { ReviewSide } from "../compare.js";
import type { ReviewedDeployment } from "../reviewed-deployment.js";
import { readBundle } from "./read-bundle.js";
import { readPublishedSide } from "./read-published-side.js";

export interface StandingRequest extends ReaderRequest {
	/** Blocks of every store, by word; of a form that was checked. */
	readonly blocks: Readonly<Record<string, object>>;
	/** Words of those that keep revisions; the others keep the bundle as the command writes it. */
	readonly withRevisions: readonly string[];
	/** In order. @default - none is named */
	readonly rings?: readonly string[];
	/** Keys of which one has to have signed each revision. @default - signatures are not verified */
	readonly signers?: RevisionSigners;
	/** What holds rings, of the perimeter and of each group. */
	readonly held: readonly HeldRings[];
}

export interface StandingSide {
	/** Absent where nothing was published yet, or where it cannot be read. */
	readonly side?: ReviewSide;
	/** Warnings that say what is not read, at the places of the deployment. */
	readonly problems: readonly Problem[];
}

/**
 * What stands published of a deployment, as the side that an update is compared with: in the first store that has
 * something, for the last ring that gets what the update publishes. Where all are held, for the last.
 */
export async function readStandingSide(request: StandingRequest): Promise<StandingSide> {
	const problems: Problem[] = [];
	for (const [word, block] of Object.entries(request.blocks)) {
		const found = await orUnread(word, () => readStore(word, block, request));
		problems.push(...found.problems);
		if (found.side) return { side: found.side, problems };
	}
	return { problems };
}

async function orUnread(word: string, read: () => Promise<StandingSide>): Promise<StandingSide> {
	try {
		return await read();
	} catch (fault) {
		if (!(fault instanceof StoreFault)) throw fault;
		return unread(word, fault.message);
	}
}

async function readStore(word: string, block: object, request: StandingRequest): Promise<StandingSide> {
	// Whoever looks things up tells of a place that the program only knows later.
	if (findReferences(block).length > 0) return nothing;
	const general = (await openStore(word, block, request))?.general;
	if (!general) return nothing;
	if (!request.withRevisions.includes(word)) {
		const inBundle = async (file: string) =>
			(await general.get(`${request.deployment}/${file}`, largestInBundle))?.content;
		if (!(await inBundle(manifestPath))) return nothing;
		return standing(word, general.title, await readBundle(inBundle));
	}
	for (const ring of ringsToRead(request)) {
		const read = await readPublishedSide(general, request.deployment, { ring, signers: request.signers });
		const isAbsent = !read.value && read.problems.every(({ code }) => code === "not-published");
		if (!isAbsent) return standing(word, `${general.title} (ring ${ring})`, read);
	}
	return nothing;
}

/** Nothing was published, which is nothing wrong. */
const nothing: StandingSide = { problems: [] };

/** No file of a bundle comes near. */
const largestInBundle = 256 * 1024 * 1024;

/** The last first, and those that are held after all others. */
function ringsToRead({ rings = [onlyRing], held }: StandingRequest): readonly string[] {
	const isHeld = (ring: string) => held.some((holds) => Object.hasOwn(holds, ring));
	const backwards = [...rings].reverse();
	return [...backwards.filter((ring) => !isHeld(ring)), ...backwards.filter(isHeld)];
}

function standing(word: string, name: string, { value, problems }: Outcome<ReviewedDeployment>): StandingSide {
	if (value) return { side: { name, deployments: [value] }, problems };
	const [first] = problems;
	return first ? unread(word, `${formatPath(first.path)} ${first.message}`) : nothing;
}

/** What cannot be read stops nobody from updating it. */
function unread(word: string, why: string): StandingSide {
	const message = `what changes is not told, because what stands there is not read: ${why}`;
	return { problems: [warning("not-reviewed", ["publish", word], message)] };
}
