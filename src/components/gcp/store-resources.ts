import type * as pulumi from "@pulumi/pulumi";
import type { GcsLookUps, GcsProperties } from "../../artifact-store/gcp/properties.js";
import type { GcsResourceType } from "../../artifact-store/gcp/resource.js";
import type { CloudPlacers, PlacedOutputs } from "../place-plan.js";
import { alone, type Placer } from "../placer.js";
import type { Filled } from "./filled.js";
import { gcpSdk } from "./sdk.js";

/** How each kind of resource is created, and what of it others refer to. */
const resources: { readonly [Type in GcsResourceType]: Placer<Filled<GcsProperties[Type]>> } = {
	"storage.googleapis.com/Bucket": (name, properties, opts) => {
		const bucket = new (gcpSdk.module("storage/index.js").Bucket)(name, properties, opts);
		return { resource: bucket, outputs: { name: bucket.name } };
	},
	"storage.googleapis.com/Bucket.IamMember": (name, properties, opts) =>
		alone(new (gcpSdk.module("storage/index.js").BucketIAMMember)(name, properties, opts)),
	"storage.googleapis.com/Bucket.IamBinding": (name, properties, opts) =>
		alone(new (gcpSdk.module("storage/index.js").BucketIAMBinding)(name, properties, opts)),
	"cloudkms.googleapis.com/CryptoKey.IamMember": (name, properties, opts) =>
		alone(new (gcpSdk.module("kms/index.js").CryptoKeyIAMMember)(name, properties, opts)),
};

const lookUps: {
	readonly [Asks in keyof GcsLookUps]: (asked: Filled<GcsLookUps[Asks]>, opts: pulumi.InvokeOptions) => PlacedOutputs;
} = {
	storageServiceAgent: (asked, opts) => ({
		member: gcpSdk.module("storage/index.js").getProjectServiceAccountOutput(asked, opts).member,
	}),
};

export const gcsPlacers: CloudPlacers = { resources, lookUps };
