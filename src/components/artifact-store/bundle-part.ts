import * as pulumi from "@pulumi/pulumi";
import type { BundleFile } from "../../bundle/bundle.js";
import { type ListedFile, listFile, manifestPath } from "../../bundle/manifest.js";
import { type TimeBound, timeBound } from "../../configuration/time-bound.js";
import type { PlannedRing } from "../../publication/rings.js";
import type { PlannedPart } from "../publish-parts.js";
import { type PartRecipe, renderPart, type Values, withoutReferringOptions } from "./part-recipe.js";

/** Files of a deployment that are published together: those of a group, those that serve every group, the manifest. */
export interface BundlePart {
	/** Its place in the names of resources: `perimeter`, `group-<name>` or `manifest`. */
	readonly role: string;
	/** The group it is for. @default - it serves every group */
	readonly group?: string;
	/** Its rings in the deployment's order, for a store that keeps revisions. */
	readonly rings: readonly PlannedRing[];
	/** Its files, rendered when they are asked for. Which there are depends on no value; their bytes may. */
	files(): Promise<readonly PartFile[]>;
	/** Of a group: how long running apps take for what its devices have. */
	readonly timeBound?: TimeBound;
	/** What the files are rendered from, for a store that renders where it writes. */
	readonly recipe: pulumi.Input<PartRecipe>;
	/** The values that the recipe refers to. */
	readonly values: pulumi.Input<Values>;
}

/** In a function, which outputs leave as it is: of bytes they would look at each one, again and again. */
export type Bytes = () => Uint8Array;

/** A file on its way to a store. */
export interface PartFile extends Pick<BundleFile, "path" | "mediaType" | "group" | "sensitive"> {
	/** A secret where the file is sensitive; known late where it holds what a cloud decides. */
	readonly content: pulumi.Output<Bytes>;
	/** As the manifest lists it; no secret. */
	readonly listed: pulumi.Output<ListedFile>;
}

/** A part whose recipe is there already, with the values that it needs. */
export function bundlePart(
	{ role, group, rings, recipe, needed }: PlannedPart,
	values: pulumi.Input<Values>,
): BundlePart {
	const bound = "group" in recipe && { timeBound: timeBound((key) => recipe.group.settings[key]?.value) };
	const of = { role, ...(group !== undefined && { group }), rings, ...bound };
	let files: ReturnType<typeof filesOf> | undefined;
	// Once for all stores that ask.
	return { ...of, recipe, values, files: () => (files ??= filesOf(recipe, needed, values)) };
}

async function filesOf(
	recipe: PartRecipe,
	needed: readonly string[],
	values: pulumi.Input<Values>,
): Promise<readonly PartFile[]> {
	// Values decide what files hold, and never which there are.
	const standIns = Object.fromEntries(needed.map((name) => [name, name]));
	const known = await renderPart(needed.length === 0 ? recipe : withoutReferringOptions(recipe), standIns);
	const rendered = pulumi.output(values).apply(async (all) => {
		const files = needed.length === 0 ? known : await renderPart(recipe, all);
		return () => files;
	});
	const closed = pulumi.secret(rendered);
	const open = pulumi.unsecret(rendered);
	return known.map(({ path, mediaType, group, sensitive }) => ({
		path,
		mediaType,
		...(group !== undefined && { group }),
		sensitive,
		content: (sensitive ? closed : open).apply((files) => () => fileAt(path, files()).content),
		listed: open.apply((files) => listFile(fileAt(path, files()))),
	}));
}

/** The manifest, once the files that it lists are where they belong. */
export function manifestPart(
	inputDigest: string,
	published: readonly pulumi.Output<readonly ListedFile[]>[],
): BundlePart {
	const recipe = pulumi.all([...published]).apply((parts) => ({ manifest: { inputDigest, files: parts.flat() } }));
	const rendered = recipe.apply(async (known) => {
		const files = await renderPart(known, {});
		return () => fileAt(manifestPath, files);
	});
	const file = {
		path: manifestPath,
		mediaType: "application/json",
		sensitive: false,
		content: rendered.apply((made) => () => made().content),
		listed: rendered.apply((made) => listFile(made())),
	};
	return { role: "manifest", rings: [], recipe, values: {}, files: async () => [file] };
}

function fileAt(path: string, files: readonly BundleFile[]): BundleFile {
	const found = files.find((file) => file.path === path);
	if (!found) throw new RangeError(`${path} is not rendered once its values are known`);
	return found;
}
