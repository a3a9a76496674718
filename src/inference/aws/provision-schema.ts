import { z } from "zod";
import * as identifiers from "../../configuration/values/identifier.js";
import { members, schemaOf, textMatching } from "../../schema.js";
import { privateEndpointsSchema } from "./endpoints/endpoints-schema.js";
import { bedrockIdentitySchemas, identitySchemas } from "./identity/identity-schema.js";

export const awsAccountId = schemaOf(identifiers.awsAccountId);
export const awsRegion = schemaOf(identifiers.awsRegion);
/** What AWS is let do where a model demands it. */
export const dataRetention = z.enum(["aws_review"]);
const email = textMatching(/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, "is no e-mail address");

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
export const tags = z.record(
	textMatching(/^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu, "is no tag key that AWS takes"),
	textMatching(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u, "is no tag value that AWS takes"),
);

const shared = {
	accountId: awsAccountId.optional(),
	...identitySchemas,
	dataRetention: dataRetention.optional(),
	privateEndpoints: privateEndpointsSchema.optional(),
	tags: tags.optional(),
};

export const bedrockProvisionSchema = members({
	...shared,
	...bedrockIdentitySchemas,
	separateGroups: z.boolean().optional(),
	destinations: z.record(z.string(), z.union([z.literal("anywhere"), z.array(awsRegion).min(1)])).optional(),
	copiedFrom: z.record(z.string(), z.string()).optional(),
	residency: z.array(awsRegion).min(1).optional(),
	activateCostAllocationTags: z.boolean().optional(),
	applicationProfiles: z
		.record(
			z.string(),
			members({
				tags: tags.optional(),
				budget: members({ monthlyUsd: z.number().positive(), email }).optional(),
			}),
		)
		.optional(),
});

export const mantleProvisionSchema = members({
	...shared,
	projectId: textMatching(/^[A-Za-z0-9_-]{1,64}$/, "is no id of a Mantle project").optional(),
	audit: members({ retentionDays: z.int().min(7).max(3653).optional() }).optional(),
});
