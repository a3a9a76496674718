import type { Loadable } from "../variant.js";
import type { artifactStores } from "./index.js";
import type { ArtifactStore } from "./store.js";

/** Every store, before its file and all that it can create is loaded. */
export const knownStores: Loadable<ArtifactStore, keyof typeof artifactStores> = {
	azureBlob: { load: async () => (await import("./azure-blob.js")).azureBlob },
	gcs: { load: async () => (await import("./gcs.js")).gcs },
	local: { load: async () => (await import("./local.js")).local },
	s3: { load: async () => (await import("./s3.js")).s3 },
};
