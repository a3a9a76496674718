import { optionalSdk } from "../optional-sdk.js";

/** Modules of the SDK, by their path in it: its whole takes twice as long to load. */
interface AzureModules {
	readonly "authorization/index.js": typeof import("@pulumi/azure-native/authorization/index.js");
	readonly "cognitiveservices/index.js": typeof import("@pulumi/azure-native/cognitiveservices/index.js");
	readonly "monitor/index.js": typeof import("@pulumi/azure-native/monitor/index.js");
	readonly "network/index.js": typeof import("@pulumi/azure-native/network/index.js");
	readonly "operationalinsights/index.js": typeof import("@pulumi/azure-native/operationalinsights/index.js");
	readonly "privatedns/index.js": typeof import("@pulumi/azure-native/privatedns/index.js");
	readonly "resources/index.js": typeof import("@pulumi/azure-native/resources/index.js");
	readonly "storage/index.js": typeof import("@pulumi/azure-native/storage/index.js");
}

/** The SDK of Azure for Pulumi, which is a CommonJS package. */
export const azureSdk = optionalSdk<AzureModules>("@pulumi/azure-native", "Azure");

interface EntraModules {
	readonly "index.js": typeof import("@pulumi/azuread/index.js");
}

/** The SDK of Entra ID for Pulumi, which is needed only where an app is registered. */
export const entraSdk = optionalSdk<EntraModules>(
	"@pulumi/azuread",
	"Entra ID",
	"leave out provision.app and give signIn.entra a clientId: a warning then tells each step of registering the app by hand",
);
