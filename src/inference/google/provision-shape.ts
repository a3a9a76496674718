import { vertexRegion } from "../../configuration/values/identifier.js";
import { error } from "../../problem.js";
import { list, object, textMatching, words } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";
import { retire } from "../retire.js";
import { accessUntil } from "./access/condition.js";
import { role } from "./access/role.js";
import { privateEndpoint } from "./endpoints/endpoint-shape.js";
import { identityMembers } from "./identity/identity-shape.js";
import { settled } from "./settled.js";

/** Whether a publisher may have what a model that demands it is sent. */
export const dataSharing: Member = {
	shape: words(["anthropic"]),
	summary: "Acknowledges that Anthropic has what is sent to the models that demand it.",
	defaultNote: "such models are refused",
};

/** Publisher id of a Claude model. */
export const modelId = textMatching(
	"model-id",
	/^claude-[a-z0-9.-]+(?:@[a-z0-9-]+)?$/,
	"is no publisher id; expected one such as claude-sonnet-5",
);

const place = {
	...vertexRegion,
	someVersions: [],
	rules: [
		...(vertexRegion.rules ?? []),
		(value: string) =>
			value === "global" ? [error("residency", [], "is no place that content stays in; leave residency out")] : [],
	],
};

export const vertexProvisionShape = object(
	{
		role,
		...identityMembers,
		accessUntil,
		enabledModels: {
			shape: list(modelId),
			summary:
				"Models that are enabled in the project, whose API is: `VertexFoundation` enables them, and so does a person in Model Garden.",
			defaultNote: "none is known, with a warning",
		},
		dataSharing,
		residency: {
			shape: list(place, { minItems: 1 }),
			summary:
				"Where calls may be answered: single regions, or `eu` or `us`, which stand for every region of theirs. A location beyond them is refused, and `global` always.",
			defaultNote: "anywhere",
		},
		privateEndpoint,
		settled,
		retire,
	},
	{
		name: "VertexProvision",
		summary: "What to create in Google Cloud for a deployment on Vertex AI; `{}` suits every way to sign in.",
	},
);
