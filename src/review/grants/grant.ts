import type { CloudPart } from "../../bundle/cloud-files.js";
import type { JsonValue } from "../../json.js";

/** That somebody may do something on something, or may not, as one statement of a cloud's own documents says it. */
export interface Grant {
	readonly effect: "allow" | "deny";
	/** Whom, or what of theirs: `role cowork-eu`, or a member as an allow policy writes it. */
	readonly who: string;
	/** What tells an identity of the plan that it is of: its name in the cloud. */
	readonly principal: string;
	/** Where the document stands, which bounds what it is held against: that of an endpoint is no other's. */
	readonly at: string;
	readonly action: string;
	readonly on: Target;
	/** @default - always */
	readonly when?: JsonValue;
}

/** What may be acted on: by a pattern, or all but what some patterns match. */
export type Target = { readonly matching: string } | { readonly besides: readonly string[] };

/** How one cloud says who may do what. */
export interface GrantReader {
	/** What of a plan is of this cloud; nothing of another's. */
	grants(cloud: CloudPart): readonly Grant[];
	/** Whether whoever has `wide` may do all that `narrow` lets them do. May say no where that cannot be told. */
	covers(wide: Grant, narrow: Grant): boolean;
}
