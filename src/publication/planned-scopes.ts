import type { PlannedScope } from "./check-published.js";
import type { HeldRings, PublishOptions } from "./publish-options.js";
import type { ScopeRequest } from "./read-published.js";
import { plannedRings } from "./rings.js";

/** What a deployment says of its publication, parsed. */
export interface PublishingDeployment {
	readonly name: string;
	readonly publication?: Pick<PublishOptions, "rings" | "perimeter">;
	/** What groups hold. */
	readonly groups: Readonly<Record<string, { readonly rings?: HeldRings }>>;
}

/** What serves every group, and each group, with its rings and where holds of them are written. */
export function plannedScopes({ name, publication = {}, groups }: PublishingDeployment): readonly PlannedScope[] {
	const { rings, perimeter } = publication;
	return [
		{ scope: { deployment: name }, rings: plannedRings(rings, perimeter), at: ["publish", "perimeter"] },
		...Object.entries(groups).map(([group, { rings: held }]) => ({
			scope: { deployment: name, group },
			rings: plannedRings(rings, held),
			at: ["groups", group, "rings"],
		})),
	];
}

/** What is to be read of a store for it. */
export function scopeRequests(scopes: readonly PlannedScope[]): readonly ScopeRequest[] {
	return scopes.map(({ scope, rings }) => ({
		scope,
		rings: rings.map(({ ring }) => ring),
		holds: rings.flatMap(({ hold }) => (hold === undefined ? [] : [hold])),
	}));
}
