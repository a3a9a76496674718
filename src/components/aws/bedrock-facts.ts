import { bareModelId } from "../../inference/model-id.js";
import { awsModule } from "./sdk.js";

/** What a plan needs to know of an account, which the program looks up before it plans. */
export interface BedrockFacts {
	/** Twelve digits; goes into `provision.accountId`. */
	readonly accountId: string;
	/** Destination regions by inference profile, sorted; goes into `provision.destinations`. */
	readonly destinations: Readonly<Record<string, readonly string[]>>;
}

export interface BedrockFactsRequest {
	/** Region of the endpoint. */
	readonly region: string;
	/** As the deployment lists them; what is no AWS inference profile is passed over. */
	readonly models: readonly string[];
	/** @default - the account of the credentials */
	readonly accountId?: string;
}

/** Asks AWS what a plan rests on, at the program's edge and with its credentials. */
export async function bedrockFacts({ accountId, ...request }: BedrockFactsRequest): Promise<BedrockFacts> {
	return {
		destinations: await bedrockDestinations(request),
		accountId: accountId ?? (await awsModule("getCallerIdentity.js").getCallerIdentity()).accountId,
	};
}

/** Where the profiles of a region lead. One that leads anywhere tells no list and keeps the table's word. */
export async function bedrockDestinations({
	region,
	models,
}: Omit<BedrockFactsRequest, "accountId">): Promise<BedrockFacts["destinations"]> {
	const { getInferenceProfile } = awsModule("bedrock/index.js");
	const profiles = [...new Set(models.map(bareModelId))].filter((id) => /^[a-z-]+\.anthropic\./.test(id));
	const destinations = await Promise.all(
		profiles.map(async (id): Promise<[string, string[]]> => {
			const { models: copies } = await getInferenceProfile({ inferenceProfileId: id, region });
			return [id, regionsOf(copies.map(({ modelArn }) => modelArn))];
		}),
	);
	return Object.fromEntries(destinations.filter(([, regions]) => regions.length > 0));
}

/** The model of a `global.` profile stands there once more without a region. */
function regionsOf(arns: readonly string[]): string[] {
	const regions = arns.map((arn) => arn.split(":")[3] ?? "").filter((region) => region !== "");
	return [...new Set(regions)].sort();
}
