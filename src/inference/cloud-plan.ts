import type { Metered, ResourcePlan } from "../cloud/planned-resource.js";
import type { JsonValue } from "../json.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import type { Retire } from "./retire.js";

/** Everything that a deployment creates in its cloud, as plain JSON. */
export interface CloudPlan extends ResourcePlan {
	/** What devices are told to sign in as. */
	readonly identities: readonly PlannedIdentity[];
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
	/** How far its content goes, where the cloud states it of each. @default - the cloud states nothing */
	readonly boundary?: string;
}

/** Where calls of a model are answered, as far as its id and the region of the calls tell. */
export interface Answering {
	/** As of {@link AnsweredModel}. @default - nothing here tells */
	readonly regions?: AnsweredModel["regions"];
	/** Who says so; where nothing here tells, who knows. */
	readonly saidBy: string;
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
