import type { EgressNote } from "./note.js";
import type { EgressRow } from "./row.js";

/** What an inference route has to say of hosts. */
export interface RouteEgress {
	/** Hosts of the provider and of signing in at it. */
	readonly rows: readonly EgressRow[];
	/** @default none */
	readonly notes?: readonly EgressNote[];
	/** The address that takes the place of the provider's endpoint. @default - there is none, or it is the provider */
	readonly ownEndpoint?: {
		/** The managed key that holds it. */
		readonly key: string;
		/** Whether a host is the provider's own, in public or as a private endpoint, rather than a proxy before it. */
		isProvider(host: string): boolean;
	};
}

/** An inference route, as far as hosts follow from it. */
export interface EgressRoute {
	/** Whether Anthropic states that conversation content does not reach it on this route. */
	readonly keepsConversationContent: boolean;
	readonly egress: RouteEgress;
}

/** By the word of the deployment file, which is also the value of `inferenceProvider`. */
export type EgressRoutes = Readonly<Record<string, EgressRoute>>;
