import { createRequire } from "node:module";
import { runError } from "./run-error.js";

/** An import statement would fail before any message of ours, and would load the SDK where nothing is created. */
const load = createRequire(import.meta.url);

/** An SDK for Pulumi that not everyone installs, whose `Modules` are named by their path in it. */
export interface OptionalSdk<Modules> {
	/** One of its modules: the whole takes twice as long to load. */
	module<Name extends keyof Modules & string>(name: Name): Modules[Name];
	/** @throws `pulumi.RunError` that says how to install it, where it is missing */
	require(): void;
}

/** `cloud` is how people call what it creates resources in, `otherwise` what they can do without the package. */
export function optionalSdk<Modules>(packageName: string, cloud: string, otherwise?: string): OptionalSdk<Modules> {
	return optionalPackage(packageName, `creating resources in ${cloud}`, otherwise);
}

/** The same of another package, `need` being what cannot be done without it. */
export function optionalPackage<Modules>(packageName: string, need: string, otherwise?: string): OptionalSdk<Modules> {
	const require = () => {
		try {
			load.resolve(`${packageName}/package.json`);
		} catch {
			const first = `${need} needs the package ${packageName}; run npm install ${packageName}`;
			throw runError(otherwise === undefined ? first : `${first}, or ${otherwise}`);
		}
	};
	return {
		module(name) {
			require();
			return load(`${packageName}/${name}`);
		},
		require,
	};
}
