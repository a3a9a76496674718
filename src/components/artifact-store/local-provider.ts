/**
 * What the engine runs to publish a part of a bundle to a local folder.
 *
 * State keeps the text that reaches this module, and `destroy` runs it years later: the module's address in the
 * package and the names of its functions never change, and old state may lack whatever was added since.
 *
 * @module
 */
import { type ListedFile, listFile } from "../../bundle/manifest.js";
import { findConflicts, formatConflict } from "../../files/conflict.js";
import { readOwner } from "../../files/owner.js";
import { inspectFile } from "../../files/standing.js";
import { claimFolder, refusal, releaseFolder, wasMarked } from "./owner.js";
import { type PartRecipe, renderPart, type Values } from "./part-recipe.js";
import { placeFile, withdrawFiles } from "./published-files.js";

/** What a resource is given. Secrets stand apart, so that only they are secret in state. */
export interface LocalInputs {
	/** Absolute folder of the deployment. */
	readonly folder: string;
	readonly owner: string;
	readonly part: PartRecipe;
	/** One fixed text while a value is not known yet. */
	readonly secrets: Values | string;
	/** What the files must be, which `check` adds; absent while a value is not known yet. */
	readonly files?: readonly ListedFile[];
}

/** What state says of a published part. */
export interface LocalOutputs {
	readonly folder: string;
	readonly owner: string;
	readonly files: readonly ListedFile[];
}

interface Failure {
	readonly property: string;
	readonly reason: string;
}

/**
 * Says what the files must be, and refuses a folder of another stack or component, a link in a path, and what stands in
 * a file's place and is not this stack's: all in the preview already.
 */
export async function check(
	olds: Partial<LocalInputs> | undefined,
	news: LocalInputs,
): Promise<{ inputs: LocalInputs; failures: Failure[] }> {
	const reason = refusal(news.folder, news.owner, olds?.owner);
	const files =
		typeof news.secrets === "string" ? undefined : (await renderPart(news.part, news.secrets)).map(listFile);
	const known = wasMarked(news.folder, news.owner, olds?.owner) ? files : olds?.files;
	const paths = (known ?? []).map((file) => file.path);
	const conflicts =
		reason === undefined ? findConflicts(news.folder, files ?? [], paths).map(formatConflict) : [reason];
	return {
		inputs: { ...news, ...(files && { files }) },
		failures: conflicts.map((each) => ({ property: "folder", reason: each })),
	};
}

/** Compares what must be with state and with the disk: the engine never reads the disk in an ordinary update. */
export async function diff(_id: string, olds: Partial<LocalOutputs>, news: LocalInputs): Promise<{ changes: boolean }> {
	const { files } = news;
	if (!files || news.folder !== olds.folder || news.owner !== olds.owner) return { changes: true };
	if (listing(files) !== listing(olds.files ?? [])) return { changes: true };
	const owned = readOwner(news.folder) === news.owner;
	return { changes: !owned || files.some((file) => inspectFile(news.folder, file) !== "intact") };
}

export async function create(news: LocalInputs): Promise<{ id: string; outs: LocalOutputs }> {
	const id = "group" in news.part ? `${news.owner}/groups/${news.part.group.identity.group}` : news.owner;
	return { id, outs: await publish(news, {}) };
}

export async function update(
	_id: string,
	olds: Partial<LocalOutputs>,
	news: LocalInputs,
): Promise<{ outs: LocalOutputs }> {
	const outs = await publish(news, olds);
	if (olds.folder !== undefined && olds.folder !== news.folder) await withdraw(olds.folder, olds);
	return { outs };
}

/** Reports what stands on disk, so that a refresh shows damage. */
export async function read(id: string, props: Partial<LocalOutputs>): Promise<{ id: string; props: object }> {
	const { folder, files = [] } = props;
	if (folder === undefined) return { id, props };
	const found = files.map((file): ListedFile => {
		const standing = inspectFile(folder, file);
		// An absent file stays on the list: it may be back by the time this stack is destroyed.
		return standing === "intact" ? file : { ...file, sha256: standing };
	});
	return { id, props: { ...props, files: found } };
}

async function remove(_id: string, props: Partial<LocalOutputs>): Promise<void> {
	if (props.folder !== undefined) await withdraw(props.folder, props);
}

export { remove as delete };

async function publish(news: LocalInputs, olds: Partial<LocalOutputs>): Promise<LocalOutputs> {
	const { folder, owner } = news;
	if (typeof news.secrets === "string") throw new Error(`${folder} cannot be published before its secrets are known`);
	const rendered = (await renderPart(news.part, news.secrets)).map((file) => ({
		...listFile(file),
		content: file.content,
	}));
	const files = rendered.map(({ content: _, ...listed }) => listed);
	await claimFolder(folder, owner, olds.owner);
	for (const file of rendered) {
		if (inspectFile(folder, file) !== "intact") await placeFile(folder, file, file.content);
	}
	const kept = new Set(files.map((file) => file.path));
	const before = olds.folder === folder ? (olds.files ?? []) : [];
	withdrawFiles(
		folder,
		before.map((file) => file.path).filter((each) => !kept.has(each)),
	);
	return { folder, owner, files };
}

/** Removes what was published and nothing else. */
async function withdraw(folder: string, { owner, files = [] }: Partial<LocalOutputs>): Promise<void> {
	const found = readOwner(folder);
	// Another stack has taken the folder over: what stands there now is no longer this one's.
	if (found !== undefined && owner !== undefined && found !== owner) return;
	withdrawFiles(
		folder,
		files.map((file) => file.path),
	);
	await releaseFolder(folder);
}

function listing(files: readonly ListedFile[]): string {
	return files
		.map((file) => `${file.path} ${file.sha256} ${file.mediaType} ${file.sensitive}`)
		.sort()
		.join("\n");
}
