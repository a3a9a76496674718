import { text, textMatching } from "../../shape/build.js";
import type { CodeVariable } from "../code-setting.js";

const region = textMatching(
	"region-name",
	/^[^\s./]+$/,
	"is no name of a region, which has no blank, dot or slash; Claude Code takes it for not set",
);

/** Variables of the clouds' own tools, by which the program finds models there. */
export const cloudsVariables = {
	AWS_PROFILE: { shape: text(), summary: "Profile of the AWS configuration.", page: "amazon-bedrock" },
	AWS_REGION: {
		shape: region,
		summary: "Region of Bedrock; before 2.1.172 a profile's own region is not read.",
		page: "amazon-bedrock",
	},
	CLOUD_ML_REGION: {
		shape: region,
		summary: "Region of Vertex AI, or global; us-east5 without it.",
		page: "google-vertex-ai",
	},
} satisfies Readonly<Record<string, CodeVariable>>;
