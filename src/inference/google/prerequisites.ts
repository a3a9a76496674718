import { bareModelId } from "../model-id.js";
import { listedModels } from "../models.js";
import type { Prerequisite, SettingOf } from "../route.js";

/** https://cloud.google.com/vertex-ai/generative-ai/docs/partner-models/use-partner-models */
export function vertexPrerequisites(setting: SettingOf, isProvisioned: boolean): Prerequisite[] {
	if (isProvisioned) return applicationDefault(setting);
	const project = String(setting("inferenceVertexProjectId"));
	const models = [...new Set(listedModels(setting("inferenceModels")).map(({ id }) => bareModelId(id)))].join(", ");
	return [
		{
			code: "model-enablement",
			message: `nobody can call ${models} before the API aiplatform.googleapis.com is enabled in project ${project} and a person has answered Anthropic's questions and accepted the terms at https://console.cloud.google.com/vertex-ai/model-garden?project=${project}`,
		},
		{
			code: "role-to-grant",
			message: `whoever devices call as needs a role in project ${project} with aiplatform.endpoints.predict`,
		},
		...workforcePool(setting),
		...credentialsFile(setting),
		...applicationDefault(setting),
	];
}

function workforcePool(setting: SettingOf): Prerequisite[] {
	const audience = setting("inferenceVertexWorkforceAudience");
	if (typeof audience !== "string") return [];
	const message = `the workforce pool and the provider of ${audience} have to be there, and take tokens of the identity provider`;
	return [{ code: "workforce-pool", message }];
}

function credentialsFile(setting: SettingOf): Prerequisite[] {
	const path = setting("inferenceVertexCredentialsFile");
	if (typeof path !== "string") return [];
	return [
		{ code: "credentials-file-to-place", message: `${path} has to stand on every device: no file here brings it` },
	];
}

function applicationDefault(setting: SettingOf): Prerequisite[] {
	const isOfDevice = setting("inferenceCredentialKind") === "vendor-profile";
	if (!isOfDevice || setting("inferenceVertexCredentialsFile") !== undefined) return [];
	const message = "Application Default Credentials have to stand on every device: no file here brings them";
	return [{ code: "application-default", message }];
}
