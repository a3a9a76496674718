import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { LocalStoreOptions } from "../../artifact-store/local.js";
import type { ListedFile } from "../../bundle/manifest.js";
import type { StoreAdapter } from "./store-adapter.js";

/** Publishes to a folder of the machine that runs Pulumi. */
export function local(options: LocalStoreOptions): StoreAdapter<LocalStoreOptions> {
	return {
		name: "local",
		options,
		open(_, { deployment, owner }) {
			// The program's working directory is the folder of its `main`, not the project's.
			const folder = path.resolve(pulumi.runtime.getRootDirectory() ?? ".", options.directory, deployment);
			return {
				location: pulumi.output(folder),
				publish(name, { recipe, values }, opts) {
					const inputs = { folder, owner, part: recipe, secrets: values, files: undefined, __provider: provider };
					const published = new LocalFiles(type, name, inputs, opts);
					// Without an engine, as in a test of a program, nothing is published.
					return published.files.apply((files = []) => files);
				},
			};
		},
	};
}

/**
 * What the engine runs for each file set: it keeps this text in state, runs it from there even after the program is
 * gone, and calls `handler`. So it does nothing but reach the module that knows, whose address is permanent.
 * Pulumi would write such a text itself, from closures: seven times as long, different after every build, and with the
 * TypeScript compiler loaded for it.
 */
const provider = `const call = (name) => async (...given) =>
	(await import("pulumi-cowork/internal/local-provider"))[name](...given);
const names = ["check", "diff", "create", "read", "update", "delete"];
exports.handler = () => Object.fromEntries(names.map((name) => [name, call(name)]));
`;

class LocalFiles extends pulumi.CustomResource {
	declare readonly files: pulumi.Output<ListedFile[] | undefined>;
}

/** The type of a dynamic resource, as `pulumi.dynamic.Resource` spells it. */
const type = "pulumi-nodejs:dynamic/pulumi-cowork:LocalFiles";
