import { bareModelId } from "../model-id.js";
import { listedModels } from "../models.js";
import type { Prerequisite, SettingOf } from "../route.js";

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html */
export function subscriptions(setting: SettingOf): Prerequisite[] {
	const models = [...new Set(listedModels(setting("inferenceModels")).map(({ id }) => bareModelId(id)))];
	const of = models.length === 0 ? "each model" : models.join(", ");
	const message = `nobody can call ${of} before the account has handed in Anthropic's form and subscribed in AWS Marketplace: an administrator calls each model once`;
	return [{ code: "model-agreement", message }];
}

/** What somebody who signs in takes on, and what devices have to have for it. */
export function bedrockPrerequisites(setting: SettingOf, isProvisioned: boolean): Prerequisite[] {
	return isProvisioned
		? namedProfile(setting)
		: [...subscriptions(setting), ...permissionSet(setting), ...namedProfile(setting)];
}

function permissionSet(setting: SettingOf): Prerequisite[] {
	const role = setting("inferenceBedrockSsoRoleName");
	if (typeof role !== "string") return [];
	const account = String(setting("inferenceBedrockSsoAccountId"));
	const message = `permission set ${role} has to be in account ${account}, allow calls of these models, and be assigned to the people of the group`;
	return [{ code: "permission-set", message }];
}

function namedProfile(setting: SettingOf): Prerequisite[] {
	const name = setting("inferenceBedrockProfile");
	if (typeof name !== "string") return [];
	const folder = setting("inferenceBedrockAwsDir");
	const where = typeof folder === "string" ? ` in ${folder}` : "";
	const message = `AWS profile ${name} has to stand in the AWS configuration${where} of every device, and allow calls of these models: no file here brings it`;
	return [{ code: "named-profile", message }];
}
