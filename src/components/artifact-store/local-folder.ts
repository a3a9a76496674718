/**
 * What the engine runs for the folder that a deployment is published to. The folder stands in state before anything is
 * written to it, so that whatever becomes of an update, `destroy` knows where to look.
 *
 * State keeps the text that reaches this module: its address and the names of its functions never change.
 *
 * @module
 */
import { manifestPath } from "../../bundle/manifest.js";
import { findClaimConflicts, formatConflict } from "../../files/conflict.js";
import { releaseFolder } from "../../files/withdraw.js";
import { informOfForeign } from "./inform.js";
import { rememberRoot } from "./project-root.js";
import { folderState, isSameStated, placeOf, type StatedFolder, statedFolder } from "./published-folder.js";
import { wasMarked } from "./publishers.js";

/** What a program gives: with the absolute folder of the project, which is handed on in memory and is in no state. */
export interface FolderInputs extends StatedFolder {
	readonly root: string;
}

export interface FolderOutputs extends StatedFolder {
	/** The owner's earlier name, which the folder may still bear. */
	readonly before?: string;
}

/** Refuses, in the preview already, what no part of a bundle could be written beside. */
export async function check(
	olds: Partial<StatedFolder> | undefined,
	{ root, ...stated }: FolderInputs,
): Promise<{ inputs: StatedFolder; failures: { property: string; reason: string }[] }> {
	const { owner } = stated;
	rememberRoot(owner, root);
	const place = placeOf(stated);
	const isOwn = wasMarked(place, { owner, before: olds?.owner }) && olds?.owner !== undefined;
	const wanted = { path: manifestPath, sha256: "", sensitive: false };
	const conflicts = findClaimConflicts(place, [wanted], isOwn ? [manifestPath] : []);
	return {
		inputs: stated,
		failures: conflicts.map((conflict) => ({ property: "folder", reason: formatConflict(conflict) })),
	};
}

export async function diff(
	_id: string,
	olds: Partial<FolderOutputs>,
	news: StatedFolder,
): Promise<{ changes: boolean }> {
	return { changes: !isSameStated(olds, news) };
}

export async function create(news: StatedFolder): Promise<{ id: string; outs: FolderOutputs }> {
	return { id: news.owner, outs: folderState(news) };
}

export async function update(
	_id: string,
	olds: Partial<FolderOutputs>,
	news: StatedFolder,
): Promise<{ outs: FolderOutputs }> {
	const isRenamed = olds.owner !== undefined && olds.owner !== news.owner;
	return { outs: { ...folderState(news), ...(isRenamed && { before: olds.owner }) } };
}

/** A program reads such a resource to tell where its project is, for commands that check nothing. */
export async function read(
	id: string,
	{ root, ...props }: Partial<FolderInputs>,
): Promise<{ id: string; props: object; inputs?: object }> {
	if (root === undefined) return { id, props };
	if (props.owner !== undefined) rememberRoot(props.owner, root);
	return { id, props, inputs: props };
}

async function remove(_id: string, props: Partial<FolderOutputs>): Promise<void> {
	const stated = statedFolder(props);
	if (stated === undefined) return;
	const { folder, owner } = stated;
	informOfForeign(folder, releaseFolder(placeOf(stated), { owner, before: props.before }));
}

export { remove as delete };
