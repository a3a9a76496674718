import type { ListedFile } from "../bundle/manifest.js";

/** A file as it is to stand in a folder. */
export type FileState = Pick<ListedFile, "path" | "sha256" | "sensitive">;

/** With the bytes that are to be there. */
export interface WantedFile extends FileState {
	readonly content: Uint8Array;
}

/** Nobody but the owner may read a secret; the umask narrows both. */
export function modeOf({ sensitive }: Pick<FileState, "sensitive">): number {
	return sensitive ? 0o600 : 0o644;
}

export const folderMode = 0o755;
