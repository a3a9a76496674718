import type { RuledRoute, RuledSignIn } from "../configuration/rules/ruled-route.js";
import type { EgressRoute } from "../egress/route-egress.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { Outcome } from "../outcome.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import type { ObjectShape, Rule, Shape } from "../shape/shape.js";
import type { Answering, CloudPlan } from "./cloud-plan.js";
import type { StatingGroup } from "./principals.js";

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
	readonly shape?: Shape;
	/** A sentence for people. @default what the catalogue says of the key */
	readonly summary?: string;
	/** What holds where the member is absent, in words. @default what the catalogue says of the key */
	readonly defaultNote?: string;
	/** Name under which it tells the route's egress rows something that no key says. */
	readonly hint?: string;
	/** Whether {@link InferenceRoute.spelledOut} reads it. @default false */
	readonly spellsOut?: true;
	/** @default false */
	readonly required?: boolean;
	/** Whether provisioning can decide it, so that it may be left out where a `provision` block stands. @default false */
	readonly provisioned?: boolean;
	/** What of the route's block decides it then, as it is written. @default provision: {} */
	readonly provisionedBy?: string;
	/** What is wrong with a text that the key alone would take. Never repeats the text. */
	readonly rule?: Rule<string>;
}

/** One way to sign in at a route. */
export interface SignIn extends RuledSignIn {
	readonly kind: CredentialKind;
	/** A sentence for people. */
	readonly summary: string;
	/** The key whose value the block itself is, for a block that is no object of members. */
	readonly key?: string;
	readonly members?: Readonly<Record<string, RouteMember>>;
	/** Name of the block's declaration, where routes share it. @default - the type stands where it is used */
	readonly name?: string;
	/** Whether provisioning can decide the block's own value, which is then written as `{}`. @default false */
	readonly provisioned?: boolean;
	/** Members of the route's block that this way to sign in cannot do without. */
	readonly needs?: readonly string[];
	/** Overrides the route's own word. */
	readonly modelsRequired?: boolean;
}

/** A group of users, as provisioning sees it. */
export interface ProvisionedGroup extends StatingGroup {
	/** Identity-provider groups, by the words of a deployment file's `members`. */
	readonly members: Readonly<Record<string, string>>;
	/** What its devices run, by the words of a deployment file. */
	readonly platforms: readonly string[];
	/** The route's block that holds for the group. */
	readonly options: Readonly<Record<string, unknown>>;
}

/** A deployment, as provisioning sees it. */
export interface ProvisionRequest {
	readonly deployment: string;
	/** Name of the sign-in block. */
	readonly signIn: string;
	/** The route's block of the deployment; the form of its `provision` is right, the rest may be of any form. */
	readonly options: Readonly<Record<string, unknown>>;
	/** Where the route's block stands. */
	readonly at: Path;
	readonly groups: readonly ProvisionedGroup[];
}

/** A route that can create what its users need: the `provision` block beside `signIn`. */
export interface RouteProvisioning {
	/** Entry of the package whose adapter creates it, such as `aws`. */
	readonly cloud: string;
	/** What the block may be; `retire` of `retire.ts` is one of its members. */
	readonly shape: ObjectShape;
	/** Whether it tells the family of every model that its block is about. @default false */
	readonly tellsFamilies?: boolean;
	/** Codes of those warnings of the plan that ask a person for what no plan can do. */
	readonly manual: readonly string[];
	/** What is to be created, with what people must know of it; paths of problems from the deployment's root. */
	plan(request: ProvisionRequest): Outcome<CloudPlan>;
}

/** A setting of a group, by its key. */
export type SettingOf = (key: string) => JsonValue | undefined;

/** What has to stand in a cloud or on devices before a group can call its models, and what no file brings. */
export interface Prerequisite {
	/** As of a problem. */
	readonly code: string;
	/** A sentence for people. */
	readonly message: string;
}

/** What a model id has to fit. */
export interface ModelContext {
	/** The block's `region`, where it has a valid one. */
	readonly region?: string;
	/** Whether the app asks the provider for its models, so that `sonnet` and the like resolve. */
	readonly discovery: boolean;
	/** The family that the entry says beside the id. */
	readonly tier?: string;
	/** Whether the block has the cloud's side created, which needs ids that a policy can name. */
	readonly provisions?: boolean;
}

/**
 * An inference provider: data that says which keys a deployment's block sets, and which hosts follow from them.
 * Start from `foundry.ts`, the plainest one.
 */
export interface InferenceRoute extends EgressRoute, RuledRoute {
	readonly docs: string;
	/** Members of the block besides `models` and `signIn`. */
	readonly options: Readonly<Record<string, RouteMember>>;
	/** What the ids of its models look like, a sentence for people. */
	readonly modelIds: string;
	readonly signIn: Readonly<Record<string, SignIn>>;
	/** Whether the app can do nothing without a list of models. */
	readonly modelsRequired: boolean;
	/**
	 * The id that a listed name stands for by what else the block says, as it is written; a text that is not short for one
	 * as it is. @default - ids are written in full
	 */
	readonly spelledOut?: (listed: string, block: Readonly<Record<string, unknown>>) => string;
	/** A block to begin with, whose names stand for those of the organisation. */
	readonly first: JsonObject;
	/** @default - the route creates nothing */
	readonly provisioning?: RouteProvisioning;
	/**
	 * Where calls of a model are answered for which nothing is planned; without an id, of those that the app finds by
	 * itself. @default - nothing here tells, and whoever runs the service knows
	 */
	answering?(id: string | undefined, region: string | undefined): Answering;
	/**
	 * What people have to see to; where the block has the cloud's side created, what its plan does not tell.
	 * @default - nothing
	 */
	prerequisites?(setting: SettingOf, isProvisioned: boolean): readonly Prerequisite[];
	/** What is wrong with a model id, given without `[1m]`. Never repeats an id that is not understood. */
	checkModel(id: string, context: ModelContext): readonly Problem[];
}
