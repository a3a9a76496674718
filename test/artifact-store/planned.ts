import type { ArtifactStore, StorePlan, StoreRequest } from "../../src/artifact-store/store.js";
import type { Outcome } from "../../src/outcome.js";
import { formatProblem } from "../../src/problem.js";

/** What a store says to a block of deployment eu. */
export function storeOutcome<Options extends object>(
	store: ArtifactStore<Options>,
	options: Options,
	asked: Partial<StoreRequest> = {},
): Outcome<StorePlan> {
	const outcome = store.plan?.({ deployment: "eu", carriesSecrets: false, ...asked }, options);
	if (!outcome) throw new Error("the store plans nothing");
	return outcome;
}

/** What it plans for one that it does not refuse. */
export function storePlan<Options extends object>(...asked: Parameters<typeof storeOutcome<Options>>): StorePlan {
	const { value, problems } = storeOutcome(...asked);
	if (!value) throw new Error(problems.map(formatProblem).join("\n"));
	return value;
}
