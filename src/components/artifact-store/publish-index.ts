import * as pulumi from "@pulumi/pulumi";
import { pageHeaders } from "../../publication/headers.js";
import { type PlacedRing, type PlacedScope, publicationIndex } from "../../publication/index-of.js";
import { indexPage } from "../../publication/index-page.js";
import { indexKey } from "../../publication/layout.js";
import type { PublicationIndex } from "../../publication/publication-index.js";
import { type PublishedDeployment, standingOf } from "../../publication/published.js";
import type { PlannedRing } from "../../publication/rings.js";
import type { BundlePart } from "./bundle-part.js";
import type { PlacedStore } from "./object-store.js";
import { openObject } from "./object-to-place.js";
import type { Publication, PublishedPart, PublishedRing, WholePublication } from "./store-adapter.js";

/** Puts the page that lists everything, once every pointer is where it belongs. */
export function publishIndex(
	name: string,
	whole: WholePublication,
	{ store, opts }: { readonly store: PlacedStore; readonly opts: pulumi.CustomResourceOptions },
): void {
	const content = indexOf(store.publication, whole).apply((index) => {
		const page = new TextEncoder().encode(indexPage(index()));
		return () => page;
	});
	store.put(
		name,
		openObject("index", indexKey(store.publication.deployment), content, pageHeaders),
		// What it lists stays, too.
		pulumi.mergeOptions(opts, { retainOnDelete: store.retain }),
	);
}

/** What a store has, once every pointer is there: a function, which outputs leave as it is. */
export function indexOf(
	{ deployment, app, signingKey, published }: Publication,
	{ parts }: WholePublication,
): pulumi.Output<() => PublicationIndex> {
	const run = { deployment, app, signed: signingKey !== undefined };
	const known = pulumi.all(parts.map((each) => scopeOf(each, published)));
	return known.apply((all) => () => {
		const scopes = all.map((scope) => scope());
		return publicationIndex(run, scopes);
	});
}

function scopeOf(
	[{ group, rings, timeBound }, placed]: readonly [BundlePart, PublishedPart],
	published: PublishedDeployment | undefined,
): pulumi.Output<() => PlacedScope> {
	const known = rings.flatMap((planned) => {
		const at = placed.rings?.[planned.ring];
		return at ? [ringOf(planned, at)] : [];
	});
	return pulumi.all(known).apply((all) => () => ({
		...(group !== undefined && { group }),
		rings: all.map((ring) => ring()),
		...(timeBound && { timeBound }),
		...(published && { published: standingOf(published, group) }),
	}));
}

/** As a function: outputs would walk through every file again. */
function ringOf({ ring, hold }: PlannedRing, { revision, files }: PublishedRing): pulumi.Output<() => PlacedRing> {
	return revision.apply((digest) => {
		const of = { ring, revision: digest, held: hold !== undefined };
		return files ? files.apply((all) => () => ({ ...of, files: all })) : pulumi.output(() => of);
	});
}
