import * as pulumi from "@pulumi/pulumi";
import type { PlacedOutputs } from "../place-plan.js";
import { runError } from "../run-error.js";
import { regionalName } from "./regional-name.js";
import { logGroupParts } from "./resources.js";
import { awsSdk } from "./sdk.js";

type Inputs<Names extends string, Optional extends string = never> = {
	readonly [Name in Names]: pulumi.Input<string>;
} & { readonly [Name in Optional]?: pulumi.Input<string> };

/** What a plan asks of AWS. */
export const awsLookUps = {
	/** The account of the credentials. */
	account: (_: object, opts: pulumi.InvokeOptions): PlacedOutputs => ({
		id: awsSdk.module("getCallerIdentity.js").getCallerIdentityOutput({}, opts).accountId,
	}),

	/** The instance of the given ARN among those that the credentials see, or the only one. */
	identityCenter: (
		{ instanceArn = "", region }: Inputs<never, "instanceArn" | "region">,
		opts: pulumi.InvokeOptions,
	): PlacedOutputs => {
		const { getInstancesOutput } = awsSdk.module("ssoadmin/index.js");
		const found = pulumi
			.all([getInstancesOutput(regionOf(region), opts), instanceArn])
			.apply(([{ arns, identityStoreIds }, wanted]) => {
				const at = wanted === "" ? 0 : arns.indexOf(wanted);
				const [arn, identityStoreId] = [arns[at], identityStoreIds[at]];
				if (arn !== undefined && identityStoreId !== undefined) return { arn, identityStoreId };
				throw runError(
					"no instance of IAM Identity Center is in sight of these credentials; give instanceArn and identityStoreId in provision.permissionSet, or the provider of its account",
				);
			});
		return {
			instanceArn: found.apply(({ arn }) => arn),
			identityStoreId: found.apply(({ identityStoreId }) => identityStoreId),
		};
	},

	identityCenterGroup: (
		{ displayName, identityStoreId, region }: Inputs<"displayName" | "identityStoreId", "region">,
		opts: pulumi.InvokeOptions,
	): PlacedOutputs => {
		const { getGroupOutput } = awsSdk.module("identitystore/index.js");
		const uniqueAttribute = { attributePath: "DisplayName", attributeValue: displayName };
		const asked = { identityStoreId, alternateIdentifier: { uniqueAttribute }, ...regionOf(region) };
		return { id: getGroupOutput(asked, opts).groupId };
	},

	/** An endpoint that exists. */
	endpoint: (asked: Inputs<"id" | "region">, opts: pulumi.InvokeOptions): PlacedOutputs => ({
		regionalName: awsSdk.module("ec2/index.js").getVpcEndpointOutput(asked, opts).dnsEntries.apply(regionalName),
	}),

	/** A log group that exists; its ARN tells everything. */
	logGroup: ({ arn }: Inputs<"arn">): PlacedOutputs => logGroupParts(arn),

	/** The first offer that AWS makes for a model. */
	modelOffer: (asked: { readonly modelId: string; readonly region: string }, opts: pulumi.InvokeOptions) => {
		const { getModelAgreementOffersOutput } = awsSdk.module("bedrockfoundation/index.js");
		const token = getModelAgreementOffersOutput(asked, opts).offers.apply(([offer]) => {
			if (offer) return offer.offerToken;
			throw runError(`agreements.${asked.modelId}: AWS makes no offer for this model here; give an offerToken`);
		});
		return { token };
	},
} as const;

function regionOf(region: pulumi.Input<string> | undefined) {
	return region === undefined ? {} : { region };
}
