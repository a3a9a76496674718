import { prettyJson } from "../json.js";
import { manifestKey, type PublishedScope, publishedScope } from "./layout.js";

/** `current.json` of a ring: which revision its devices are to have. */
export interface RingPointer extends PublishedScope {
	readonly schemaVersion: 1;
	readonly ring: string;
	/** SHA-256 of the manifest. */
	readonly revision: string;
	/** Key of the manifest below the store's prefix. */
	readonly manifest: string;
	/** Whether the deployment holds the ring at this revision; otherwise it follows the newest. */
	readonly held: boolean;
	/** What the pointer named before. @default - nothing, or nobody has looked */
	readonly replaces?: string;
	/** Who published it: project, stack and resource. */
	readonly owner: string;
}

/** What a ring is to name. */
export interface PointerRequest {
	readonly scope: PublishedScope;
	readonly ring: string;
	readonly revision: string;
	readonly held: boolean;
	readonly owner: string;
	/** What stands there already, where somebody has looked. */
	readonly before?: Pick<RingPointer, "revision" | "replaces">;
}

/** What a pointer at a revision has replaced; one that stays says what it said. */
export function replacedBy(revision: string, before: PointerRequest["before"]): string | undefined {
	return before?.revision === revision ? before.replaces : before?.revision;
}

export function pointerOf({ scope, ring, revision, held, owner, before }: PointerRequest): RingPointer {
	const replaces = replacedBy(revision, before);
	return {
		schemaVersion: 1,
		...publishedScope(scope.deployment, scope.group),
		ring,
		revision,
		manifest: manifestKey(scope, revision),
		held,
		...(replaces !== undefined && { replaces }),
		owner,
	};
}

/** The bytes of `current.json`. */
export function pointerContent(pointer: RingPointer): Uint8Array {
	return new TextEncoder().encode(prettyJson(pointer));
}
