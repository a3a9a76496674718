import { optionalSdk } from "../optional-sdk.js";

/** Modules of the SDK, by their path in it: its whole takes twice as long to load. */
interface AzureModules {
	readonly "network/index.js": typeof import("@pulumi/azure-native/network/index.js");
}

/** The SDK of Azure for Pulumi, which is a CommonJS package. */
export const azureSdk = optionalSdk<AzureModules>("@pulumi/azure-native", "Azure");
