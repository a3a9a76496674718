import type { Problem } from "../problem.js";
import type { PlannedScope } from "./check-published.js";
import { manifestKey, type PublishedScope, pointerKey } from "./layout.js";
import { type FoundPublication, standingOf } from "./published.js";

/** A ring of a group, or of what serves every group, as one store has it. */
export interface RingReport {
	readonly scope: PublishedScope;
	readonly ring: string;
	/** `none`: nothing was published to it; `unreadable`: what stands there is no pointer of ours. */
	readonly state: "newest" | "held" | "none" | "unreadable";
	/** Whether the deployment names the ring. */
	readonly isDeclared: boolean;
	readonly revision?: string;
	/** When the pointer was last written, ISO 8601. */
	readonly since?: string;
	readonly replaces?: string;
	readonly owner?: string;
	/** What is wrong with the revision's manifest or files: the code of the problem. @default - there is no revision */
	readonly manifest?: "intact" | "missing" | Problem["code"];
	/** The same of the revision that the pointer replaced. */
	readonly replaced?: "intact" | "missing" | Problem["code"];
	/** When the revision was last published, ISO 8601. */
	readonly written?: string;
	/** When the store removes the revision by a rule of its own, ISO 8601. */
	readonly expires?: string;
}

/** Every ring that a deployment names or a store has, in the deployment's order, with those that it does not name last. */
export function ringReports(scopes: readonly PlannedScope[], found: FoundPublication): readonly RingReport[] {
	const wrong = new Map(found.problems.map(({ path: [key], code }) => [key, code]));
	return scopes.flatMap(({ scope, rings }) => {
		const { pointers, revisions } = standingOf(found.published, scope.group);
		const declared = new Set(rings.map(({ ring }) => ring));
		return [...new Set([...declared, ...Object.keys(pointers)])].map((ring): RingReport => {
			const about = { scope, ring, isDeclared: declared.has(ring) };
			const pointer = Object.hasOwn(pointers, ring) ? pointers[ring] : undefined;
			if (!pointer) return { ...about, state: wrong.has(pointerKey(scope, ring)) ? "unreadable" : "none" };
			const { revision, held, since, replaces, owner } = pointer;
			const soundness = (digest: string) =>
				wrong.get(manifestKey(scope, digest)) ?? (Object.hasOwn(revisions, digest) ? "intact" : "missing");
			const { written, expires } = (Object.hasOwn(revisions, revision) && revisions[revision]) || {};
			return {
				...about,
				state: held ? "held" : "newest",
				revision,
				...(since !== undefined && { since }),
				...(replaces !== undefined && { replaces, replaced: soundness(replaces) }),
				owner,
				manifest: soundness(revision),
				...(written !== undefined && { written }),
				...(expires !== undefined && { expires }),
			};
		});
	});
}
