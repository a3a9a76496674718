import { azureBlob } from "./azure-blob.js";
import { gcs } from "./gcs.js";
import { local } from "./local.js";
import { s3 } from "./s3.js";
import type { ArtifactStore } from "./store.js";

/** Every place that bundles can be published to, by the word a deployment file uses. */
export const artifactStores = { azureBlob, gcs, local, s3 } satisfies Record<string, ArtifactStore>;

export type StoreName = keyof typeof artifactStores;
