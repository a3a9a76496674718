import type { artifactStores } from "../artifact-store/index.js";
import type { OpenReaders } from "./object-reader.js";

/** How each store is read, by the word of a deployment file; what reads one is loaded where it is used. */
export const objectStores = {
	azureBlob: async () => (await import("./azure-blob.js")).azureBlob,
	gcs: async () => (await import("./gcs.js")).gcs,
	local: async () => (await import("./local.js")).local,
	s3: async () => (await import("./s3.js")).s3,
} satisfies Partial<Record<keyof typeof artifactStores, () => Promise<OpenReaders<never>>>>;
