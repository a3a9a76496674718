import type { JsonObject } from "../../json.js";
import { ownAttributes } from "../attribute-grammar.js";
import { defaultPeople } from "../observability.js";
import type { ObservedPart } from "../observed-part.js";
import { canary, type LocalAction } from "./local-action.js";

/** What `check.jq` holds the files of the collector against. */
export function expectedEvents(part: ObservedPart, group: string, actions: readonly LocalAction[]): JsonObject {
	const { people = defaultPeople } = part.observability;
	return {
		deployment: part.name,
		group,
		canary,
		// Each event of an action has to say these.
		fields: [...(people === "none" ? [] : ["user.id"]), ownAttributes.tier],
		metrics: ["claude_code.session.count", "claude_code.token.usage"],
		actions: actions.map(({ id, title, session, expects, never }) => ({
			id,
			title,
			byHand: session === undefined,
			expects: expects.map((each) => ({ ...each })),
			never: never.map((each) => ({ ...each })),
		})),
	};
}
