import { optionalSdk } from "../optional-sdk.js";

/** Modules of the SDK, by their path in it: its whole takes twice as long to load. */
interface GcpModules {
	readonly "accesscontextmanager/index.js": typeof import("@pulumi/gcp/accesscontextmanager/index.js");
	readonly "cloudquota/index.js": typeof import("@pulumi/gcp/cloudquota/index.js");
	readonly "compute/index.js": typeof import("@pulumi/gcp/compute/index.js");
	readonly "dns/index.js": typeof import("@pulumi/gcp/dns/index.js");
	readonly "iam/index.js": typeof import("@pulumi/gcp/iam/index.js");
	readonly "kms/index.js": typeof import("@pulumi/gcp/kms/index.js");
	readonly "logging/index.js": typeof import("@pulumi/gcp/logging/index.js");
	readonly "networksecurity/index.js": typeof import("@pulumi/gcp/networksecurity/index.js");
	readonly "networkservices/index.js": typeof import("@pulumi/gcp/networkservices/index.js");
	readonly "orgpolicy/index.js": typeof import("@pulumi/gcp/orgpolicy/index.js");
	readonly "projects/index.js": typeof import("@pulumi/gcp/projects/index.js");
	readonly "serviceaccount/index.js": typeof import("@pulumi/gcp/serviceaccount/index.js");
	readonly "storage/index.js": typeof import("@pulumi/gcp/storage/index.js");
	readonly "vertex/index.js": typeof import("@pulumi/gcp/vertex/index.js");
}

/** The Google Cloud SDK for Pulumi, which is a CommonJS package. */
export const gcpSdk = optionalSdk<GcpModules>("@pulumi/gcp", "Google Cloud");
