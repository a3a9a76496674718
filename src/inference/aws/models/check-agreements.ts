import type { Path } from "../../../path.js";
import { type Problem, warning } from "../../../problem.js";

/**
 * Models, by their ids without a profile, to which nobody says that the account has subscribed. AWS subscribes at the
 * first call of somebody who may, which the policies rightly let nobody do: the first person would be refused.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
 */
export function checkAgreements(called: readonly string[], known: readonly string[] = [], block: Path): Problem[] {
	const models = [...new Set(called)].filter((id) => !known.includes(id));
	if (models.length === 0) return [];
	const message = `nobody can call ${models.join(", ")} before the account has handed in Anthropic's form and subscribed in AWS Marketplace, which the policies made here let no user do; let BedrockFoundation do both (useCase and agreements), or an administrator call each model once, and then list it here`;
	return [warning("model-agreement", [...block, "provision", "agreements"], message)];
}
