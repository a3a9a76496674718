import type { z } from "zod";

export type CredentialKind =
	| "static"
	| "helper-script"
	| "interactive"
	| "vendor-profile"
	| "workforce"
	| "external-idp";

/** A member of a route's block or of its sign-in block. */
export interface RouteMember {
	/** The managed key it sets, which also says what the member may be. */
	readonly key?: string;
	/** What the member may be where it sets no key. @default text */
	readonly schema?: z.ZodType;
	/** Name under which it tells the egress derivation something that no key says. */
	readonly hint?: keyof RouteHints;
	/** @default false */
	readonly required?: boolean;
	/** What is wrong with a text that the key alone would take, or undefined. Never repeats the text. */
	readonly rule?: (text: string) => string | undefined;
}

/** What a route's block says that no managed key carries. */
export interface RouteHints {
	/** Region of AWS IAM Identity Center behind a named profile. */
	readonly awsSsoRegion?: string;
}

/** One way to sign in at a route. */
export interface SignIn {
	readonly kind: CredentialKind;
	/** The key whose value the block itself is, for a block that is no object of members. */
	readonly key?: string;
	readonly members?: Readonly<Record<string, RouteMember>>;
	/** Members of the route's block that this way to sign in cannot do without. */
	readonly needs?: readonly string[];
	/** Overrides the route's own word. */
	readonly modelsRequired?: boolean;
}

/** What a model id has to fit. */
export interface ModelPlace {
	/** The block's `region`, where it has a valid one. */
	readonly region?: string;
	/** Whether the app asks the provider for its models, so that `sonnet` and the like resolve. */
	readonly discovery: boolean;
}

/**
 * An inference provider: data that says which keys a deployment's block sets. It never names hosts; the keys do.
 * Start from `foundry.ts`, the plainest one.
 */
export interface InferenceRoute {
	readonly title: string;
	readonly docs: string;
	/** Members of the block besides `models` and `signIn`. */
	readonly options: Readonly<Record<string, RouteMember>>;
	readonly signIn: Readonly<Record<string, SignIn>>;
	/** Whether the app can do nothing without a list of models. */
	readonly modelsRequired: boolean;
	/** Whether Anthropic states that conversation content does not reach it on this route. */
	readonly keepsConversationContent: boolean;
	/** What is wrong with a model id, given without `[1m]`, or undefined. Never repeats an id that is not understood. */
	checkModel(id: string, place: ModelPlace): string | undefined;
}

/** A route whose data names exactly the members of its block's interfaces. */
export interface RouteOf<Options, SignIns> extends InferenceRoute {
	readonly options: Readonly<Record<Exclude<keyof Options, "models" | "signIn">, RouteMember>>;
	readonly signIn: Readonly<Record<keyof SignIns, SignIn>>;
}
