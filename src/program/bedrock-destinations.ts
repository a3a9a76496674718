import * as pulumi from "@pulumi/pulumi";
import { bedrockDestinations } from "../components/aws/bedrock-facts.js";
import { listedModels } from "../inference/models.js";
import { isObject } from "../json.js";

/** What says that there are credentials to ask with; a lookup without any keeps people waiting. */
const credentials = {
	environment: [
		"AWS_ACCESS_KEY_ID",
		"AWS_PROFILE",
		"AWS_ROLE_ARN",
		"AWS_CONTAINER_CREDENTIALS_FULL_URI",
		"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
	],
	config: ["aws:accessKey", "aws:profile", "aws:assumeRole", "aws:assumeRoles", "aws:assumeRoleWithWebIdentity"],
} as const;

/** The block with AWS's word for where its inference profiles lead; without one the table's holds. */
export async function withDestinations(
	block: Record<string, unknown>,
	groups: unknown,
): Promise<Record<string, unknown>> {
	const { region, provision } = block;
	if (typeof region !== "string" || !isObject(provision) || provision.destinations !== undefined) return block;
	if (!hasCredentials()) return block;
	const models = [block, ...groupBlocks(groups)].flatMap((each) => listedModels(each.models).map(({ id }) => id));
	try {
		const destinations = await bedrockDestinations({ region, models });
		if (Object.keys(destinations).length === 0) return block;
		return { ...block, provision: { ...provision, destinations } };
	} catch (fault) {
		const why = fault instanceof Error ? fault.message : String(fault);
		await pulumi.log.warn(
			`inference.bedrock.provision.destinations: AWS does not tell where inference profiles lead, so that a table's word holds: ${why}`,
		);
		return block;
	}
}

function hasCredentials(): boolean {
	return (
		credentials.environment.some((name) => process.env[name]) ||
		credentials.config.some((key) => pulumi.runtime.getConfig(key) !== undefined)
	);
}

/** What groups say of the route themselves. */
function groupBlocks(groups: unknown): Record<string, unknown>[] {
	return Object.values(isObject(groups) ? groups : {}).flatMap((group) =>
		isObject(group) && isObject(group.inference) ? [group.inference] : [],
	);
}
