import { isObject, type JsonObject, type JsonValue } from "../json.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import type { Retire } from "./retire.js";

/**
 * Everything that a deployment creates in its cloud, as plain JSON. Its texts may hold tokens (`src/reference/token.ts`):
 * `<id>.<output>` is what comes of a resource or a look-up of the plan, a path of the deployment is what a program passes
 * there.
 */
export interface CloudPlan {
	/** What the cloud is asked before anything refers to it. */
	readonly lookUps: readonly PlannedLookUp[];
	/** In an order in which each refers only to those before it. */
	readonly resources: readonly PlannedResource[];
	/** What lets somebody do something, by name; properties refer to it as a {@link PolicyReference}. */
	readonly policies: Readonly<Record<string, JsonObject>>;
	/** What devices are told to sign in as. */
	readonly identities: readonly PlannedIdentity[];
	/** Values that late references of settings stand for, by their names, as texts with tokens. */
	readonly late: Readonly<Record<string, string>>;
	/** What is shown of it once it is placed: texts with tokens by name, by a word for what they are. */
	readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Where calls of models are answered. */
	readonly answers: readonly AnsweredModel[];
	/** What is paid for besides the resources. */
	readonly uses: readonly Metered[];
	/** Values of managed keys that provisioning decides, by group. */
	readonly settings: Readonly<Record<string, Readonly<Record<string, JsonValue>>>>;
	/** Hosts that private endpoints serve, which then pass no perimeter. */
	readonly privateHosts: readonly string[];
}

/** A model, and the regions to which the cloud routes its calls. */
export interface AnsweredModel {
	/** Under the id by which it is called. */
	readonly model: string;
	/** Sorted; `anywhere` where the cloud alone decides. */
	readonly regions: readonly string[] | "anywhere";
	/** Who says so, such as `provision.destinations` or a table with its date. */
	readonly saidBy: string;
}

export interface Metered {
	/** In the vendor's words. */
	readonly type: string;
	/** What is paid for; `free` where nothing is. */
	readonly meter: string;
}

/** One resource to be. */
export interface PlannedResource extends Metered {
	/** Distinct in the plan. Logical names end in it, so that it stays as long as the resource does. */
	readonly id: string;
	/** Its name in the cloud, or else the id. */
	readonly name: string;
	readonly properties: JsonObject;
	/** Ids of what must be there before, beyond what properties refer to. */
	readonly after?: readonly string[];
	/** Whether it stays in the cloud when it leaves the plan. @default false */
	readonly kept?: boolean;
	/** Properties that count only when the resource is created. @default - none */
	readonly fixed?: readonly string[];
	/** Word for the account that it is in, where that is not the deployment's. */
	readonly account?: string;
}

/** Stands in properties for the text of a policy. */
export type PolicyReference = { readonly policy: string };

export function isPolicyReference(value: JsonValue): value is PolicyReference {
	return isObject(value) && typeof value.policy === "string" && Object.keys(value).length === 1;
}

/** One question to the cloud. */
export interface PlannedLookUp {
	/** Distinct in the plan, resources included. */
	readonly id: string;
	/** What is asked; a word of the cloud's own. */
	readonly asks: string;
	readonly properties: JsonObject;
	/** Word for the account that is asked, where that is not the deployment's. */
	readonly account?: string;
}

/** Something that profiles name or hold, and without which their devices call nothing. */
export interface PlannedIdentity {
	/** Kind and name in the cloud, such as `role/cowork-eu.pilot`. */
	readonly name: string;
	/** Groups whose devices have it. */
	readonly groups: readonly string[];
	/** Whether it is said to go once devices have another. @default false */
	readonly leaving?: boolean;
	/** Whether it is there without this plan, which only lets it do something. @default false */
	readonly existing?: boolean;
	/**
	 * Where it is, by words such as `account`: something else has its name elsewhere. What is not known is left out.
	 * @default - nothing is known
	 */
	readonly place?: Readonly<Record<string, string>>;
	/** Whom the cloud lets use it, such as groups of its directory. @default - nobody in particular */
	readonly people?: readonly string[];
	/** What keeps it beside another that takes its place, as words of the `provision` block. @default - nothing does */
	readonly keptBy?: string;
}

/** A plan, and where in the deployment it was asked for. */
export interface RequestedPlan {
	readonly plan: CloudPlan;
	/** Path of the `provision` block. */
	readonly at: Path;
	/** What people must know of it. */
	readonly problems: readonly Problem[];
	/** What of it devices may lose. @default - nothing */
	readonly retire?: Retire;
}
