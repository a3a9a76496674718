import { listedModels } from "../models.js";
import type { Prerequisite, SettingOf } from "../route.js";
import { cognitiveServicesUser } from "./access/roles.js";

/** https://learn.microsoft.com/azure/foundry/foundry-models/how-to/use-foundry-models-claude */
export function foundryPrerequisites(setting: SettingOf, isProvisioned: boolean): Prerequisite[] {
	if (isProvisioned) return [];
	const resource = String(setting("inferenceFoundryResource"));
	const names = listedModels(setting("inferenceModels")).map(({ id }) => id);
	return [
		{
			code: "model-deployments",
			message: `resource ${resource} has to have model deployments of the names ${[...new Set(names)].join(", ")}`,
		},
		...entra(setting, resource),
	];
}

function entra(setting: SettingOf, resource: string): Prerequisite[] {
	const client = setting("inferenceFoundryClientId");
	if (typeof client !== "string") return [];
	const tenant = String(setting("inferenceFoundryTenantId"));
	return [
		{
			code: "admin-consent",
			message: `app ${client} has to be registered in tenant ${tenant}, and an administrator to have consented to it for the tenant`,
		},
		{
			code: "role-to-assign",
			message: `the people of the group need a role on resource ${resource} that lets them call models, such as ${cognitiveServicesUser.name}`,
		},
	];
}
