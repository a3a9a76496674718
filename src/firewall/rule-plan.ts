import type { PlannedLookUp, PlannedResource } from "../cloud/planned-resource.js";
import { type JsonValue, prettyJson, sortMembers } from "../json.js";
import type { RuleFile } from "./backend.js";

/** What a rule set is in its cloud, as plain JSON with tokens for what only the cloud or a program knows. */
export interface RulePlan {
	/** What the cloud is asked before anything refers to it. @default - nothing */
	readonly lookUps?: readonly PlannedLookUp[];
	/** In an order in which each refers only to those before it. */
	readonly resources: readonly PlannedResource[];
	/** What is shown of it once it is placed, by name: texts with tokens, such as `<late:rule-group.arn>`. */
	readonly outputs: Readonly<Record<string, string>>;
}

/** `resources.json`: what is placed, for people who review it without the cloud. */
export function planFile({ lookUps = [], resources }: RulePlan): RuleFile {
	// Plans are plain JSON.
	const content = { schemaVersion: 1, lookUps, resources } as unknown as JsonValue;
	return { name: "resources.json", mediaType: "application/json", content: prettyJson(sortMembers(content)) };
}
