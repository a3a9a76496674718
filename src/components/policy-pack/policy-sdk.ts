import { createRequire } from "node:module";
import { runError } from "../run-error.js";

const load = createRequire(import.meta.url);

/** What a policy pack is made of, which not everyone installs. @throws `pulumi.RunError` that says how to install it */
export function policySdk(): typeof import("@pulumi/policy") {
	try {
		load.resolve("@pulumi/policy/package.json");
	} catch {
		throw runError("a policy pack needs the package @pulumi/policy; run npm install @pulumi/policy");
	}
	return load("@pulumi/policy");
}
