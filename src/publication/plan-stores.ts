import type { StorePlan, StoreRequest } from "../artifact-store/store.js";
import type { JsonObject } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { below, isError } from "../problem.js";
import { withTokens } from "../reference/walk.js";
import type { Registries } from "../registries.js";
import { checkShape } from "../shape/check-shape.js";
import type { StatedResidency } from "./stated-residency.js";

/** By the store's word; what plans nothing, such as a folder, is absent. */
export type StorePlans = Readonly<Record<string, StorePlan>>;

/** What stores create, and where they put things. A block whose form is wrong is passed over: that is told elsewhere. */
export function planStores(
	blocks: Readonly<Record<string, JsonObject>>,
	{ residency, ...request }: Omit<StoreRequest, "residency"> & { readonly residency?: StatedResidency | undefined },
	{ stores }: Pick<Registries, "stores">,
): Outcome<StorePlans> {
	const outcomes = Object.entries(blocks).flatMap(([word, block]) => {
		const store = Object.hasOwn(stores, word) ? stores[word] : undefined;
		if (!store?.plan || checkShape(store.options, block, { at: [] }).some(isError)) return [];
		const asked = { ...request, ...(residency && residency.cloud === store.cloud && { residency: residency.places }) };
		// Of an object the tokens make an object again.
		return [[word, store.plan(asked, withTokens(block) as JsonObject)] as const];
	});
	const problems = outcomes.flatMap(([word, outcome]) =>
		outcome.problems.map((problem) => below(["publish", word], problem)),
	);
	if (problems.some(isError)) return { problems };
	return made(
		Object.fromEntries(outcomes.flatMap(([word, { value }]) => (value ? [[word, value] as const] : []))),
		problems,
	);
}
