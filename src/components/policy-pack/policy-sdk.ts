import { optionalPackage } from "../optional-sdk.js";

interface PolicyModules {
	readonly "index.js": typeof import("@pulumi/policy");
}

const sdk = optionalPackage<PolicyModules>("@pulumi/policy", "a policy pack");

/** What a policy pack is made of, which not everyone installs. @throws `pulumi.RunError` that says how to install it */
export function policySdk(): PolicyModules["index.js"] {
	return sdk.module("index.js");
}
