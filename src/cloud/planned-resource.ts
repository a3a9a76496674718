import { isObject, type JsonObject, type JsonValue } from "../json.js";

/** Something that is paid for, or free. */
export interface Metered {
	/** In the vendor's words. */
	readonly type: string;
	/** What is paid for; `free` where nothing is. */
	readonly meter: string;
}

/**
 * One resource to be, as plain JSON. Its texts may hold tokens (`src/reference/token.ts`): `<id>.<output>` is what comes
 * of a resource or a look-up of the plan, a path of the deployment is what a program passes there.
 */
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

/** What is placed in a cloud, and what comes of it. */
export interface ResourcePlan {
	/** What the cloud is asked before anything refers to it. */
	readonly lookUps: readonly PlannedLookUp[];
	/** In an order in which each refers only to those before it. */
	readonly resources: readonly PlannedResource[];
	/** What lets somebody do something, by name; properties refer to it as a {@link PolicyReference}. */
	readonly policies: Readonly<Record<string, JsonObject>>;
	/** Values that late references of settings stand for, by their names, as texts with tokens. */
	readonly late: Readonly<Record<string, string>>;
	/** What is shown of it once it is placed: texts with tokens by name, by a word for what they are. */
	readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
