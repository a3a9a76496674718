import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedLookUp, PlannedResource } from "../../cloud/planned-resource.js";
import type { GcsStoreOptions } from "../gcs.js";
import type { GcsLookUps } from "./properties.js";
import { resource } from "./resource.js";

/** What lets Cloud Storage encrypt with the keys of buckets. */
export interface PlannedKeys {
	readonly lookUps: readonly PlannedLookUp[];
	readonly resources: readonly PlannedResource[];
	/** Ids of what must stand before a bucket with a key. */
	before(key: string | undefined): readonly string[];
}

/**
 * Lets the service agent of the project use each key. Such leave stays where it is: without it nobody could read any more
 * what a bucket keeps. https://cloud.google.com/storage/docs/encryption/using-customer-managed-keys
 */
export function planKeys(
	{ projectId, serviceAgent, grantKey = true }: GcsStoreOptions,
	keys: { readonly general: string | undefined; readonly sensitive: string | undefined },
): PlannedKeys {
	const named = grantKey ? keys : { general: undefined, sensitive: undefined };
	const asked = serviceAgent === undefined ? lookUpAgent(projectId) : undefined;
	const member = asked ? outputOf(asked, "member") : `serviceAccount:${serviceAgent}`;
	const leave = (id: string, key: string) =>
		resource(
			"cloudkms.googleapis.com/CryptoKey.IamMember",
			id,
			{ cryptoKeyId: key, role: "roles/cloudkms.cryptoKeyEncrypterDecrypter", member },
			{ name: key, kept: true },
		);
	const ids = new Map<string, PlannedResource>();
	if (named.general !== undefined) ids.set(named.general, leave("key-user", named.general));
	if (named.sensitive !== undefined && !ids.has(named.sensitive))
		ids.set(named.sensitive, leave("sensitive-key-user", named.sensitive));
	return {
		lookUps: asked && ids.size > 0 ? [asked] : [],
		resources: [...ids.values()],
		before: (key) => {
			const found = key === undefined ? undefined : ids.get(key);
			return found ? [found.id] : [];
		},
	};
}

/** Asking creates the account where the project has none yet. */
function lookUpAgent(project: string | undefined): PlannedLookUp {
	const properties: GcsLookUps["storageServiceAgent"] = project === undefined ? {} : { project };
	return { id: "storage-agent", asks: "storageServiceAgent", properties: { ...properties } };
}
