import { error } from "../../problem.js";
import { text, textMatching } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";
import { line } from "./text.js";

const uuidForm = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

export const uuid = {
	...text((id) => {
		if (uuidForm.test(id)) return [];
		if (/^\{.*\}$/.test(id)) return [error("uuid", [], "has braces; write the UUID without them")];
		return [error("uuid", [], "is no UUID; expected one such as 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11")];
	}),
	pattern: uuidForm.source,
};

export function isUuid(value: string): boolean {
	return uuidForm.test(value);
}

const tenantAliases = ["common", "organizations", "consumers"];

/** An Entra tenant, as apps take it at MCP servers: its domain's name is none. */
export const entraTenant: TextShape = text((tenant) => {
	if (isUuid(tenant) || tenantAliases.includes(tenant)) return [];
	return [error("entra-tenant", [], `is no tenant; expected its id, a UUID, or one of ${tenantAliases.join(", ")}`)];
});

export const sha256 = textMatching(
	"sha256",
	/^[0-9a-fA-F]{64}$/,
	"is no SHA-256 digest; expected 64 hexadecimal digits",
);

export const colour = textMatching("colour", /^#[0-9a-fA-F]{6}$/, "is no colour; expected #RRGGBB");

export const awsRegion = textMatching(
	"aws-region",
	/^[a-z]{2,5}(?:-[a-z]+)+-\d{1,2}$/,
	"is no AWS region; expected one such as us-east-1",
);

export const awsAccountId = textMatching("aws-account", /^\d{12}$/, "is no AWS account id; expected 12 digits");

const projectForm = /^[a-z0-9][a-z0-9.:-]*$/;

/** https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexprojectid */
export const googleProject: TextShape = {
	...line,
	someVersions: [
		{
			code: "google-project",
			versions: { since: "1.40609.0" },
			concerns: (project) => typeof project === "string" && !projectForm.test(project),
			message:
				"is no Google Cloud project to apps from 1.40609.0; expected lower-case letters, digits, dots, colons and hyphens",
		},
	],
};

/**
 * Apps between had a pattern without `eu` and `us`, and do not start in third-party mode with them: it was seen in
 * 1.46388.2, and the documentation of 2.16120.0 takes both.
 * https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexregion
 */
export const vertexRegion: TextShape = {
	...textMatching(
		"vertex-region",
		/^(?:global|eu|us|[a-z]+(?:-[a-z]+)+\d{1,2})$/,
		"is no Vertex AI region; expected one such as us-east5, or eu, us or global",
	),
	someVersions: [
		{
			code: "vertex-multi-region",
			versions: { since: "1.40609.0", until: "2.16120.0" },
			concerns: (region) => region === "eu" || region === "us",
			message: "is a multi-region, which some apps from 1.40609.0 on refuse, and with it the whole configuration",
		},
	],
};

/** Becomes the first label of the endpoint's host name. */
export const azureResource = textMatching(
	"azure-resource",
	/^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/,
	"is no resource name; expected letters, digits and inner hyphens",
);
