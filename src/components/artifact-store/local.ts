import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { LocalStoreOptions } from "../../artifact-store/local.js";
import type { ListedFile } from "../../bundle/manifest.js";
import { engineText } from "../engine-text.js";
import type { BundlePart } from "./bundle-part.js";
import { isFoundFromHere } from "./project-root.js";
import type { StoreAdapter } from "./store-adapter.js";

/** Publishes to a folder of the machine that runs Pulumi, whose location is relative to the root of the project. */
export function local(options: LocalStoreOptions): StoreAdapter<LocalStoreOptions> {
	return {
		name: "local",
		options,
		open(name, { deployment, owner }, opts) {
			// The program's working directory is the folder of its `main`, not the project's.
			const root = path.resolve(pulumi.runtime.getRootDirectory() ?? ".");
			const folder = path.join(options.directory, deployment).split(path.sep).join("/");
			const isOutside = !isFoundFromHere(root);
			const place = { root, folder, owner, ...(isOutside && { outside: true }) };
			const opened = new LocalFolder(types.folder, name, { ...place, __provider: folderText }, opts);
			if (isOutside) {
				const told = { ...opts, id: owner };
				new LocalFolder(types.project, `${name}-project`, { root, owner, __provider: folderText }, told);
			}
			const publish = (part: string, { recipe, values }: BundlePart, partOpts: pulumi.CustomResourceOptions) => {
				const inputs = { ...place, part: recipe, secrets: values, files: undefined, __provider: filesText };
				const published = new LocalFiles(types.files, part, inputs, { ...partOpts, dependsOn: opened });
				// Without an engine, as in a test of a program, nothing is published.
				return { files: published.files.apply((files = []) => files) };
			};
			return {
				location: pulumi.output(folder),
				publish,
				complete(nameOf, { manifest }, partOpts) {
					publish(nameOf(manifest.role), manifest, partOpts);
				},
			};
		},
	};
}

const filesText = engineText("pulumi-cowork/internal/local-provider");
const folderText = engineText("pulumi-cowork/internal/local-folder");

class LocalFolder extends pulumi.CustomResource {}

class LocalFiles extends pulumi.CustomResource {
	declare readonly files: pulumi.Output<ListedFile[] | undefined>;
}

/** The types of dynamic resources, as `pulumi.dynamic.Resource` spells them. */
const types = {
	files: "pulumi-nodejs:dynamic/pulumi-cowork:LocalFiles",
	folder: "pulumi-nodejs:dynamic/pulumi-cowork:LocalFolder",
	project: "pulumi-nodejs:dynamic/pulumi-cowork:LocalProject",
};
