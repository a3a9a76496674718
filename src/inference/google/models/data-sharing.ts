import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { modelsNeedingDataSharing } from "../../content-claim.js";
import { isPublisherId, publisherModel } from "./vertex-model.js";

/**
 * The command that lets a publisher have what a model is sent, which some models demand. It is a decision about the
 * whole project, so that no deployment takes it; and the same call carries the logging of requests, which it would
 * overwrite. The token goes by a pipe: a program's arguments are everyone's to read.
 * https://cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1beta1/projects.locations.publishers.models
 */
export function dataSharingCommand(projectId: string, model: string): string {
	const url = `https://aiplatform.googleapis.com/v1beta1/projects/${projectId}/locations/global/${publisherModel(model)}:setPublisherModelConfig`;
	return [
		`printf 'header = "Authorization: Bearer %s"\\n' "$(gcloud auth print-access-token)" |`,
		`curl --config - --fail-with-body --request POST ${url}`,
		`--header "content-type: application/json"`,
		`--data '{"publisherModelConfig":{"dataSharingEnabledProvider":"anthropic"}}'`,
	].join(" ");
}

/** Those commands, by the models that need them: an alias is no model that they could be for, and other texts a shell reads. */
export function dataSharingCommands(projectId: string, models: unknown): Readonly<Record<string, string>> {
	const needing = modelsNeedingDataSharing(models).filter(isPublisherId);
	return Object.fromEntries(needing.map((model) => [model, dataSharingCommand(projectId, model)]));
}

/**
 * Refuses models that demand that Anthropic has what they are sent, while nobody has acknowledged that; `member` is where
 * the options acknowledge it.
 */
export function checkDataSharing(
	projectId: string,
	models: unknown,
	acknowledged: boolean,
	at: Path,
	member = "provision.dataSharing",
): Problem[] {
	if (acknowledged) return [];
	const commands = dataSharingCommands(projectId, models);
	return modelsNeedingDataSharing(models).map((model) => {
		const command = commands[model];
		const step =
			command === undefined
				? "write its full id, of which the request is told"
				: `run ${command} and say ${member}: anthropic`;
		const message = `${model} answers 403 until the project shares what is sent to it with Anthropic; ${step}, or leave the model out`;
		return error("data-sharing", at, message);
	});
}
