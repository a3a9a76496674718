import { z } from "zod";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { folderPath } from "../values/file-path.js";

/** A folder that users may attach. */
export interface WorkspaceFolder<Secret = SecretReference> {
	/** Absolute, or starting with `~` or a variable such as `%OneDrive%`. */
	readonly path: string | Secret;
	/** @default false */
	readonly isDefaultSelected?: boolean;
	/** Whether files may be changed; from 1.26832.0. @default rw */
	readonly mode?: "rw" | "ro";
}

const workspaceFolder = members({
	path: folderPath,
	isDefaultSelected: z.boolean().optional(),
	mode: z.enum(["rw", "ro"]).optional(),
});

/** Plain text is the older spelling of an entry. */
export const workspaceFolders = z.array(z.union([folderPath, workspaceFolder]));
