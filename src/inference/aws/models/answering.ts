import type { Answering } from "../../cloud-plan.js";
import { isFamilyName } from "../../model-id.js";
import { inferenceProfileId, parseModelArn, profileParts } from "./arns.js";
import { onDemandForm } from "./bedrock-model.js";
import { destinationsOf } from "./destinations.js";
import { tableDate } from "./destinations-table.js";

/** What says where a model without a profile of AWS's own is answered. */
export const regionOfCalls = "the region of the calls";

/** Of what leads nowhere else. */
export function inRegion(region: string | undefined): Answering {
	return { ...(region !== undefined && { regions: [region] }), saidBy: regionOfCalls };
}

/** Where calls of a model on Bedrock are answered, as far as the table of profiles tells. */
export function bedrockAnswering(id: string | undefined, region: string | undefined): Answering {
	if (id === undefined || isFamilyName(id))
		return { saidBy: "the inference profiles that the app finds in the account" };
	const kind = parseModelArn(id)?.kind;
	if (kind === "application-inference-profile")
		return { saidBy: "what the application inference profile copies, in AWS" };
	if (onDemandForm.test(id) || kind === "provisioned-model") return inRegion(region);
	const profile = inferenceProfileId(id);
	const { prefix } = profileParts(profile);
	if (prefix === "global.") return { regions: "anywhere", saidBy: "the profile, which is global" };
	const told = region === undefined ? undefined : destinationsOf(profile, region).value;
	if (told) return { regions: told.regions, saidBy: `a table of ${tableDate}` };
	return { saidBy: `AWS, of profiles that begin with ${prefix}` };
}
