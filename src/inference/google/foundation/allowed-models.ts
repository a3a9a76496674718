import { error, type Problem } from "../../../problem.js";
import { flag, list, object, textMatching } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import type { PlanPart } from "../../join-plans.js";
import { publisherModel } from "../models/vertex-model.js";
import { modelId } from "../provision-shape.js";
import { resource } from "../resource.js";
import type { AllowedModelsOptions, VertexFoundationOptions } from "./options.js";

/** https://cloud.google.com/resource-manager/docs/organization-policy/using-constraints */
const mostValues = 500;
const constraint = "vertexai.allowedModels";

const otherModel = textMatching(
	"publisher-model",
	/^publishers\/[a-z0-9-]+\/models\/[a-zA-Z0-9._@-]+:predict$/,
	"is no value of the constraint; expected one such as publishers/google/models/gemini-2.5-pro:predict",
);

/** Member of a foundation's options. */
export const allowedModels: Member = {
	shape: object(
		{
			models: {
				shape: list(modelId, { minItems: 1 }),
				summary: "Claude models that may be called in the project, those of every deployment in it.",
				required: true,
			},
			countTokens: {
				shape: flag,
				summary: "Whether tokens of a call may be counted, which Google holds against a model of its own.",
				default: true,
			},
			others: {
				shape: list(otherModel),
				summary: "Further models that somebody calls there, as values of the constraint.",
				defaultNote: "none: they are denied",
			},
			dryRun: {
				shape: flag,
				summary: "Whether what the policy would deny is recorded, and not denied.",
				default: false,
			},
		},
		{
			name: "AllowedModelsOptions",
			summary:
				"The organisation policy `vertexai.allowedModels` of the project, which holds for everybody in it and denies every model that it does not list. https://cloud.google.com/vertex-ai/generative-ai/docs/control-model-access",
		},
	),
	summary: "Models that may be called in the project, by organisation policy: IAM cannot tell models apart.",
	defaultNote: "whatever is enabled",
};

/** What a constraint calls a prediction of a model. */
function predictionOf(model: string): string {
	return `${publisherModel(model)}:predict`;
}

function valuesOf({ models, countTokens = true, others = [] }: AllowedModelsOptions): string[] {
	const own = [...models, ...(countTokens ? ["count-tokens"] : [])].map(predictionOf);
	return [...new Set([...own, ...others])];
}

/** The project's one policy of the constraint. */
export function planAllowedModels(
	{ projectId, allowedModels: asked }: VertexFoundationOptions,
	after: readonly string[],
): PlanPart {
	if (!asked) return {};
	const parent = `projects/${projectId}`;
	const name = `${parent}/policies/${constraint}`;
	const spec = { rules: [{ values: { allowedValues: valuesOf(asked) } }] };
	const held = asked.dryRun ? { dryRunSpec: spec } : { spec };
	return {
		resources: [
			resource("orgpolicy.googleapis.com/Policy", "allowed-models", { name, parent, ...held }, { name, after }),
		],
		policies: { "allowed-models": { name, ...held } },
	};
}

export function checkAllowedModels({ allowedModels: asked }: VertexFoundationOptions): Problem[] {
	const count = asked ? valuesOf(asked).length : 0;
	if (count <= mostValues) return [];
	const message = `lists ${count} models, and Google takes ${mostValues} in a policy; list fewer`;
	return [error("too-many-models", ["allowedModels", "models"], message)];
}
