import { resourcesOf } from "../../cloud/plan-resource.js";
import type { GcsProperties } from "./properties.js";

export type GcsResourceType = keyof GcsProperties;

/** What Google meters of each kind. https://cloud.google.com/storage/pricing */
const meters: Readonly<Record<GcsResourceType, string>> = {
	"storage.googleapis.com/Bucket": "per gigabyte and month, and per operation",
	"storage.googleapis.com/Bucket.IamMember": "free",
	"storage.googleapis.com/Bucket.IamBinding": "free",
	"cloudkms.googleapis.com/CryptoKey.IamMember": "free",
};

/** A resource to be; its type says which properties it takes. */
export const resource = resourcesOf<GcsProperties>(meters);
