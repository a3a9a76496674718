import { awsTags } from "../../cloud/aws-tags.js";
import { awsAccountId, awsRegion } from "../../configuration/values/identifier.js";
import { either, flag, integer, list, map, number, object, text, textMatching, words } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";
import { retire } from "../retire.js";
import { privateEndpointsShape } from "./endpoints/endpoints-shape.js";
import { bedrockIdentityMembers, identityMembers } from "./identity/identity-shape.js";
import { onDemandForm } from "./models/bedrock-model.js";
import { checkTagCase } from "./tags.js";

/** What AWS is let do where a model demands it. */
export const dataRetention: Member = {
	shape: words(["aws_review"]),
	summary: "Acknowledges that AWS may keep and review content of the models that demand it.",
	defaultNote: "such models are refused",
};

const email = textMatching("email", /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, "is no e-mail address");

export const tags = awsTags(checkTagCase);

const foundationModelId = textMatching(
	"model-id",
	onDemandForm,
	"is no id of a foundation model; expected one such as anthropic.claude-sonnet-5",
);

/** Members of every `provision` block on AWS. */
const awsProvisionShape = object(
	{
		accountId: {
			shape: awsAccountId,
			summary: "Account in which people call models, twelve digits.",
			defaultNote: "`signIn.identityCenter.accountId`, otherwise the account of the credentials that deploy",
		},
		...identityMembers,
		agreements: {
			shape: list(foundationModelId),
			summary:
				"Models to which the account has subscribed, such as `anthropic.claude-sonnet-5`: `BedrockFoundation` makes such agreements, and so does the first call of somebody who may.",
			defaultNote: "none is known, with a warning",
		},
		dataRetention,
		privateEndpoints: {
			shape: privateEndpointsShape,
			summary: "Way into the provider without the public internet.",
			defaultNote: "the public endpoints",
		},
		tags: { shape: tags, summary: "Tags of everything created.", defaultNote: "none" },
		retire,
	},
	{ name: "AwsProvision", summary: "What every `provision` block on AWS may say." },
);

const budget = object({
	monthlyUsd: { shape: number({ above: 0 }), summary: "US dollars a month.", required: true },
	email: { shape: email, summary: "Who is told at 80 and 100 percent.", required: true },
});

const applicationProfile = object(
	{
		tags: { shape: tags, summary: "Cost-allocation tags, added to the deployment's.", defaultNote: "none" },
		budget: { shape: budget, summary: "What a month may cost before somebody is told.", defaultNote: "none" },
	},
	{ name: "ApplicationProfileProvision", summary: "Copies of the listed models' profiles under a group's own tags." },
);

export const bedrockProvisionShape = object(
	{
		...awsProvisionShape.members,
		...bedrockIdentityMembers,
		separateGroups: {
			shape: flag,
			summary:
				"Whether groups with the same models have a set, role or key each. To turn it takes away what they had, which `retire` has to name.",
			default: false,
		},
		destinations: {
			shape: map(either(words(["anywhere"]), list(awsRegion, { minItems: 1 }))),
			summary:
				"Destination regions by inference-profile id, as AWS gives them; a `global.` profile leads `anywhere`, whatever it says here. Fewer than the table has keep no call from the others: AWS routes there all the same.",
			defaultNote: "a table with a date",
		},
		copiedFrom: {
			shape: map(text()),
			summary:
				"What each application inference profile among the models copies, by the ARN of the latter: an inference profile of AWS's own, by id or ARN, or the ARN of a foundation model, which then stays in its region.",
			defaultNote: "none is among them",
		},
		residency: {
			shape: list(awsRegion, { minItems: 1 }),
			summary:
				"Regions that content may reach, the one of the calls among them. What `destinations` and the table say is held against it, and policies then list the regions that answer.",
			defaultNote: "any",
		},
		countTokens: {
			shape: flag,
			summary: "Whether people may count the tokens of a call before they make it.",
			default: false,
		},
		applicationProfiles: {
			shape: map(applicationProfile),
			summary: "Application inference profiles, by group: each listed model under an ARN of the group's own.",
			defaultNote: "none",
		},
		activateCostAllocationTags: {
			shape: flag,
			summary:
				"Whether to activate the tag of budgets for cost allocation, which only the paying account can, and only once AWS has seen costs with it.",
			default: false,
		},
	},
	{
		name: "BedrockProvision",
		summary: "What to create in AWS for a deployment on Amazon Bedrock; `{}` suits every way to sign in.",
		extends: awsProvisionShape,
	},
);

const audit = object({
	retentionDays: { shape: integer({ min: 7, max: 3653 }), summary: "Days that records are kept.", default: 366 },
});

export const mantleProvisionShape = object(
	{
		...awsProvisionShape.members,
		projectId: {
			shape: textMatching("mantle-project", /^[A-Za-z0-9_-]{1,64}$/, "is no id of a Mantle project"),
			summary: "Mantle project that people call.",
			default: "default",
		},
		audit: {
			shape: audit,
			summary: "Event data store that records every inference call; content is not recorded.",
			defaultNote: "none",
		},
	},
	{
		name: "MantleProvision",
		summary: "What to create in AWS for a deployment on Bedrock Mantle; `{}` suits every way to sign in.",
		extends: awsProvisionShape,
	},
);
