import * as pulumi from "@pulumi/pulumi";
import {
	fileHeaders,
	manifestHeaders,
	type ObjectHeaders,
	pointerHeaders,
	signatureHeaders,
} from "../../publication/headers.js";
import {
	fileKey,
	type PublishedScope,
	pathInScope,
	pointerKey,
	publishedScope,
	revisionFolder,
	revisionManifest,
	revisionSignature,
} from "../../publication/layout.js";
import { pointerContent, pointerOf } from "../../publication/pointer.js";
import { type PublishedRings, standingOf } from "../../publication/published.js";
import { type Revision, type RevisionFile, revisionOf } from "../../publication/revision.js";
import type { PlannedRing } from "../../publication/rings.js";
import { signRevision } from "../../publication/sign.js";
import { valueOrRunError } from "../run-error.js";
import { signingKeyOf } from "../take-signing-key.js";
import type { BundlePart, Bytes, PartFile } from "./bundle-part.js";
import { comingAfter } from "./coming-after.js";
import type { PlacedStore } from "./object-store.js";
import { openObject } from "./object-to-place.js";
import type { PublishedPart, PublishedRing, RingFile } from "./store-adapter.js";

interface PartPlacement {
	readonly store: PlacedStore;
	readonly opts: pulumi.CustomResourceOptions;
}

/** A part whose files are known by name, if not by content. */
interface NamedPart extends PartPlacement {
	readonly name: string;
	readonly scope: PublishedScope;
	/** In a function, for what `Bytes` are in one for. */
	readonly revision: pulumi.Output<() => Revision>;
	readonly digest: pulumi.Output<string>;
}

/**
 * Puts the files of a part under the digest of their manifest, then manifest and signature, and only then moves the
 * pointers: whoever follows one finds a whole revision. Logical names hold no digest, so that a new revision replaces
 * resources, whose objects stay.
 */
export function publishRevision(name: string, part: BundlePart, placement: PartPlacement): PublishedPart {
	const { deployment, app, published } = placement.store.publication;
	const { group, rings } = part;
	const scope = publishedScope(deployment, group);
	const files = part.files();
	const listed = pulumi.output(files.then((all) => pulumi.all(all.map((file) => file.listed))));
	const revision = listed.apply((all) => {
		const made = revisionOf(scope, app, all);
		return () => made;
	});
	const named = { ...placement, name, scope, revision, digest: revision.apply((made) => made().digest) };
	const placed = files.then((all) => placeFiles(named, all)).then((resources) => placeManifest(named, resources));
	const standing = published && standingOf(published, group);
	const ofRings = rings.map((ring) => [ring.ring, placeRing(named, ring, { placed, standing })] as const);
	// Never an output of resources, for what comingAfter says.
	const there = pulumi.output(placed.then((resources) => pulumi.all(resources.map((resource) => resource.urn))));
	return { files: pulumi.all([listed, there]).apply(([all]) => all), rings: Object.fromEntries(ofRings) };
}

/** Resources of a revision stay when their names mean another one. */
function optionsOf({ store, opts }: PartPlacement, before: Parameters<typeof comingAfter>[1] = []) {
	const kept = { retainOnDelete: store.retain, deleteBeforeReplace: false };
	return comingAfter(pulumi.mergeOptions(opts, kept), before);
}

function placeFiles(named: NamedPart, files: readonly PartFile[]): readonly pulumi.CustomResource[] {
	const { name, store, scope, digest } = named;
	return files.map(({ path, mediaType, sensitive, content, listed }) => {
		const own = pathInScope(scope, path);
		return store.put(
			`${name}-${own}`,
			{
				...fileHeaders({ path: own, mediaType, sensitive }),
				kind: "revision",
				key: digest.apply((known) => fileKey(scope, known, own)),
				sha256: listed.apply((file) => file.sha256),
				content,
				sensitive,
			},
			optionsOf(named),
		);
	});
}

/** Manifest and signature, which come after what they speak of. */
function placeManifest(named: NamedPart, files: readonly pulumi.CustomResource[]): pulumi.CustomResource[] {
	const { name, store, scope, revision, digest } = named;
	const { signingKey } = store.publication;
	const put = (file: string, headers: ObjectHeaders, content: pulumi.Output<Bytes>) => {
		const key = digest.apply((known) => fileKey(scope, known, file));
		return store.put(`${name}-${file}`, openObject("revision", key, content, headers), optionsOf(named, [...files]));
	};
	const manifest = put(
		revisionManifest,
		manifestHeaders,
		revision.apply((made) => () => made().content),
	);
	if (!signingKey) return [...files, manifest];
	// What comes of a secret key is for everybody to read.
	const signature = pulumi.unsecret(
		signingKey.apply((pem) =>
			revision.apply((made) => {
				const signature = signRevision(made().content, valueOrRunError(signingKeyOf(pem)));
				return () => signature;
			}),
		),
	);
	return [...files, manifest, put(revisionSignature, signatureHeaders, signature)];
}

function placeRing(
	named: NamedPart,
	{ ring, hold }: PlannedRing,
	{ placed, standing }: { placed: Promise<pulumi.CustomResource[]>; standing: PublishedRings | undefined },
): PublishedRing {
	const { name, store, scope, digest: newest } = named;
	const { owner } = store.publication;
	const revision = hold === undefined ? newest : pulumi.output(hold);
	const before = standing?.pointers[ring];
	const content = revision.apply((digest) => {
		const held = hold !== undefined;
		const pointer = pointerContent(
			pointerOf({ scope, ring, revision: digest, held, owner, ...(before && { before }) }),
		);
		return () => pointer;
	});
	const pointer = store.put(
		`${name}-ring-${ring}`,
		openObject("pointer", pointerKey(scope, ring), content, pointerHeaders),
		// A ring that is held waits for nothing: going back is what people do when something else fails.
		optionsOf(named, hold === undefined ? placed : []),
	);
	// What hands files to devices comes when the store has them, by each of these alone.
	const published = <Value>(value: pulumi.Output<Value>): pulumi.Output<Value> => pointer.urn.apply(() => value);
	const files = filesOf(named, hold, standing);
	const folder = revision.apply((digest) => `${revisionFolder(scope, digest)}/`);
	return {
		revision: published(revision),
		location: published(store.locate(folder, false)),
		...(files && { files: published(files) }),
	};
}

/** Files of what a ring has; of a revision that it is held at as far as somebody has looked. */
function filesOf(
	{ store, scope, revision }: NamedPart,
	hold: string | undefined,
	standing: PublishedRings | undefined,
): pulumi.Output<readonly RingFile[]> | undefined {
	const withLocations = (digest: string, files: readonly RevisionFile[]) =>
		pulumi.all(
			files.map((file) => {
				const location = store.locate(fileKey(scope, digest, file.path), file.sensitive);
				return location.apply((address): RingFile => ({ ...file, location: address }));
			}),
		);
	if (hold === undefined) return revision.apply((made) => withLocations(made().digest, made().manifest.files));
	const held = standing?.revisions[hold]?.manifest;
	return held && withLocations(hold, held.files);
}
