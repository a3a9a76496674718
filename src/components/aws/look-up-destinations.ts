import { inferenceProfileId } from "../../inference/aws/models/arns.js";
import { bareModelId } from "../../inference/model-id.js";
import { listedModels } from "../../inference/models.js";
import { isObject } from "../../json.js";
import { bedrockDestinations } from "./bedrock-facts.js";

/**
 * The block with AWS's word for where its inference profiles lead, but those of which the block says it. Asked wherever
 * something is created, which the provider of AWS does in any case.
 */
export async function withDestinations(
	block: Record<string, unknown>,
	groups: unknown,
): Promise<Record<string, unknown>> {
	const { region, provision } = block;
	if (typeof region !== "string" || !isObject(provision)) return block;
	const { destinations: given = {}, copiedFrom = {} } = provision;
	if (!isObject(given)) return block;
	const listed = [block, ...groupBlocks(groups)].flatMap((each) => listedModels(each.models).map(({ id }) => id));
	const copies = isObject(copiedFrom) ? copiedFrom : {};
	const copied = listed.map((id) => copies[bareModelId(id)]).filter((each) => typeof each === "string");
	const models = [...listed, ...copied].filter((id) => !Object.hasOwn(given, inferenceProfileId(bareModelId(id))));
	const destinations = await bedrockDestinations({ region, models });
	if (Object.keys(destinations).length === 0) return block;
	return { ...block, provision: { ...provision, destinations: { ...destinations, ...given } } };
}

/** What groups say of the route themselves. */
function groupBlocks(groups: unknown): Record<string, unknown>[] {
	return Object.values(isObject(groups) ? groups : {}).flatMap((group) =>
		isObject(group) && isObject(group.inference) ? [group.inference] : [],
	);
}
