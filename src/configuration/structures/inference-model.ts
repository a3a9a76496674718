import { familyTiers } from "../../inference/model-id.js";
import { error, type Problem } from "../../problem.js";
import { either, flag, list, number, object, words } from "../../shape/build.js";
import type { Members, Rule, TextShape } from "../../shape/shape.js";
import { line, oneLine } from "../values/text.js";

/** The app drops a member that lacks what it goes with, and says nothing. */
const companions: Rule<Members> = ({ name, supports1m, prefer1m, isFamilyDefault, anthropicFamilyTier }): Problem[] => {
	const supported = supports1m === true || (typeof name === "string" && /\[1m\]$/i.test(name));
	const lost = ", without which Claude Desktop ignores it";
	return [
		...(prefer1m === true && !supported ? [error("long-context", ["prefer1m"], `needs supports1m: true${lost}`)] : []),
		...(isFamilyDefault === true && anthropicFamilyTier === undefined
			? [error("family-default", ["isFamilyDefault"], `needs anthropicFamilyTier${lost}`)]
			: []),
	];
};

/** What the app shows; it takes text with white space around it, and none at all. */
const label: TextShape = { kind: "text", rules: [oneLine] };

const inferenceModel = object(
	{
		name: {
			shape: line,
			summary: "Model id, deployment name, ARN or alias; a final `[1m]` is short for `supports1m`.",
			required: true,
		},
		labelOverride: { shape: label, summary: "Name in the picker.", defaultNote: "derived from `name`" },
		supports1m: {
			shape: flag,
			summary: "Whether the model has a variant with a context of one million tokens.",
			default: false,
		},
		prefer1m: {
			shape: flag,
			summary: "Whether that variant is preferred; needs `supports1m`.",
			since: "1.21459.0",
			default: false,
		},
		anthropicFamilyTier: {
			shape: words(familyTiers),
			summary: "Family, for names that do not tell, such as ARNs and deployment names.",
			defaultNote: "read from `name`",
		},
		isFamilyDefault: { shape: flag, summary: "Whether the model is its family's default.", default: false },
		maxEffort: {
			shape: { ...words(["low", "medium", "high", "xhigh", "max"]), otherwise: "takes it for low" },
			summary: "Highest reasoning effort users may choose.",
			since: "2.110.0",
			closes: () => true,
			defaultNote: "no limit",
		},
	},
	{ name: "InferenceModel", summary: "A model of the picker.", rules: [companions] },
);

export const inferenceModels = list(either(line, inferenceModel), { minItems: 1 });

const price = number({ min: 0 });

export const modelPrices = list(
	object(
		{
			name: { shape: line, summary: "Model id.", required: true },
			inputPerMtok: { shape: price, summary: "Input.", required: true },
			outputPerMtok: { shape: price, summary: "Output.", required: true },
			cacheReadPerMtok: { shape: price, summary: "Input read from the cache.", required: true },
			cacheWritePerMtok: { shape: price, summary: "Input written to the cache.", required: true },
		},
		{ name: "ModelPrice", summary: "Prices of a model per million tokens." },
	),
);
