import { optionalSdk } from "../optional-sdk.js";

/** Modules of the SDK, by their path in it: its whole takes twice as long to load. */
interface GcpModules {
	readonly "compute/index.js": typeof import("@pulumi/gcp/compute/index.js");
	readonly "networksecurity/index.js": typeof import("@pulumi/gcp/networksecurity/index.js");
	readonly "networkservices/index.js": typeof import("@pulumi/gcp/networkservices/index.js");
}

/** The Google Cloud SDK for Pulumi, which is a CommonJS package. */
export const gcpSdk = optionalSdk<GcpModules>("@pulumi/gcp", "Google Cloud");
