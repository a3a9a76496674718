import { late, list, object, text, textMatching } from "../../../shape/build.js";
import { checkProjectId } from "../project.js";
import { dataSharing, modelId } from "../provision-shape.js";
import { allowedModels } from "./allowed-models.js";
import { audit } from "./audit.js";
import { perimeter } from "./perimeter.js";
import { quotas } from "./quotas.js";
import { services } from "./services.js";
import { settled } from "./settled.js";
import { workforce } from "./workforce-pool.js";

export const foundationShape = object(
	{
		projectId: { shape: text(checkProjectId), summary: "Project that the settings are for.", required: true },
		projectNumber: {
			shape: late(textMatching("project-number", /^\d{6,20}$/, "is no number of a project; expected digits, as text")),
			summary: "Its number, as text. Required with `perimeter`.",
			defaultNote: "none is needed",
		},
		services,
		models: {
			shape: list(modelId),
			summary: "Claude models to enable in Model Garden, such as `claude-sonnet-5`.",
			defaultNote: "somebody enables them elsewhere",
		},
		dataSharing,
		allowedModels,
		audit,
		workforce,
		perimeter,
		quotas,
		settled,
	},
	{
		name: "VertexFoundationOptions",
		summary: "What of Vertex AI exists once per project, or once per organisation, whatever deployments there are.",
	},
);
