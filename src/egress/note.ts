import type { EgressContext } from "./context.js";

/** What a reader of a plan must know that no host says: nothing, one sentence, or one per thing it speaks about. */
export type EgressNote = (context: EgressContext) => readonly string[];
