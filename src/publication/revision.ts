import { sha256 } from "../bundle/bundle.js";
import type { ListedFile } from "../bundle/manifest.js";
import { generator } from "../generator.js";
import { compareText, prettyJson } from "../json.js";
import { factsEdition } from "../version.js";
import { type PublishedScope, pathInScope, publishedScope } from "./layout.js";

/** A file of a revision. */
export interface RevisionFile {
	/** Within the scope, with `/`: `profiles/linux/managed-settings.json`. */
	readonly path: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly mediaType: string;
	/** Whether it carries a secret: it stands under the same key in the place for such files. */
	readonly sensitive: boolean;
}

/** Apps that a revision was made for. */
export interface RevisionApp {
	/** As the deployment says it. @default - every version that is known */
	readonly minimumVersion?: string;
	readonly maximumVersion?: string;
}

/**
 * `manifest.json` of a revision. It holds nothing of other groups, and no time: the same files give the same bytes, and
 * their SHA-256 is the revision's name.
 */
export interface RevisionManifest extends PublishedScope {
	readonly schemaVersion: 1;
	/** Name and version of what wrote it. */
	readonly generator: string;
	/** How far the facts reached that it was made with. */
	readonly facts: { readonly app: string; readonly date: string };
	readonly app: RevisionApp;
	/** In code-unit order of the paths. */
	readonly files: readonly RevisionFile[];
}

export interface Revision {
	readonly digest: string;
	readonly manifest: RevisionManifest;
	/** The bytes of `manifest.json`. */
	readonly content: Uint8Array;
}

/** The revision that a part of a bundle comes to, whose files have their paths in the bundle. */
export function revisionOf(scope: PublishedScope, app: RevisionApp, files: readonly ListedFile[]): Revision {
	const { deployment, group } = scope;
	const { minimumVersion, maximumVersion } = app;
	const manifest: RevisionManifest = {
		schemaVersion: 1,
		generator,
		facts: factsEdition,
		...publishedScope(deployment, group),
		app: {
			...(minimumVersion !== undefined && { minimumVersion }),
			...(maximumVersion !== undefined && { maximumVersion }),
		},
		files: files
			.map(({ path, sha256, bytes, mediaType, sensitive }) => ({
				path: pathInScope(scope, path),
				sha256,
				bytes,
				mediaType,
				sensitive,
			}))
			.sort((a, b) => compareText(a.path, b.path)),
	};
	const content = new TextEncoder().encode(prettyJson(manifest));
	return { digest: sha256(content), manifest, content };
}
