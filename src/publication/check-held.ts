import { type Destination, ofPattern } from "../egress/destination.js";
import { type EgressPlan, formatAddress } from "../egress/plan.js";
import { type Problem, warning } from "../problem.js";
import type { PlannedScope } from "./check-published.js";
import { type PublishedDeployment, standingOf } from "./published.js";

/** What a plan says of the rings that it holds. */
export interface HeldPlan {
	readonly scopes: readonly PlannedScope[];
	/** Words of the stores that hold rings at whatever they are told: a folder looks itself. */
	readonly stores: readonly string[];
	/** What was looked up, by the store's word. */
	readonly published: Readonly<Record<string, PublishedDeployment>>;
	/** What the newest rule sets open. */
	readonly perimeter: Pick<EgressPlan, "hosts">;
}

/**
 * What a person should know of rings that stay behind: that nobody has looked whether their revisions are there, and
 * which of the hosts that their devices need the newest perimeter no longer opens.
 */
export function checkHeld({ scopes, stores, published, perimeter }: HeldPlan): Problem[] {
	const unseen = stores.filter((word) => !Object.hasOwn(published, word));
	return scopes.flatMap(({ scope, rings, at }) =>
		rings.flatMap(({ ring, hold }) => {
			if (hold === undefined) return [];
			const path = [...at, ring, "hold"];
			const addresses = Object.values(published).flatMap(
				(found) => standingOf(found, scope.group).revisions[hold]?.addresses ?? [],
			);
			const closed = [...new Set(addresses)].filter((address) => !isOpened(address, perimeter));
			return [
				...(unseen.length > 0 ? [unverified(path, unseen)] : []),
				...(closed.length > 0 ? [closes(path, closed)] : []),
			];
		}),
	);
}

function unverified(path: Problem["path"], stores: readonly string[]): Problem {
	const message = `is not known to stand in ${stores.join(", ")}: nobody has looked; \`await lookUpPublished(name, args)\` does before a program constructs the component`;
	return warning("hold-not-verified", path, message);
}

function closes(path: Problem["path"], closed: readonly string[]): Problem {
	const shown = closed.slice(0, 5).join(", ");
	const more = closed.length > 5 ? ` and ${closed.length - 5} more` : "";
	const message = `needs ${shown}${more}, which the newest perimeter no longer opens; keep it open until no ring is held at this revision`;
	return warning("perimeter-closes", path, message);
}

/** Whether an address of `egress.txt` is one that the hosts open. */
function isOpened(address: string, { hosts }: Pick<EgressPlan, "hosts">): boolean {
	const [needed] = ofPattern(address, 443);
	// What is no address cannot be closed either.
	if (!needed) return true;
	return hosts.some((host) => formatAddress(host) === formatAddress(needed) || isBelow(needed, host));
}

function isBelow(needed: Destination, { host, match, port }: Destination): boolean {
	return match === "subdomains" && port === needed.port && needed.host.endsWith(`.${host}`);
}
