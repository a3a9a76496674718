/** What one deployment has published in one place, as plain data for the page that lists it. */
export interface PublicationIndex {
	readonly deployment: string;
	/** In the order in which they are listed. */
	readonly groups: readonly IndexedGroup[];
	/** What serves every group. */
	readonly perimeter: IndexedPart;
}

/** What is published in revisions of its own: a group, or the perimeter. */
export interface IndexedPart {
	/** In the order in which a revision reaches them. */
	readonly rings: readonly IndexedRing[];
	/** Each that a ring stands at, once. */
	readonly revisions: readonly IndexedRevision[];
}

export interface IndexedGroup extends IndexedPart {
	readonly name: string;
	/** Sentences that say when every running device has what its ring stands at, for apps old and new. */
	readonly everyDevice: readonly string[];
}

export interface IndexedRing {
	readonly name: string;
	/** Of its `current.json`, below the page's own folder. */
	readonly path: string;
	/** Digest of the revision that it stands at. */
	readonly revision: string;
	/** Whether it stays there when there is a newer one. */
	readonly held: boolean;
	/** Digest of the revision that it stood at before; absent where it is the first, or where that is not known. */
	readonly replaces?: string;
}

export interface IndexedRevision {
	readonly digest: string;
	/** That holds `manifest.json`, below the page's own folder, without `/` at its end. */
	readonly folder: string;
	/** Whether `manifest.json.sig` stands beside the manifest. */
	readonly signed: boolean;
	/** Versions of the app that it is for; absent where it is for any. */
	readonly app?: { readonly minimumVersion?: string; readonly maximumVersion?: string };
	/** Absent where the run could not read what an earlier one published. Those that are sensitive are not listed. */
	readonly files?: readonly IndexedFile[];
}

export interface IndexedFile {
	/** Below the revision's folder. */
	readonly path: string;
	/** In hexadecimal digits. */
	readonly sha256: string;
	readonly bytes: number;
	readonly mediaType: string;
	/** Whether it carries a credential. */
	readonly sensitive: boolean;
}
