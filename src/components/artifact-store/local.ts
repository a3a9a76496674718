import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { LocalStoreOptions } from "../../artifact-store/local.js";
import type { ListedFile } from "../../bundle/manifest.js";
import {
	fileKey,
	type PublishedScope,
	pathInDeployment,
	publishedScope,
	revisionFolder,
	revisionManifest,
	revisionSignature,
} from "../../publication/layout.js";
import type { RevisionFile } from "../../publication/revision.js";
import { engineText } from "../engine-text.js";
import { inProject } from "../in-project.js";
import type { BundlePart } from "./bundle-part.js";
import type { RingState } from "./local-revision.js";
import type { PartRecipe } from "./part-recipe.js";
import { isFoundFromHere } from "./project-root.js";
import { indexOf } from "./publish-index.js";
import { type SentRecipe, sentRecipe } from "./sent-recipe.js";
import type { Publication, PublishedPart, PublishedRing, StoreAdapter } from "./store-adapter.js";

/**
 * Publishes to a folder of the machine that runs Pulumi, whose location is relative to the root of the project: the
 * bundle as the command writes it, or where the deployment names rings revisions with a pointer for each.
 */
export function local(options: LocalStoreOptions): StoreAdapter<LocalStoreOptions> {
	return {
		name: "local",
		options,
		open(name, publication, opts) {
			const { deployment, owner } = publication;
			const root = inProject();
			const folder = path.join(options.directory, deployment).split(path.sep).join("/");
			const isOutside = !isFoundFromHere(root);
			const place = { root, folder, owner, ...(isOutside && { outside: true }) };
			const opened = new LocalFolder(types.folder, name, { ...place, __provider: folderText }, opts);
			if (isOutside) {
				const told = { ...opts, id: owner };
				new LocalFolder(types.project, `${name}-project`, { root, owner, __provider: folderText }, told);
			}
			const put = (
				part: string,
				{ recipe, values }: Pick<BundlePart, "recipe" | "values">,
				partOpts: pulumi.CustomResourceOptions,
				more: object = {},
			) => {
				const inputs = {
					...place,
					part: sent(recipe),
					secrets: values,
					...more,
					files: undefined,
					__provider: filesText,
				};
				return new LocalFiles(types.files, part, inputs, { ...partOpts, dependsOn: opened });
			};
			const publish = (part: string, bundled: BundlePart, partOpts: pulumi.CustomResourceOptions): PublishedPart => {
				const published = put(part, bundled, partOpts, revisionInputs(publication, bundled));
				return {
					// Without an engine, as in a test of a program, nothing is published.
					files: published.files.apply((files = []) => files),
					...(publication.rings && { rings: ringsOf(published, folder, { deployment, bundled }) }),
				};
			};
			return {
				location: pulumi.output(folder),
				publish,
				complete(nameOf, whole, partOpts) {
					if (!publication.rings) return void publish(nameOf(whole.manifest.role), whole.manifest, partOpts);
					// Each revision has a manifest of its own.
					const recipe = indexOf(publication, whole).apply((index) => ({ index: index() }));
					put(nameOf("index"), { recipe, values: {} }, partOpts);
				},
			};
		},
	};
}

/** An output of a plain recipe would be made of each value in it. */
function sent(recipe: pulumi.Input<PartRecipe>): pulumi.Input<SentRecipe> {
	if (isOutput(recipe)) return recipe.apply(sentRecipe);
	return recipe instanceof Promise ? recipe.then(sentRecipe) : sentRecipe(recipe);
}

/** Pulumi's own guard does not rule out what an input may be instead. */
function isOutput(recipe: pulumi.Input<PartRecipe>): recipe is pulumi.OutputInstance<PartRecipe> {
	return pulumi.Output.isInstance(recipe);
}

function revisionInputs({ rings, app, signingKey }: Publication, part: BundlePart) {
	if (!rings) return {};
	return { publication: { rings: part.rings, app }, ...(signingKey && { signingKey }), rings: undefined };
}

function ringsOf(
	published: LocalFiles,
	folder: string,
	{ deployment, bundled: { group, rings } }: { readonly deployment: string; readonly bundled: BundlePart },
): Readonly<Record<string, PublishedRing>> {
	const scope = publishedScope(deployment, group);
	// The folder is the deployment's already.
	const locate = (key: string) => `${folder.slice(0, -deployment.length)}${key}`;
	const ofRings = rings.map(({ ring }): [string, PublishedRing] => {
		const state = pulumi.all([published.rings, published.files]).apply(([all, listed]): Required<RingState> => {
			const { revision = "", files = revisionFiles(listed ?? [], scope, revision) } = all?.[ring] ?? {};
			return { revision, files };
		});
		return [
			ring,
			{
				revision: state.revision,
				location: state.apply(({ revision }) => locate(`${revisionFolder(scope, revision)}/`)),
				files: state.apply(({ revision, files }) =>
					files.map((file) => ({ ...file, location: locate(fileKey(scope, revision, file.path)) })),
				),
			},
		];
	});
	return Object.fromEntries(ofRings);
}

/** Files of a revision, as its manifest lists them, of those below the folder of the deployment. */
function revisionFiles(listed: readonly ListedFile[], scope: PublishedScope, revision: string): RevisionFile[] {
	const folder = `${pathInDeployment(scope.deployment, revisionFolder(scope, revision))}/`;
	return listed
		.filter(({ path }) => path.startsWith(folder))
		.map(({ path, sha256, bytes, mediaType, sensitive }) => {
			return { path: path.slice(folder.length), sha256, bytes, mediaType, sensitive };
		})
		.filter(({ path }) => path !== revisionManifest && path !== revisionSignature);
}

const filesText = engineText("pulumi-cowork/internal/local-provider");
const folderText = engineText("pulumi-cowork/internal/local-folder");

class LocalFolder extends pulumi.CustomResource {}

class LocalFiles extends pulumi.CustomResource {
	declare readonly files: pulumi.Output<ListedFile[] | undefined>;
	/** By ring, where there are some. */
	declare readonly rings: pulumi.Output<Record<string, RingState> | undefined>;
}

/** The types of dynamic resources, as `pulumi.dynamic.Resource` spells them. */
const types = {
	files: "pulumi-nodejs:dynamic/pulumi-cowork:LocalFiles",
	folder: "pulumi-nodejs:dynamic/pulumi-cowork:LocalFolder",
	project: "pulumi-nodejs:dynamic/pulumi-cowork:LocalProject",
};
