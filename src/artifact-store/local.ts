import { object, text } from "../shape/build.js";
import type { ArtifactStore } from "./store.js";

export interface LocalStoreOptions {
	/** Folder that receives the bundle; relative to the deployment file, in Pulumi to the project's root. */
	readonly directory: string;
}

/** A folder of the machine that publishes. */
export const local = {
	title: "Local folder",
	docs: "https://nodejs.org/docs/latest-v20.x/api/fs.html",
	options: object({
		directory: {
			shape: text(),
			summary: "Folder that receives the bundle; relative to the deployment file, in Pulumi to the project's root",
			required: true,
		},
	}),
	examples: { plain: { directory: "./published" } },
} satisfies ArtifactStore<LocalStoreOptions>;
