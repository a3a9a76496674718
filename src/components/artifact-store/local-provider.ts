/**
 * What the engine runs to publish a part of a bundle to a local folder.
 *
 * State keeps the text that reaches this module, and `destroy` runs it years later: the module's address in the
 * package and the names of its functions never change, and old state may lack whatever was added since.
 *
 * @module
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { type ListedFile, listFile, manifestPath, readManifest } from "../../bundle/manifest.js";
import { findClaimConflicts, formatConflict } from "../../files/conflict.js";
import { runFolder } from "../../files/inside.js";
import { listedIn } from "../../files/owned.js";
import { otherOwner, ownedBy, readOwner } from "../../files/owner.js";
import { publishManifest, publishPart } from "../../files/publish-part.js";
import { publishRevision } from "../../files/publish-revision.js";
import { inspectFile } from "../../files/standing.js";
import { releaseFolder, withdrawFiles } from "../../files/withdraw.js";
import type { Outcome } from "../../outcome.js";
import type { PublishedScope } from "../../publication/layout.js";
import { inform, informOfForeign } from "./inform.js";
import {
	filesOfRevisions,
	isOfRevision,
	localRevision,
	type RevisionInputs,
	type RevisionState,
	scopeOfPart,
	standingRevisions,
} from "./local-revision.js";
import { describeChange } from "./part-change.js";
import { type PartRecipe, renderPart, type Values } from "./part-recipe.js";
import { rememberRoot } from "./project-root.js";
import {
	findPlace,
	folderState,
	isSamePlace,
	isSameStated,
	placeOf,
	type StatedFolder,
	statedFolder,
} from "./published-folder.js";
import { announcedBy, wasMarked } from "./publishers.js";
import { dropRendered, findRendered, type KeptRecipe, keepRendered, keptRecipe, partName } from "./rendered-parts.js";
import { receivedRecipe, type SentRecipe } from "./sent-recipe.js";

/** What a program gives a resource. One fixed text stands in the place of what is not known yet. */
export interface LocalInputs extends StatedFolder {
	/** Absolute folder of the project; handed on in memory, so that every checkout has the same state. */
	readonly root: string;
	readonly part: SentRecipe | PartRecipe | string;
	/** Apart from the rest, so that only they are secret in state. */
	readonly secrets: Values | string;
	/** @default - the folder keeps the bundle as the command writes it */
	readonly publication?: RevisionInputs;
	/** Key that revisions are signed with, in PEM. @default - they are not signed */
	readonly signingKey?: string;
}

/** What state keeps of it: for a reviewer, and to tell what a change means. */
export interface CheckedInputs extends StatedFolder {
	readonly part: KeptRecipe | string;
	readonly secrets: Values | string;
	readonly publication?: RevisionInputs;
	readonly signingKey?: string;
}

/** What state says of a published part. */
export interface LocalOutputs extends StatedFolder, Partial<RevisionState> {
	readonly files: readonly ListedFile[];
	/** What its files are rendered from; of state that keeps revisions. */
	readonly scope?: PublishedScope;
}

interface Failure {
	readonly property: string;
	readonly reason: string;
}

/**
 * Renders the files, and refuses a folder of another stack or component, a link in a path, and what stands in a file's
 * place and is not this stack's: all in the preview already.
 */
export async function check(
	olds: Partial<CheckedInputs> | undefined,
	news: LocalInputs,
): Promise<{ inputs: CheckedInputs; failures: Failure[] }> {
	const { root, ...given } = news;
	const { owner, secrets } = given;
	rememberRoot(owner, root);
	// What is to be published is not known yet, nor whether anything changes.
	if (typeof given.part === "string") return { inputs: { ...given, part: given.part }, failures: [] };
	const part = receivedRecipe(given.part);
	const kept = keptRecipe(part);
	const change = "group" in part ? describeChange(groupBefore(olds), part.group) : undefined;
	if (change !== undefined) inform(change);
	const refused = (reasons: readonly string[]) => ({
		inputs: { ...given, part: kept },
		failures: reasons.map((reason) => ({ property: "folder", reason })),
	});
	const place = placeOf(news);
	const publisher = { owner, before: olds?.owner };
	const other = otherOwner(place, publisher) ?? announcedBy(place, owner);
	if (other !== undefined) return refused([ownedBy(other, place)]);
	if (typeof secrets === "string") return refused([]);
	const rendered = await renderPart(part, secrets);
	const scope = scopeOfPart(part);
	const layout =
		given.publication && scope
			? localRevision({ ...given.publication, place, scope, owner, signingKey: given.signingKey }, rendered)
			: undefined;
	if (layout && !layout.value) return refused(layout.problems.map(formatConflict));
	const revision = layout?.value;
	const files = revision
		? [...revision.files, ...revision.pointers]
		: rendered.map((file) => ({ ...listFile(file), content: file.content }));
	keepRendered(owner, part, { files, ...(revision && { revision }) });
	const inTheWay = (known: readonly string[]) => findClaimConflicts(place, files, known).map(formatConflict);
	const conflicts = inTheWay([]);
	if (conflicts.length === 0) return refused([]);
	// Without a manifest that says so, what stands at this resource's paths is its own where its folder is.
	const isOwn = wasMarked(place, publisher) && olds?.owner !== undefined && isUnlisted(place, part);
	return refused(isOwn ? inTheWay(files.map((file) => file.path)) : conflicts);
}

/** The manifest itself is only listed by state. */
function isUnlisted(place: string, part: PartRecipe): boolean {
	return "manifest" in part || listedIn(place) === undefined;
}

function groupBefore(olds: Partial<CheckedInputs> | undefined): unknown {
	const part = olds?.part;
	return typeof part === "object" && "group" in part ? part.group : undefined;
}

/** Compares what must be with state and with the disk: the engine never reads the disk in an ordinary update. */
export async function diff(
	_id: string,
	olds: Partial<LocalOutputs>,
	news: CheckedInputs,
): Promise<{ changes: boolean }> {
	const { owner, part } = news;
	if (typeof part === "string" || !isSameStated(olds, news)) return { changes: true };
	const files = findRendered(owner, part)?.files;
	if (!files) return { changes: true };
	if (listing(files) !== listing(olds.files ?? [])) return { changes: true };
	const place = placeOf(news);
	if (readOwner(place) !== owner || files.some((file) => inspectFile(place, file) !== "intact"))
		return { changes: true };
	if (files.some((file) => file.path === manifestPath) && existsSync(path.join(place, runFolder)))
		// The manifest comes last, and completes what a run that was killed has left.
		return { changes: true };
	dropRendered(owner, part);
	return { changes: false };
}

export async function create(news: CheckedInputs): Promise<{ id: string; outs: LocalOutputs }> {
	return { id: idOf(news), outs: publish(news, {}) };
}

function idOf({ owner, part }: CheckedInputs): string {
	if (typeof part === "string" || "perimeter" in part) return owner;
	return "group" in part ? `${owner}/groups/${part.group.identity.group}` : `${owner}/${partName(part)}`;
}

export async function update(
	_id: string,
	olds: Partial<LocalOutputs>,
	news: CheckedInputs,
): Promise<{ outs: LocalOutputs }> {
	const before = statedFolder(olds);
	const stays = before === undefined || isSamePlace(before, news);
	const outs = publish(news, stays ? olds : { ...olds, files: [], revisions: [] });
	if (stays) return { outs };
	const { folder, owner } = before;
	const files = publishedFiles(placeOf(before), olds);
	// Every other part has moved by the time that the manifest does.
	if (files.some((file) => file.path === manifestPath))
		informOfForeign(folder, releaseFolder(placeOf(before), { owner }));
	else withdrawFiles(placeOf(before), { owner }, files);
	return { outs };
}

/** Reports what stands on disk, so that a refresh shows damage. */
export async function read(id: string, props: Partial<LocalOutputs>): Promise<{ id: string; props: object }> {
	const { files = [] } = props;
	const stated = statedFolder(props);
	if (stated === undefined) return { id, props };
	const place = findPlace(stated);
	if (place === undefined) {
		inform(`${stated.folder} is not looked at: its project cannot be found from ${process.cwd()}; add --run-program`);
		return { id, props };
	}
	const found = files.map((file): ListedFile => {
		const standing = inspectFile(place, file);
		// An absent file stays on the list: it may be back by the time this stack is destroyed.
		return standing === "intact" ? file : { ...file, sha256: standing };
	});
	return { id, props: { ...props, files: found } };
}

async function remove(_id: string, props: Partial<LocalOutputs>): Promise<void> {
	const stated = statedFolder(props);
	if (stated === undefined) return;
	const place = placeOf(stated);
	withdrawFiles(place, { owner: stated.owner }, publishedFiles(place, props));
}

export { remove as delete };

function publish(news: CheckedInputs, olds: Partial<LocalOutputs>): LocalOutputs {
	const { folder, owner, part } = news;
	const place = placeOf(news);
	const rendered = typeof part === "string" ? undefined : findRendered(owner, part);
	if (typeof part === "string" || !rendered)
		throw new Error(`${folder} cannot be published before what goes there is known`);
	const publisher = { owner, before: olds.owner };
	const known = wasMarked(place, publisher) ? publishedFiles(place, olds).map((file) => file.path) : [];
	const { files, revision } = rendered;
	const [manifest] = files;
	if (revision) {
		const removing = (olds.files ?? []).map((file) => file.path).filter((file) => !isOfRevision(file));
		valueOrThrow(publishRevision(place, { publisher, ...revision, known, removing }));
	} else if ("index" in part) {
		valueOrThrow(publishRevision(place, { publisher, files: [], pointers: files, known, removing: [] }));
	} else if ("manifest" in part && manifest) {
		const listed = (readManifest(Buffer.from(manifest.content).toString()) ?? []).map((file) => file.path);
		informOfForeign(folder, valueOrThrow(publishManifest(place, manifest, listed, { publisher, known })));
	} else valueOrThrow(publishPart(place, { publisher, name: partName(part), files, known }));
	dropRendered(owner, part);
	const listed = files.map(({ content: _, ...each }) => each);
	const scope = scopeOfPart(part);
	if (!revision || !scope) return { ...folderState(news), files: listed };
	const revisions = standingRevisions(place, scope, [...(olds.revisions ?? []), revision.digest]);
	return { ...folderState(news), files: listed, scope, revisions, rings: revision.rings };
}

/** What a resource has in a folder: what it published last, and the revisions before. */
function publishedFiles(
	place: string,
	{ files = [], scope, revisions = [] }: Partial<LocalOutputs>,
): readonly ListedFile[] {
	return scope ? [...files, ...filesOfRevisions(place, scope, revisions)] : files;
}

/** What was done, or what has come in the way since it was checked. */
function valueOrThrow<Value>({ value, problems }: Outcome<Value>): Value {
	if (value === undefined) throw new Error(problems.map(formatConflict).join("\n"));
	return value;
}

function listing(files: readonly ListedFile[]): string {
	return files
		.map((file) => `${file.path} ${file.sha256} ${file.mediaType} ${file.sensitive}`)
		.sort()
		.join("\n");
}
