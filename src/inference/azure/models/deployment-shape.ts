import { sameToAzure } from "../../../cloud/azure-capitals.js";
import { lineProblems } from "../../../configuration/values/text.js";
import { error } from "../../../problem.js";
import { integer, map, object, text, textMatching, words } from "../../../shape/build.js";
import type { ObjectShape } from "../../../shape/shape.js";
import { deploymentName } from "../names.js";
import { deploymentSkus, hostings } from "./model-table.js";

const deployment: ObjectShape = object(
	{
		model: {
			shape: textMatching(
				"foundry-model",
				/^claude-[a-z0-9]+(?:-[a-z0-9]+)*$/,
				"is no Claude model of Foundry; expected a name such as claude-sonnet-5",
			),
			summary: "Model in Foundry's catalogue, such as `claude-sonnet-5`.",
			required: true,
		},
		version: {
			shape: textMatching(
				"foundry-version",
				/^[0-9]{1,8}$/,
				"is no version; expected the catalogue's own text, such as 1, 2 or 20251001",
			),
			summary:
				"Version in the catalogue, as text. `2` is hosted on Azure, `1` and dated ones such as `20251001` by Anthropic.",
			required: true,
		},
		hosting: {
			shape: words(hostings),
			summary: "Who runs it, which decides how far prompts and answers go. Held against the version.",
			required: true,
		},
		sku: {
			shape: words(deploymentSkus),
			summary:
				"Kind of capacity: `GlobalStandard` is answered in any of Azure's regions, `DataZoneStandard` within the United States.",
			required: true,
		},
		capacity: {
			shape: integer({ min: 1 }),
			summary: "Thousands of tokens a minute, out of the subscription's quota.",
			required: true,
		},
		label: { shape: text(lineProblems), summary: "What people see in the list of models.", defaultNote: "the model" },
	},
	{ name: "FoundryDeployment", summary: "A model deployment of the account. Its version never changes by itself." },
);

export const deploymentsShape = map(deployment, {
	names: deploymentName,
	rules: [
		(deployments) => sameToAzure(Object.keys(deployments), "rename one"),
		(deployments) =>
			Object.keys(deployments).length > 0 ? [] : [error("empty", [], "is empty; expected at least one deployment")],
	],
});
