/**
 * Where things stand below the prefix of a store, the same in every store that keeps revisions.
 *
 * @module
 */

/** What has revisions and rings of its own: a group of a deployment, or what serves every group. */
export interface PublishedScope {
	/** Name of the deployment, or of what several share. */
	readonly deployment: string;
	/** @default - what serves every group */
	readonly group?: string;
}

export function publishedScope(deployment: string, group: string | undefined): PublishedScope {
	return { deployment, ...(group !== undefined && { group }) };
}

/** `eu/groups/pilot`, or `eu/perimeter`. */
export function scopeFolder({ deployment, group }: PublishedScope): string {
	return group === undefined ? `${deployment}/perimeter` : `${deployment}/groups/${group}`;
}

/** Holds one folder for each revision, by digest; nothing in it ever changes. */
export function revisionsFolder(scope: PublishedScope): string {
	return `${scopeFolder(scope)}/revisions`;
}

export function revisionFolder(scope: PublishedScope, revision: string): string {
	return `${revisionsFolder(scope)}/${revision}`;
}

/** Key of a file of a revision. Its path is that within the scope, as the manifest lists it. */
export function fileKey(scope: PublishedScope, revision: string, path: string): string {
	return `${revisionFolder(scope, revision)}/${path}`;
}

/** Names of what stands beside a revision's files, which no file of a bundle has at that place. */
export const revisionManifest = "manifest.json";
export const revisionSignature = "manifest.json.sig";

export function manifestKey(scope: PublishedScope, revision: string): string {
	return fileKey(scope, revision, revisionManifest);
}

export function signatureKey(scope: PublishedScope, revision: string): string {
	return fileKey(scope, revision, revisionSignature);
}

/** Holds one folder for each ring. */
export function ringsFolder(scope: PublishedScope): string {
	return `${scopeFolder(scope)}/rings`;
}

/** Says which revision a ring has. */
export function pointerKey(scope: PublishedScope, ring: string): string {
	return `${ringsFolder(scope)}/${ring}/current.json`;
}

/** A page for people that lists everything, within the deployment's folder. */
export const indexPath = "index.html";

export function indexKey(deployment: string): string {
	return `${deployment}/${indexPath}`;
}

/** What a key is below the folder of its deployment, which every key begins with. */
export function pathInDeployment(deployment: string, key: string): string {
	return key.slice(deployment.length + 1);
}

/** Path within its scope of a file of a bundle: `groups/pilot/settings.json` is `settings.json` for group pilot. */
export function pathInScope({ group }: Pick<PublishedScope, "group">, path: string): string {
	const folder = group === undefined ? "" : `groups/${group}/`;
	if (!path.startsWith(folder)) throw new RangeError(`${path} is no file of group ${group}`);
	return path.slice(folder.length);
}
