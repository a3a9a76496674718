import type { Metered, ResourcePlan } from "../cloud/planned-resource.js";
import type { EgressHost } from "../egress/plan.js";
import type { JsonObject } from "../json.js";
import type { Outcome } from "../outcome.js";
import type { Path } from "../path.js";
import type { LateReference } from "../reference/reference.js";
import type { ObjectShape } from "../shape/shape.js";
import type { Collector } from "./observability.js";
import type { Variable } from "./observed-part.js";

/** A collector to be placed. */
export interface CollectorRequest {
	/** The deployment's name. */
	readonly deployment: string;
	readonly collector: Collector<Variable>;
	/** Its configuration; absent where the deployment names no place to send to. */
	readonly config?: JsonObject;
	/** Whether devices of some group send content. */
	readonly takesContent: boolean;
	/** Where the host's block stands. */
	readonly at: Path;
}

/** What is created for a collector, as plain JSON. */
export interface CollectorPlan extends ResourcePlan {
	/** What the collector itself has to reach: no device needs it. */
	readonly egress: readonly EgressHost[];
	/** What a reader of those hosts must know. */
	readonly notes: readonly string[];
	/** What is paid for besides the resources. */
	readonly uses: readonly Metered[];
	/** What is created reads it in place of the token `collector.configuration`. */
	readonly configuration: string;
}

/** Name of the token that stands for the collector's configuration. */
export const configurationToken = "collector.configuration";

/** Places that a collector can be created in, by the word of a deployment file. */
export type CollectorHosts = Readonly<Record<string, CollectorHost>>;

/** A place for a collector: pure, with an adapter of its cloud that creates what is planned. */
export interface CollectorHost {
	/** Entry of the package whose adapter creates it, such as `aws`. */
	readonly cloud: string;
	/** The place, as a sentence. */
	readonly summary: string;
	/** What its block may be. */
	readonly shape: ObjectShape;
	/** Codes of those warnings that ask a person for what no plan can do. */
	readonly manual: readonly string[];
	/** Base address that devices send to, by a block that fits the shape and stands at `at`. */
	endpoint(block: JsonObject, at: Path): string | LateReference;
	/** What is to be created for a block that fits the shape; paths of problems from the deployment's root. */
	plan(request: CollectorRequest, block: JsonObject): Outcome<CollectorPlan>;
}
