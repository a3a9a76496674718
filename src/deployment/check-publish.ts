import { isObject } from "../json.js";
import { error, type Problem } from "../problem.js";
import { onlyRing } from "../publication/rings.js";
import { checkTokens } from "../reference/check-tokens.js";
import type { Registries } from "../registries.js";
import { object } from "../shape/build.js";
import { checkShape } from "../shape/check-shape.js";
import { checkStoreBlocks } from "./check-blocks.js";
import { publishMembers } from "./publish-shape.js";

/** What `publish` holds: blocks of stores, and what is said whatever the store. */
export function splitPublish(publish: unknown): { options: Record<string, unknown>; stores: Record<string, unknown> } {
	const all = Object.entries(isObject(publish) ? publish : {});
	const isOption = ([word]: [string, unknown]) => Object.hasOwn(publishMembers, word);
	return {
		options: Object.fromEntries(all.filter(isOption)),
		stores: Object.fromEntries(all.filter((each) => !isOption(each))),
	};
}

/** Where things are published to, in which rings, and which of them each group holds. */
export function checkPublish(publish: unknown, groups: unknown, registries: Pick<Registries, "stores">): Problem[] {
	const { options, stores } = splitPublish(publish);
	const held = Object.entries(isObject(groups) ? groups : {}).map(
		([name, group]) => [["groups", name, "rings"], isObject(group) ? group.rings : undefined] as const,
	);
	const all = [...held, [["publish", "perimeter"], options.perimeter] as const];
	const bundleAlone = withBundleAlone(stores, registries);
	const rings = ringsOf(options, stores, bundleAlone);
	return [
		...checkStoreBlocks(stores, registries),
		...checkTokens(stores, ["publish"]),
		...checkShape(object(publishMembers), options, { at: ["publish"] }),
		...(Object.keys(stores).length === 0 ? withoutStore(options) : []),
		...withoutRevisions(options, bundleAlone),
		...all.flatMap(([at, each]) => checkHeld(each, at, rings)),
	];
}

function withoutStore(options: Record<string, unknown>): Problem[] {
	return Object.keys(options).map((word) =>
		error(
			"no-store",
			["publish", word],
			"is for what is published, which goes nowhere here; add a store, or leave it out",
		),
	);
}

/** What is signed is the manifest of a revision, and not every store keeps revisions without rings. */
function withoutRevisions({ sign, rings }: Record<string, unknown>, bundleAlone: readonly string[]): Problem[] {
	if (sign === undefined || rings !== undefined) return [];
	return bundleAlone.map((word) => {
		const message = `signs revisions, of which ${word} keeps none where no rings are named; name them in publish.rings`;
		return error("no-revisions", ["publish", "sign"], message);
	});
}

/** Words of the stores that keep the bundle as it is, and no revision, where no rings are named. */
function withBundleAlone(stores: Record<string, unknown>, registries: Pick<Registries, "stores">): string[] {
	return Object.keys(stores).filter(
		(word) => Object.hasOwn(registries.stores, word) && registries.stores[word]?.plan === undefined,
	);
}

/** Those that may be held: the only ring there is, too, where every store keeps it. */
function ringsOf(
	{ rings }: Record<string, unknown>,
	stores: Record<string, unknown>,
	bundleAlone: readonly string[],
): unknown {
	const isEverywhere = Object.keys(stores).length > 0 && bundleAlone.length === 0;
	return rings === undefined && isEverywhere ? [onlyRing] : rings;
}

function checkHeld(held: unknown, at: readonly string[], rings: unknown): Problem[] {
	const names = Object.keys(isObject(held) ? held : {});
	if (names.length === 0) return [];
	if (!Array.isArray(rings)) {
		const message = "holds a ring, of which the deployment names none; name all of them in publish.rings";
		return rings === undefined ? [error("no-rings", at, message)] : [];
	}
	return names
		.filter((name) => !rings.includes(name))
		.map((name) =>
			error("unknown-ring", [...at, name], `is no ring of the deployment; expected one of ${rings.join(", ")}`),
		);
}
