import type { PlannedLookUp, PlannedResource } from "../cloud/planned-resource.js";
import type { JsonObject } from "../json.js";
import type { Outcome } from "../outcome.js";
import type { ObjectShape } from "../shape/shape.js";

/** The plain half of a place that bundles are published to: what a deployment file says of it. */
export interface ArtifactStore<Options extends object = object> {
	readonly title: string;
	readonly docs: string;
	/** The store's block in a deployment file. */
	readonly options: ObjectShape;
	/** Entry of the package whose adapter places it, such as `aws`; absent for what needs no cloud. */
	readonly cloud?: string;
	/**
	 * What has to stand before anything is put there, and where things go; present where `cloud` is. Texts of the options
	 * may be tokens for what a program passes. Paths of problems start at the store's block.
	 */
	plan?(request: StoreRequest, options: Options): Outcome<StorePlan>;
	/** Blocks by what they show, the plainest first. */
	readonly examples: Readonly<Record<string, Options>>;
}

/** What a store is to hold. */
export interface StoreRequest {
	/** Its name. */
	readonly deployment: string;
	/** Whether any file carries a secret. */
	readonly carriesSecrets: boolean;
	/** Where content may be, in the words of the store's cloud. @default - anywhere, or the deployment does not say it so */
	readonly residency?: readonly string[];
}

/** What a store creates, and where it puts things. Texts may hold tokens of the plan, as those of resources. */
export interface StorePlan {
	readonly lookUps: readonly PlannedLookUp[];
	/** The bucket and what it is made of, in an order in which each refers only to those before it. */
	readonly resources: readonly PlannedResource[];
	/** What lets somebody do something, by name; properties refer to it as a `PolicyReference`. @default - none */
	readonly policies?: Readonly<Record<string, JsonObject>>;
	/** Takes what carries no secret. */
	readonly place: PlannedPlace;
	/** Takes what carries a secret. @default - there is none, and the plan is for no such file */
	readonly sensitivePlace?: PlannedPlace;
	/** Stands before every key in both: empty, or text that ends in `/`. */
	readonly prefix: string;
	/** Whether what was published stays when the program no longer says it. */
	readonly retain: boolean;
	/** What is shown of it, by name. */
	readonly outputs: Readonly<Record<string, string>>;
}

/** A bucket or container that objects are put into. */
export interface PlannedPlace {
	/** What each object's resource takes of it, such as its name and the key it encrypts with. */
	readonly properties: JsonObject;
	/** What stands before prefix and key in an object's address, such as `s3://example-cowork/`. */
	readonly location: string;
}
