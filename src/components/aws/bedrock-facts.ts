import { inferenceProfileId } from "../../inference/aws/models/arns.js";
import { withTable } from "../../inference/aws/models/destinations.js";
import { tableDate } from "../../inference/aws/models/destinations-table.js";
import { profileOf } from "../../inference/aws/models/geography.js";
import { bareModelId } from "../../inference/model-id.js";
import { warning } from "../../problem.js";
import { logWarnings } from "../run-error.js";
import { awsSdk } from "./sdk.js";

/** What a plan needs to know of an account, which the program looks up before it plans. */
export interface BedrockFacts {
	/** Twelve digits; goes into `provision.accountId`. */
	readonly accountId: string;
	/**
	 * Destination regions by inference profile, sorted; goes into `provision.destinations`: what AWS tells, and what the
	 * table has besides. Without those of which AWS tells nothing, for which the table's word holds.
	 */
	readonly destinations: Readonly<Record<string, readonly string[] | "anywhere">>;
}

export interface BedrockFactsRequest {
	/** Region of the endpoint. */
	readonly region: string;
	/** As the deployment lists them; what is no AWS inference profile is passed over. */
	readonly models: readonly string[];
	/** The deployment's, for models that it lists by their bare names. @default - they are listed by their profiles */
	readonly geography?: string;
	/** @default - the account of the credentials */
	readonly accountId?: string;
}

/** Asks AWS what a plan rests on, at the program's edge and with its credentials. */
export async function bedrockFacts({ accountId, ...request }: BedrockFactsRequest): Promise<BedrockFacts> {
	return {
		destinations: await bedrockDestinations(request),
		accountId: accountId ?? (await awsSdk.module("getCallerIdentity.js").getCallerIdentity()).accountId,
	};
}

/** Where the profiles of a region lead. Warns of those that AWS tells nothing of. */
export async function bedrockDestinations({
	region,
	models,
	geography,
}: Omit<BedrockFactsRequest, "accountId">): Promise<BedrockFacts["destinations"]> {
	const ids = new Set(models.map((model) => inferenceProfileId(profileOf(bareModelId(model), { geography }))));
	const profiles = [...ids].filter((id) => /^[a-z-]+\.anthropic\./.test(id));
	if (profiles.length === 0) return {};
	const destinations: Record<string, readonly string[] | "anywhere"> = {};
	const silent = new Map<string, string[]>();
	await Promise.all(
		profiles.map(async (id) => {
			try {
				const { getInferenceProfile } = awsSdk.module("bedrock/index.js");
				const { models: copies } = await getInferenceProfile({ inferenceProfileId: id, region });
				const told = regionsOf(copies.map(({ modelArn }) => modelArn));
				if (told.length > 0) destinations[id] = told === "anywhere" ? told : withTable(id, told);
			} catch (fault) {
				const why = fault instanceof Error ? fault.message : String(fault);
				silent.set(why, [...(silent.get(why) ?? []), id]);
			}
		}),
	);
	for (const [why, unknown] of silent) {
		const message = `AWS tells no destinations of ${unknown.sort().join(", ")}, so that the word of a table of ${tableDate} holds: ${why}`;
		logWarnings([warning("destinations-not-told", ["inference", "bedrock", "provision", "destinations"], message)]);
	}
	return destinations;
}

/** The model of a `global.` profile stands there once more without a region, which stands for all of them. */
function regionsOf(arns: readonly string[]): readonly string[] | "anywhere" {
	const regions = [...new Set(arns.map((arn) => arn.split(":")[3] ?? ""))];
	return regions.includes("") ? "anywhere" : regions;
}
