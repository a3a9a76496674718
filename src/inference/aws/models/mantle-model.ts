import type { Problem } from "../../../problem.js";
import { aliasNotResolved, familyWord, isModelAlias, noModelOfAnthropic, wrongModel } from "../../model-id.js";

/** What is wrong with a model id on Mantle. */
export function checkMantleModel(id: string): readonly Problem[] {
	if (isModelAlias(id)) return aliasNotResolved;
	// Which ids the catalogue holds is not documented, so only what another route's id must look like is refused.
	if (/^arn:|^[a-z-]+\.anthropic\.|@/.test(id)) {
		return wrongModel(
			"is the id of another provider; expected one of the Mantle catalogue, such as anthropic.claude-sonnet-5",
		);
	}
	return familyWord.test(id) ? [] : noModelOfAnthropic;
}
